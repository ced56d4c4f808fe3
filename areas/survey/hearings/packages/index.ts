export { commentsBy, minutesPeer, setMinutesPeer } from './store.ts';
