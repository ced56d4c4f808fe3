export { openChannel } from './open-channel.ts';
export { attemptOfLink, hasRunningPages } from './store.ts';
