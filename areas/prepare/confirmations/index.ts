export { confirmationSecret } from './ask.ts';
export { questionToSend, settleQuestion } from './settle.ts';
export { confirmationOfLink, latestConfirmations } from './store.ts';
