// Writes in the caller's transaction: the doors a report comes by.
export { settleQuestion } from './ask-question.ts';
export { draftWithin, saveWithin } from './draft-report.ts';
export { keepReading } from './keep-reading.ts';
export { fieldsOf, type Handed, receiveWithin } from './receive-report.ts';
