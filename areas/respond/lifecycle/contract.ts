import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { incidentLink } from '../incidents/schema.ts';
import { timeStated } from '../timeline/schema.ts';
import { closing, declaration, leftOpen, note, turn } from './schema.ts';

export const contracts = contract({
  'POST /api/respond/incidents': {
    command: 'respond incidents declare',
    permission: 'incident.declare',
    summary: { ja: 'インシデントを宣言する', en: 'Declare an incident' },
    body: declaration.extend(happening),
    reply: z.object({ id: z.string(), number: z.number() }),
  },
  'GET /api/respond/incidents/:id/left-open': {
    command: 'respond incidents left',
    permission: 'room.read',
    summary: {
      ja: '復旧・終了のときに理由が要る、残っていること',
      en: 'What is left and needs a reason when it is resolved or closed',
    },
    params: byId,
    reply: leftOpen,
  },
  'POST /api/respond/incidents/:id/resolve': {
    command: 'respond incidents resolve',
    permission: 'incident.command',
    summary: {
      ja: '復旧を記録する（すべての呼出が止まる。続けるものがあれば指定する）',
      en: 'Resolve; every call for it ends, unless one is asked to go on',
    },
    params: byId,
    body: turn.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/reopen': {
    command: 'respond incidents reopen',
    permission: 'incident.command',
    summary: { ja: '対応を再開する', en: 'Reopen' },
    params: byId,
    body: z.object({ note }).extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/close': {
    command: 'respond incidents close',
    permission: 'incident.command',
    summary: {
      ja: '終了する（残っている必須のことがあれば名指しで断る）',
      en: 'Close; refused while something required is open, each named',
    },
    params: byId,
    body: closing.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/restriction': {
    command: 'respond incidents restrict',
    permission: 'incident.share',
    summary: { ja: '共有した人だけが見られるようにする', en: 'Keep it to those it is shared with' },
    params: byId,
    body: z.object({ restricted: z.boolean() }),
    reply: done,
  },
  'POST /api/respond/incidents/:id/links': {
    command: 'respond incidents link',
    permission: 'room.write',
    summary: { ja: 'ほかのインシデントと関連付ける', en: 'Link it with another' },
    params: byId,
    body: incidentLink,
    reply: done,
  },
  'POST /api/respond/incidents/:id/merge': {
    command: 'respond incidents merge',
    permission: 'incident.command',
    summary: {
      ja: '同じ事象だった別のインシデントに統合する',
      en: 'Merge it into another that turns out to be the same',
    },
    params: byId,
    body: z.object({ intoId: z.uuid() }),
    reply: done,
  },
  'DELETE /api/respond/incidents/:id/links/:otherId': {
    command: 'respond incidents unlink',
    permission: 'room.write',
    summary: { ja: '関連付けを外す', en: 'Unlink two incidents' },
    params: byId.extend({ otherId: z.uuid() }),
    reply: done,
  },
  'POST /api/respond/incidents/:id/times': {
    command: 'respond times state',
    permission: 'room.write',
    summary: { ja: '時刻を記録する（前の記録は残る）', en: 'State a time; what was stated before stays' },
    params: byId,
    body: timeStated,
    reply: done,
  },
});
