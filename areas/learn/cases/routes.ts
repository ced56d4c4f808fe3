import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { reviseCase } from './revise-case.ts';
import { findingsOf, TURNS } from './rules.ts';
import { caseFilter, caseSummary, caseView, newCase, revision, similarView } from './schema.ts';
import { similarCases } from './similar-cases.ts';
import { findCase, listCases } from './store.ts';
import { turnCase } from './turn-case.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/learn/cases',
    command: 'learn cases list',
    permission: 'case.read',
    summary: { ja: '事例の一覧（新しい順）', en: 'Cases, newest first' },
    query: caseFilter,
    reply: z.object({ cases: z.array(caseSummary), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'case.read');
      return reading(ctx, (trx) => listCases(trx, query));
    },
  }),
  route({
    key: 'GET /api/learn/cases/:id',
    command: 'learn cases show',
    permission: 'case.read',
    summary: { ja: '事例の全文と直すところ', en: 'A case with its findings' },
    params: one,
    reply: caseView,
    handle: async (ctx, { params }) => {
      permit(ctx, 'case.read');
      const stored = await reading(ctx, (trx) => findCase(trx, params.id));
      if (!stored) throw new Fault('not-found');
      const { document, changedAt, id, state, version, incidentId } = stored;
      return {
        id,
        state,
        version,
        incidentId,
        changedAt: changedAt.toString(),
        document: { ...document, state },
        findings: findingsOf(document).map((finding) => ({ ...finding })),
      };
    },
  }),
  route({
    key: 'GET /api/learn/cases/:id/similar',
    command: 'learn cases similar',
    permission: 'case.read',
    summary: { ja: '似た事例と、似ている理由', en: 'Similar cases and why' },
    params: one,
    reply: z.object({ cases: z.array(similarView) }),
    handle: async (ctx, { params }) => ({ cases: await similarCases(ctx, params.id) }),
  }),
  route({
    key: 'POST /api/learn/cases',
    command: 'learn cases open',
    permission: 'case.write',
    summary: { ja: '事例ファイル（YAML・JSON）から下書きを作る', en: 'Open a draft from a case file' },
    body: newCase,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => openCase(ctx, readCase(body.text)),
  }),
  route({
    key: 'PUT /api/learn/cases/:id',
    command: 'learn cases revise',
    permission: 'case.write',
    summary: { ja: '事例を書き換える', en: 'Write a new version' },
    params: one,
    body: revision,
    reply: z.object({ version: z.number() }),
    handle: (ctx, { params, body }) => reviseCase(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/learn/cases/:id/turn',
    command: 'learn cases turn',
    permission: 'case.read',
    summary: {
      ja: '査読に出す・差し戻す・承認する・取り下げる',
      en: 'Submit, return, approve, reopen, withdraw',
    },
    params: one,
    body: z.object({ turn: z.enum(TURNS), version: z.number().int().positive() }),
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await turnCase(ctx, params.id, body.turn, body.version);
      return {};
    },
  }),
] as const;
