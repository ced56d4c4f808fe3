import { withPlainText } from '../kernel/plain.ts';
import type { ChannelKind } from './channel.ts';
import { email } from './email/index.ts';
import { lineWorks } from './line-works/index.ts';
import { slack } from './slack/index.ts';
import { sms } from './sms-voice/sms.ts';
import { voice } from './sms-voice/voice.ts';
import { teams } from './teams/index.ts';
import { webPushChannel } from './web-push/index.ts';
import { webhook } from './webhook/index.ts';

/** Every door messages leave by, in the order they are offered. Adding one is its folder and a line here. */
const DOORS: readonly ChannelKind[] = [email, voice, sms, webPushChannel, slack, teams, lineWorks, webhook];

/** What another server answers is kept beside the message, and may hold anything. */
export const CHANNELS: readonly ChannelKind[] = DOORS.map((kind) => ({
  ...kind,
  deliver: async (settings, message) => withPlainText(await kind.deliver(settings, message)),
}));

export const channelKind = (id: string): ChannelKind | undefined => CHANNELS.find((kind) => kind.id === id);

/** The channel that reaches people by routes of this kind. */
export const channelOfRoute = (routeKind: string): ChannelKind | undefined =>
  CHANNELS.find(({ route }) => route.kind === routeKind);
