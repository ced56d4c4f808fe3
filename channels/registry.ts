import type { ChannelKind } from './channel.ts';
import { email } from './email/index.ts';

/** Every door messages leave by. Adding one is its folder and a line here. */
export const CHANNELS: readonly ChannelKind[] = [email];

export const channelKind = (id: string): ChannelKind | undefined => CHANNELS.find((kind) => kind.id === id);
