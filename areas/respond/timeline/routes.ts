import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { listLines } from '../../ledger/list-lines.ts';
import { lineFilter, linePage } from '../../ledger/schema.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { addEntry } from './add-entry.ts';
import { amendEntry } from './amend-entry.ts';
import { disputeEntry, readFacts, settleDispute } from './dispute-entry.ts';
import { judgeEntry } from './judge-entry.ts';
import { readTimes } from './read-times.ts';
import {
  addition,
  correction,
  dispute,
  factsKnown,
  judgement,
  knownTimes,
  newEntry,
  settlement,
  timeStated,
} from './schema.ts';
import { stateTime } from './state-time.ts';

const one = z.object({ id: z.uuid() });
const line = one.extend({ seq: z.coerce.number().int().positive() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/timeline',
    command: 'respond timeline list',
    permission: 'incident.read',
    summary: { ja: '時系列（新しい順）', en: 'Timeline, newest first' },
    params: one,
    query: lineFilter.omit({ incidentId: true }),
    reply: linePage,
    handle: async (ctx, { params, query }) => {
      permit(ctx, 'incident.read');
      const incident = await reading(ctx, (trx) => findIncident(trx, params.id));
      if (!incident) throw new Fault('not-found');
      return listLines(ctx, { ...query, incidentId: params.id });
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/timeline',
    command: 'respond timeline note',
    permission: 'timeline.write',
    summary: { ja: '時系列に記録する', en: 'Add a note' },
    params: one,
    body: newEntry,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await addEntry(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/timeline/:seq/correct',
    command: 'respond timeline correct',
    permission: 'timeline.write',
    summary: { ja: '記録を訂正する（元の行は残る）', en: 'Correct a line; the line stays' },
    params: line,
    body: correction,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await amendEntry(ctx, params.id, params.seq, 'correct', body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/timeline/:seq/annotate',
    command: 'respond timeline annotate',
    permission: 'timeline.write',
    summary: { ja: '記録に補足する', en: 'Annotate a line' },
    params: line,
    body: addition,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await amendEntry(ctx, params.id, params.seq, 'annotate', body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/timeline/:seq/judge',
    command: 'respond timeline judge',
    permission: 'room.write',
    summary: { ja: '対処の結果を記録する', en: 'Say how a response worked out' },
    params: line,
    body: judgement,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await judgeEntry(ctx, params.id, params.seq, body.outcome);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/timeline/:seq/dispute',
    command: 'respond timeline dispute',
    permission: 'timeline.write',
    summary: {
      ja: '食い違う情報を並べて記録する',
      en: 'Put a conflicting account beside a line',
    },
    params: line,
    body: dispute,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await disputeEntry(ctx, params.id, params.seq, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/timeline/:seq/settle',
    command: 'respond timeline settle',
    permission: 'incident.command',
    summary: {
      ja: 'どの情報を採るか根拠とともに記録する',
      en: 'Say which account holds, and on what ground',
    },
    params: line,
    body: settlement,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await settleDispute(ctx, params.id, params.seq, body);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/incidents/:id/facts',
    command: 'respond facts get',
    permission: 'room.read',
    summary: { ja: '食い違う情報と見積もりの推移', en: 'Conflicting accounts, and how estimates have moved' },
    params: one,
    reply: factsKnown,
    handle: (ctx, { params }) => readFacts(ctx, params.id),
  }),
  route({
    key: 'GET /api/respond/incidents/:id/times',
    command: 'respond times list',
    permission: 'incident.read',
    summary: { ja: '発生・認知・認識などの時刻', en: 'When it occurred, was noticed, recognised and so on' },
    params: one,
    reply: knownTimes,
    handle: (ctx, { params }) => readTimes(ctx, params.id),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/times',
    command: 'respond times state',
    permission: 'room.write',
    summary: { ja: '時刻を記録する（前の記録は残る）', en: 'State a time; what was stated before stays' },
    params: one,
    body: timeStated,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await stateTime(ctx, params.id, body);
      return {};
    },
  }),
] as const;
