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
      ja: '時系列（新しい順。起きた順にもできる）',
      en: 'Timeline, newest first, as entered or as it happened',
    },
    params: byId,
    query: timelineFilter,
    reply: linePage,
  },
  'POST /api/respond/incidents/:id/timeline': {
    command: 'respond timeline note',
    permission: 'timeline.write',
    summary: { ja: '時系列に記録する', en: 'Add a note' },
    params: byId,
    body: newEntry,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/correct': {
    command: 'respond timeline correct',
    permission: 'timeline.write',
    summary: { ja: '記録を訂正する（元の行は残る）', en: 'Correct a line; the line stays' },
    params: line,
    body: correction,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/annotate': {
    command: 'respond timeline annotate',
    permission: 'timeline.write',
    summary: { ja: '記録に補足する', en: 'Annotate a line' },
    params: line,
    body: addition,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/judge': {
    command: 'respond timeline judge',
    permission: 'room.write',
    summary: { ja: '対処の結果を記録する', en: 'Say how a response worked out' },
    params: line,
    body: judgement,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/dispute': {
    command: 'respond timeline dispute',
    permission: 'timeline.write',
    summary: {
      ja: '食い違う情報を並べて記録する',
      en: 'Put a conflicting account beside a line',
    },
    params: line,
    body: dispute,
    reply: done,
  },
  'POST /api/respond/incidents/:id/timeline/:seq/settle': {
    command: 'respond timeline settle',
    permission: 'incident.command',
    summary: {
      ja: 'どの情報を採るか根拠とともに記録する',
      en: 'Say which account holds, and on what ground',
    },
    params: line,
    body: settlement,
    reply: done,
  },
  'GET /api/respond/incidents/:id/facts': {
    command: 'respond facts get',
    permission: 'room.read',
    summary: { ja: '食い違う情報と見積もりの推移', en: 'Conflicting accounts, and how estimates have moved' },
    params: byId,
    reply: factsKnown,
  },
  'GET /api/respond/incidents/:id/times': {
    command: 'respond times list',
    permission: 'incident.read',
    summary: { ja: '発生・認知・認識などの時刻', en: 'When it occurred, was noticed, recognised and so on' },
    params: byId,
    reply: knownTimes,
  },
});
