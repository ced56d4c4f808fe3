export type { Caller, Callers, Composed, Turn } from './caller.ts';
export { forget } from './forget-recipient.ts';
export { hear } from './hear-provider.ts';
export { linkMail } from './link-mail.ts';
export { putMessages, sendNow } from './put-messages.ts';
export {
  bundleOf,
  countMessages,
  findMessage,
  findMessages,
  keepAnswer,
  latestAbout,
  letSayAgain,
  listMessages,
  lockBundle,
  lockMessage,
  lostMessages,
  messagesToAddress,
  moveMessages,
  withdrawUnsent,
} from './store.ts';
