import { contract, done } from '../../contract.ts';
import { markSeen } from './schema.ts';

export const contracts = contract({
  'DELETE /api/prepare/organisation/mark': {
    command: 'prepare organisation remove-logo',
    permission: 'organisation.manage',
    summary: {
      ja: '組織のロゴの削除（読み取ったロゴのハッシュを seen に指定）',
      en: 'Remove the organisation logo; pass the hash of the one you saw as seen',
    },
    query: markSeen,
    reply: done,
  },
});
