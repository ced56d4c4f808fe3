export { confirmationSecret } from './ask.ts';
export { questionToSend, settleQuestion, tryAgainLater } from './settle.ts';
export { confirmationOfLink, forgetQuestions, latestConfirmations } from './store.ts';
