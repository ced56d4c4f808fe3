export { hashOfLesson, hashOfLessons } from './hash.ts';
