import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { linePage, timelineFilter } from '../../ledger/schema.ts';
import {
  addition,
  correction,
  dispute,
  factsKnown,
  judgement,
  knownTimes,
  newEntry,
  settlement,
} from './schema.ts';

const line = byId.extend({ seq: z.coerce.number().int().positive() });

export const contracts = contract({
  'GET /api/respond/incidents/:id/timeline': {
    command: 'respond timeline list',
    permission: 'incident.read',
    summary: {
      ja: '時系列（新しい順。発生順も指定可）',
      en: 'Timeline, newest first, as entered or as it happened',
    },
    params: byId,
    query: timelineFilter,
    reply: linePage,
  },
  'POST /api/respond/incidents/:id/timeline': {
    command: 'respond timeline note',
    permission: 'timeline.write',
    summary: { ja: '時系列への記録', en: 'Add a note' },
    params: byId,
    body: newEntry,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/correct': {
    command: 'respond timeline correct',
    permission: 'timeline.write',
    summary: { ja: '記録の訂正（元の記録は保持）', en: 'Correct an entry; the original is kept' },
    params: line,
    body: correction,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/annotate': {
    command: 'respond timeline annotate',
    permission: 'timeline.write',
    summary: { ja: '記録への補足', en: 'Annotate an entry' },
    params: line,
    body: addition,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/judge': {
    command: 'respond timeline judge',
    permission: 'room.write',
    summary: { ja: '対処の結果の記録', en: 'Record the outcome of a response' },
    params: line,
    body: judgement,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/dispute': {
    command: 'respond timeline dispute',
    permission: 'timeline.write',
    summary: {
      ja: '食い違う情報の記録',
      en: 'Add a conflicting account to an entry',
    },
    params: line,
    body: dispute,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/settle': {
    command: 'respond timeline settle',
    permission: 'incident.command',
    summary: {
      ja: '採用する情報と根拠の記録',
      en: 'Record which account is accepted, and why',
    },
    params: line,
    body: settlement,
    reply: done,
  },
  'GET /api/respond/incidents/:id/facts': {
    command: 'respond facts get',
    permission: 'room.read',
    summary: { ja: '食い違う情報と見積もりの推移', en: 'Conflicting accounts and history of estimates' },
    params: byId,
    reply: factsKnown,
  },
  'GET /api/respond/incidents/:id/times': {
    command: 'respond times list',
    permission: 'incident.read',
    summary: {
      ja: '発生・認知・認識などの時刻',
      en: 'Times of occurrence, detection, recognition and so on',
    },
    params: byId,
    reply: knownTimes,
  },
});
