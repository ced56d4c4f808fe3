/** What others put on the board, within their own transaction. */
export { putFound } from './work-board.ts';
