export { answerWithin } from './answer-notice.ts';
export { forgetSubscriber } from './forget-recipient.ts';
export {
  countNotices,
  findNotice,
  incidentsNaming,
  latestAbout,
  lockNotice,
  type Notice,
} from './read-notices.ts';
export {
  hasLeft,
  saysSoAlready,
  sendFailedAgain,
  sendWithin,
  takeBackNotices,
  withdrawUnsent,
} from './send-notice.ts';
