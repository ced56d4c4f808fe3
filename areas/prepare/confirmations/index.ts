export { confirmationSecret } from './ask.ts';
/** Acts for the one who delivers questions, until sending is one thing for all. */
export { questionToSend, settleQuestion, tryAgainLater } from './settle.ts';
export { confirmationOfLink, latestConfirmations } from './store.ts';
