export {
  countLines,
  insertLine,
  lineOfClient,
  linesOf,
  linesOfEvent,
  lockLine,
  type StoredLine,
  updateLine,
  withdrawLine,
} from './store.ts';
