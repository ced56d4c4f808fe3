import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { briefSent, headquartersView, newDecision, reasoned, setUp } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/headquarters': {
    command: 'respond headquarters get',
    permission: 'room.read',
    summary: { ja: '対策本部・決定・経営層への報告', en: 'Headquarters, decisions and executive briefs' },
    params: byId,
    reply: headquartersView,
  },
  'POST /api/respond/incidents/:id/headquarters': {
    command: 'respond headquarters set-up',
    permission: 'incident.command',
    summary: { ja: '対策本部を設置する（時計が止まる）', en: 'Set the headquarters up; its clock stops' },
    params: byId,
    body: setUp.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/headquarters': {
    command: 'respond headquarters move',
    permission: 'incident.command',
    summary: {
      ja: '本部の場所・会議・経営層への報告間隔を変える',
      en: 'Change the room, the bridge, or how often executives are told',
    },
    params: byId,
    body: setUp.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/headquarters/end': {
    command: 'respond headquarters end',
    permission: 'incident.command',
    summary: { ja: '設置を見送る、または解散する', en: 'Decline the proposal, or stand down' },
    params: byId,
    body: reasoned.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/decisions': {
    command: 'respond decisions record',
    permission: 'room.write',
    summary: { ja: '決定を記録する', en: 'Record a decision' },
    params: byId,
    body: newDecision.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/briefs': {
    command: 'respond briefs draft',
    permission: 'incident.command',
    summary: { ja: '経営層への報告を記録から下書きする', en: 'Draft an executive brief from the record now' },
    params: byId,
    reply: done,
  },
  'POST /api/respond/briefs/:id/send': {
    command: 'respond briefs send',
    permission: 'incident.command',
    summary: { ja: '経営層への報告を送る', en: 'Send an executive brief' },
    params: byId,
    body: briefSent.extend(happening),
    reply: done,
  },
  'POST /api/respond/briefs/:id/read': {
    command: 'respond briefs read',
    permission: 'page.acknowledge',
    summary: { ja: '報告を読んだことを記録する', en: 'Say that you have read a brief' },
    params: byId,
    reply: done,
  },
});
