/** What others write of a headquarters, within their own transaction. */
export { readWithin } from './brief-executives.ts';
