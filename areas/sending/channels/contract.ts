import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { contract, done } from '../../contract.ts';
import { channelChange, channelView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/push-key': {
    command: 'respond push-key get',
    permission: 'page.acknowledge',
    summary: {
      ja: 'この端末を通知先に登録するためのキー',
      en: 'Key for registering a device for notifications',
    },
    // Null where push is not set up.
    reply: z.object({ key: z.string().nullable() }),
  },
  'GET /api/respond/channel-names': {
    command: 'respond channels names',
    permission: 'account.own',
    summary: { ja: '通知手段の名称', en: 'Names of channels' },
    reply: z.object({ names: z.record(z.string(), bilingual) }),
  },
  'GET /api/respond/channels': {
    command: 'respond channels list',
    permission: 'channel.read',
    summary: { ja: '通知手段と設定項目', en: 'Channels and their settings' },
    reply: z.object({ channels: z.array(channelView) }),
  },
  'PUT /api/respond/channels/:channel': {
    command: 'respond channels configure',
    permission: 'channel.manage',
    summary: {
      ja: '通知手段の設定（読み取った settings を seen に指定）',
      en: 'Set up a channel; pass the settings you read as seen',
    },
    params: z.object({ channel: z.string() }),
    body: channelChange,
    reply: done,
  },
});
