/** What others write of questions, each within its own transaction. */
export { forgetQuestions } from './store.ts';
