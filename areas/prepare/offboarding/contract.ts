import { byId, contract, done } from '../../contract.ts';

export const contracts = contract({
  'DELETE /api/prepare/people/:id': {
    command: 'prepare people remove',
    permission: 'person.manage',
    summary: { ja: '利用者を削除する', en: 'Remove a person' },
    params: byId,
    reply: done,
  },
});
