export { latestConfirmations } from './read-questions.ts';
