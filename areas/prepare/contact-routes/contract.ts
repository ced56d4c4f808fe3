import { givenId } from '../../../kernel/ids.ts';
import { byId, contract, done } from '../../contract.ts';
import { cardRewrite, deviceMoved } from './schema.ts';

const way = byId.extend({ route: givenId });

export const contracts = contract({
  'PUT /api/prepare/people/:id/card': {
    command: 'prepare contacts keep',
    permission: 'person.read',
    summary: {
      ja: '連絡手段の登録・変更（読み取った routes と quiet を seen に指定）',
      en: 'Set contact routes; pass the routes and quiet you read as seen',
    },
    params: byId,
    body: cardRewrite,
    reply: done,
  },
  'POST /api/prepare/device-moved': {
    command: 'prepare contacts device-moved',
    permission: 'account.own',
    summary: {
      ja: 'この端末の通知先の変更（ブラウザーが発行し直した場合）',
      en: 'Replace the push address of this device after the browser changed it',
    },
    body: deviceMoved,
    reply: done,
  },
  'POST /api/prepare/people/:id/card/:route/verified': {
    command: 'prepare contacts verified',
    permission: 'person.manage',
    summary: { ja: '電話などで応答を確認したことの記録', en: 'Record that a route was answered' },
    params: way,
    reply: done,
  },
});
