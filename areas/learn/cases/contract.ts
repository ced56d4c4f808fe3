import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import { figureData } from '../../../report/figure/schema.ts';
import { byId, contract, done } from '../../contract.ts';
import {
  CLAIM_SECTIONS,
  caseFilter,
  caseSummary,
  caseView,
  claim,
  differenceView,
  figureSheet,
  newCase,
  restoring,
  revision,
  TURNS,
  turnView,
  versionView,
} from './schema.ts';

export const contracts = contract({
  'GET /api/learn/incidents/:id/figure': {
    command: 'learn incidents figure',
    permission: 'case.read',
    summary: { ja: '時系列に基づく関係図（作成中）', en: 'The relation figure of an incident so far' },
    params: byId,
    reply: z.object({ figure: figureData }),
  },
  'GET /api/learn/incidents/:id/case': {
    command: 'learn incidents case',
    permission: 'case.read',
    summary: { ja: 'インシデントから作成された事例', en: 'The case created from an incident' },
    params: byId,
    reply: z.object({ case: z.object({ id: z.string() }).nullable() }),
  },
  'GET /api/learn/cases': {
    command: 'learn cases list',
    permission: 'case.read',
    summary: {
      ja: '事例の一覧（検索時は関連度順、それ以外は新しい順）',
      en: 'Cases, the best match first when searched, else the newest',
    },
    query: caseFilter,
    reply: z.object({ cases: z.array(caseSummary), next: z.string().nullable() }),
  },
  'GET /api/learn/cases/:id': {
    command: 'learn cases show',
    permission: 'case.read',
    summary: { ja: '事例の全文と修正が必要な項目', en: 'A case with its findings' },
    params: byId,
    reply: caseView,
  },
  'GET /api/learn/cases/:id/figure': {
    command: 'learn cases figure',
    permission: 'case.read',
    summary: { ja: '事例の関係図（描画済み）', en: 'The drawn relation figure of a case' },
    params: byId,
    query: z.object({ language: z.enum(LANGUAGES).default('ja') }),
    reply: z.object({ sheets: z.array(figureSheet) }),
  },
  'GET /api/learn/cases/:id/versions': {
    command: 'learn cases versions',
    permission: 'case.read',
    summary: {
      ja: '事例の版とレビューの履歴（新しい順）',
      en: 'Versions of a case and its reviews, newest first',
    },
    params: byId,
    reply: z.object({ versions: z.array(versionView), turns: z.array(turnView) }),
  },
  'GET /api/learn/cases/:id/versions/:version': {
    command: 'learn cases changes',
    permission: 'case.read',
    summary: { ja: 'ある版の変更箇所（前の版との差分）', en: 'What a version changed' },
    params: z.object({ id: givenId, version: z.coerce.number().int().positive() }),
    reply: z.object({ differences: z.array(differenceView) }),
  },
  'POST /api/learn/cases/:id/restore': {
    command: 'learn cases restore',
    permission: 'case.write',
    summary: { ja: '以前の版の内容に戻す（新しい版として保存）', en: 'Restore an earlier version' },
    params: byId,
    body: restoring,
    reply: z.object({ version: z.number() }),
  },
  'GET /api/learn/cases/:id/unsaid': {
    command: 'learn cases unsaid',
    permission: 'case.write',
    summary: {
      ja: '元のインシデントの記録にあり、事例にない事項',
      en: 'What the incident’s record says and the case does not',
    },
    params: byId,
    reply: z.object({ claims: z.array(z.object({ section: z.enum(CLAIM_SECTIONS), claim })) }),
  },
  'POST /api/learn/cases': {
    command: 'learn cases open',
    permission: 'case.write',
    summary: { ja: '事例ファイル（YAML・JSON）からの下書きの作成', en: 'Create a draft from a case file' },
    body: newCase,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/learn/cases/:id': {
    command: 'learn cases revise',
    permission: 'case.write',
    summary: { ja: '事例の編集', en: 'Write a new version' },
    params: byId,
    body: revision,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/learn/cases/:id/turn': {
    command: 'learn cases turn',
    permission: 'case.read',
    summary: {
      ja: 'レビュー依頼・差し戻し・承認・下書きに戻す・取り下げ',
      en: 'Request review, return, approve, reopen or withdraw',
    },
    params: byId,
    body: z.object({
      turn: z.enum(TURNS),
      version: z.number().int().positive(),
      reason: z.string().trim().max(1_000).default(''),
    }),
    reply: done,
  },
});
