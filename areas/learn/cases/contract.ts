import { z } from 'zod';
import { figureData } from '../../../report/figure/schema.ts';
import { byId, contract, done } from '../../contract.ts';
import { TURNS } from './rules.ts';
import { caseFilter, caseSummary, caseView, newCase, revision, versionView } from './schema.ts';

export const contracts = contract({
  'GET /api/learn/incidents/:id/figure': {
    command: 'learn incidents figure',
    permission: 'case.read',
    summary: { ja: '時系列から描いた関係図（進行中）', en: 'The relation figure an incident has so far' },
    params: byId,
    reply: z.object({ figure: figureData }),
  },
  'GET /api/learn/cases': {
    command: 'learn cases list',
    permission: 'case.read',
    summary: { ja: '事例の一覧（新しい順）', en: 'Cases, newest first' },
    query: caseFilter,
    reply: z.object({ cases: z.array(caseSummary), next: z.string().nullable() }),
  },
  'GET /api/learn/cases/:id': {
    command: 'learn cases show',
    permission: 'case.read',
    summary: { ja: '事例の全文と直すところ', en: 'A case with its findings' },
    params: byId,
    reply: caseView,
  },
  'GET /api/learn/cases/:id/versions': {
    command: 'learn cases versions',
    permission: 'case.read',
    summary: { ja: '事例の改訂の記録（新しい順）', en: 'Revisions of a case, newest first' },
    params: byId,
    reply: z.object({ versions: z.array(versionView) }),
  },
  'POST /api/learn/cases': {
    command: 'learn cases open',
    permission: 'case.write',
    summary: { ja: '事例ファイル（YAML・JSON）から下書きを作る', en: 'Open a draft from a case file' },
    body: newCase,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/learn/cases/:id': {
    command: 'learn cases revise',
    permission: 'case.write',
    summary: { ja: '事例を書き換える', en: 'Write a new version' },
    params: byId,
    body: revision,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/learn/cases/:id/turn': {
    command: 'learn cases turn',
    permission: 'case.read',
    summary: {
      ja: '査読に出す・差し戻す・承認する・取り下げる',
      en: 'Submit, return, approve, reopen, withdraw',
    },
    params: byId,
    body: z.object({ turn: z.enum(TURNS), version: z.number().int().positive() }),
    reply: done,
  },
});
