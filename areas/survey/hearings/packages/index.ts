export { peersOfHearing } from './heard-peers.ts';
export { commentsBy, minutesPeer, setMinutesPeer } from './store.ts';
