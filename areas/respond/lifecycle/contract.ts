import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { incidentLink } from '../incidents/schema.ts';
import { timeStated } from '../timeline/schema.ts';
import { closing, declaration, leftOpen, note, turn } from './schema.ts';

export const contracts = contract({
  'POST /api/respond/incidents': {
    command: 'respond incidents declare',
    permission: 'incident.declare',
    summary: { ja: 'インシデントの宣言', en: 'Declare an incident' },
    body: declaration.extend(happening),
    reply: z.object({ id: z.string(), number: z.number() }),
  },
  'GET /api/respond/incidents/:id/left-open': {
    command: 'respond incidents left',
    permission: 'room.read',
    summary: {
      ja: '復旧・終了の際に理由が必要な残件',
      en: 'Open items that need a reason when resolving or closing',
    },
    params: byId,
    reply: leftOpen,
  },
  'POST /api/respond/incidents/:id/resolve': {
    command: 'respond incidents resolve',
    permission: 'incident.command',
    summary: {
      ja: '復旧の記録（すべての呼び出しを停止。継続する場合は指定）',
      en: 'Resolve; all paging stops unless you choose to keep it',
    },
    params: byId,
    body: turn.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/reopen': {
    command: 'respond incidents reopen',
    permission: 'incident.command',
    summary: {
      ja: '対応の再開（復旧で停止した未応答の呼び出しも再開）',
      en: 'Reopen; unanswered calls that resolving stopped start again',
    },
    params: byId,
    body: z.object({ note }).extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/close': {
    command: 'respond incidents close',
    permission: 'incident.command',
    summary: {
      ja: '終了（必須の事項が残っている場合は拒否し、内容を示す）',
      en: 'Close; rejected while required items are open, each named',
    },
    params: byId,
    body: closing.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/restriction': {
    command: 'respond incidents restrict',
    permission: 'incident.share',
    summary: { ja: '閲覧限定の設定', en: 'Restrict to people it is shared with' },
    params: byId,
    // With what was read, where it is to hold only as long as nobody changed it.
    body: z.object({ restricted: z.boolean(), seen: z.boolean().optional() }),
    reply: done,
  },
  'POST /api/respond/incidents/:id/links': {
    command: 'respond incidents link',
    permission: 'room.write',
    summary: { ja: 'ほかのインシデントとの関連付け', en: 'Link with another incident' },
    params: byId,
    body: incidentLink,
    reply: done,
  },
  'POST /api/respond/incidents/:id/merge': {
    command: 'respond incidents merge',
    permission: 'incident.command',
    summary: {
      ja: '同一事象の別のインシデントへの統合',
      en: 'Merge into another incident of the same event',
    },
    params: byId,
    body: z.object({ intoId: z.uuid() }),
    reply: done,
  },
  'DELETE /api/respond/incidents/:id/links/:otherId': {
    command: 'respond incidents unlink',
    permission: 'room.write',
    summary: { ja: '関連付けの解除', en: 'Unlink two incidents' },
    params: byId.extend({ otherId: givenId }),
    reply: done,
  },
  'POST /api/respond/incidents/:id/times': {
    command: 'respond times state',
    permission: 'room.write',
    summary: { ja: '時刻の記録（以前の記録は保持）', en: 'Record a time; earlier records are kept' },
    params: byId,
    body: timeStated,
    reply: done,
  },
});
