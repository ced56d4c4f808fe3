import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { figureData } from '../../../report/figure/schema.ts';
import { route } from '../../route.ts';
import { figureSoFar } from './figure-so-far.ts';
import { findingsWithHistory } from './findings-with-history.ts';
import { listVersions } from './list-versions.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { reviseCase } from './revise-case.ts';
import { TURNS } from './rules.ts';
import { caseFilter, caseSummary, caseView, newCase, revision, versionView } from './schema.ts';
import { findCase, listCases } from './store.ts';
import { turnCase } from './turn-case.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/learn/incidents/:id/figure',
    command: 'learn incidents figure',
    permission: 'case.read',
    summary: { ja: '時系列から描いた関係図（進行中）', en: 'The relation figure an incident has so far' },
    params: z.object({ id: z.uuid() }),
    reply: z.object({ figure: figureData }),
    handle: (ctx, { params }) => figureSoFar(ctx, params.id),
  }),
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
      const { stored, findings } = await reading(ctx, async (trx) => {
        const found = await findCase(trx, params.id);
        if (!found) throw new Fault('not-found');
        return { stored: found, findings: await findingsWithHistory(trx, found) };
      });
      const { document, changedAt, id, state, version, incidentId } = stored;
      return {
        id,
        state,
        version,
        incidentId,
        changedAt: changedAt.toString(),
        document: { ...document, state },
        findings: findings.map((finding) => ({ ...finding })),
      };
    },
  }),
  route({
    key: 'GET /api/learn/cases/:id/versions',
    command: 'learn cases versions',
    permission: 'case.read',
    summary: { ja: '事例の改訂の記録（新しい順）', en: 'Revisions of a case, newest first' },
    params: one,
    reply: z.object({ versions: z.array(versionView) }),
    handle: async (ctx, { params }) => ({ versions: await listVersions(ctx, params.id) }),
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
