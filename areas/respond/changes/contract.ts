import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { changeAmended, changeTurned, changeView, newChange } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/changes': {
    command: 'respond changes list',
    permission: 'room.read',
    summary: { ja: '緊急変更の一覧', en: 'Emergency changes of an incident' },
    params: byId,
    reply: z.object({ changes: z.array(changeView) }),
  },
  'POST /api/respond/incidents/:id/changes': {
    command: 'respond changes propose',
    permission: 'room.write',
    summary: { ja: '緊急変更の提案', en: 'Propose an emergency change' },
    params: byId,
    body: newChange.extend(happening),
    reply: z.object({ id: z.string() }),
  },
  'POST /api/respond/changes/:id/turn': {
    command: 'respond changes turn',
    permission: 'room.write',
    summary: {
      ja: '緊急変更の承認・適用・切り戻し・置き換え（承認は指揮者のみ）',
      en: 'Approve (commanders), apply, roll back or replace an emergency change',
    },
    params: byId,
    body: changeTurned.extend(happening),
    reply: done,
  },
  'PUT /api/respond/changes/:id': {
    command: 'respond changes amend',
    permission: 'room.write',
    summary: {
      ja: '期限・切り戻し方法・恒久対策の設定',
      en: 'Set end time, rollback and permanent fix',
    },
    params: byId,
    body: changeAmended,
    reply: done,
  },
});
