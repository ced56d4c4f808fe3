export { mailGoesOut } from './mail-goes-out.ts';
export { openChannel } from './open-channel.ts';
export { attemptOfLink } from './store.ts';
