export {
  insertQuestion,
  lockQuestion,
  openOf,
  questionsOf,
  type StoredQuestion,
  setAnswer,
  setDropped,
} from './store.ts';
