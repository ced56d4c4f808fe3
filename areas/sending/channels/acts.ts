/** What others write of channels, within their own transaction. */
export { markFailing, markWorking } from './store.ts';
