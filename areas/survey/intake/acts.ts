// Writes in the caller's transaction: the doors a report comes by.
export { answerWithin } from './ask-question.ts';
export { draftWithin } from './draft-report.ts';
export { type Handed, receiveWithin } from './receive-report.ts';
