export { sendWithin } from './send-notice.ts';
export {
  blankNotices,
  countNotices,
  findNotice,
  latestAbout,
  lockNotice,
  type Notice,
  noticeOfLink,
  setNotice,
} from './store.ts';
