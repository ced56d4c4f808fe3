/** What others write of a headquarters, within their own transaction. */
export { readWithin } from './read-brief.ts';
