import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { briefSent, headquartersView, moved, newDecision, reasoned, setUp } from './schema.ts';

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
    summary: { ja: '対策本部の設置（所要時間の計測を終了）', en: 'Set up headquarters; its clock stops' },
    params: byId,
    body: setUp.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/headquarters': {
    command: 'respond headquarters move',
    permission: 'incident.command',
    summary: {
      ja: '対策本部の場所・会議・経営層への報告間隔の変更（読み取った値を seen に指定可能）',
      en: 'Change the room, bridge or executive brief interval; what you read may be passed as seen',
    },
    params: byId,
    body: moved.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/headquarters/end': {
    command: 'respond headquarters end',
    permission: 'incident.command',
    summary: { ja: '設置の見送り、または解散', en: 'Decline the proposal, or stand down' },
    params: byId,
    body: reasoned.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/decisions': {
    command: 'respond decisions record',
    permission: 'room.write',
    summary: { ja: '決定の記録', en: 'Record a decision' },
    params: byId,
    body: newDecision.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/briefs': {
    command: 'respond briefs draft',
    permission: 'incident.command',
    summary: { ja: '経営層への報告の、記録からの下書き', en: 'Draft an executive brief from the record' },
    params: byId,
    reply: done,
  },
  'POST /api/respond/briefs/:id/send': {
    command: 'respond briefs send',
    permission: 'incident.command',
    summary: { ja: '経営層への報告の送信', en: 'Send an executive brief' },
    params: byId,
    body: briefSent.extend(happening),
    reply: done,
  },
  'POST /api/respond/briefs/:id/read': {
    command: 'respond briefs read',
    permission: 'page.acknowledge',
    summary: { ja: '報告の確認の記録', en: 'Mark a brief as read' },
    params: byId,
    reply: done,
  },
});
