export { sendFailedAgain, sendWithin } from './send-notice.ts';
export {
  blankSubscriber,
  countNotices,
  findNotice,
  latestAbout,
  lockNotice,
  type Notice,
  noticeOfLink,
  setNotice,
} from './store.ts';
