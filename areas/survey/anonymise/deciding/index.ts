export { wordsOfCase } from './asked-words.ts';
