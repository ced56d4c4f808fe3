import { contract, done } from '../../contract.ts';

export const contracts = contract({
  'DELETE /api/prepare/organisation/mark': {
    command: 'prepare organisation remove-logo',
    permission: 'organisation.manage',
    summary: { ja: '組織のロゴの削除', en: 'Remove the organisation logo' },
    reply: done,
  },
});
