export { mailGoesOut } from './mail-goes-out.ts';
export { openChannel } from './open-channel.ts';
export { channelsConfigured } from './store.ts';
