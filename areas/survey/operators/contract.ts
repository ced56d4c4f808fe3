import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import {
  ending,
  operatorBody,
  operatorChange,
  operatorFilter,
  operatorView,
  verification,
} from './schema.ts';

export const contracts = contract({
  'GET /api/survey/operators': {
    command: 'survey operators list',
    permission: 'survey.intake',
    summary: { ja: '調査対象の事業者', en: 'Operators the survey covers' },
    query: operatorFilter,
    reply: z.object({ operators: z.array(operatorView), next: z.string().nullable() }),
  },
  'GET /api/survey/operators/:id': {
    command: 'survey operators show',
    permission: 'survey.intake',
    summary: { ja: '事業者', en: 'An operator' },
    params: byId,
    reply: operatorView,
  },
  'POST /api/survey/operators': {
    command: 'survey operators add',
    permission: 'survey.manage',
    summary: { ja: '事業者の登録', en: 'Add an operator' },
    body: operatorBody,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/survey/operators/:id': {
    command: 'survey operators change',
    permission: 'survey.manage',
    summary: { ja: '事業者の変更', en: 'Change an operator' },
    params: byId,
    body: operatorChange,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/survey/operators/:id/verification': {
    command: 'survey operators verify',
    permission: 'survey.manage',
    summary: { ja: '事業者の本人確認の記録', en: 'Record whether an operator is verified' },
    params: byId,
    body: verification,
    reply: done,
  },
  'POST /api/survey/operators/:id/ending': {
    command: 'survey operators end',
    permission: 'survey.manage',
    summary: { ja: '事業者の登録の終了・再開', en: 'End or resume an operator' },
    params: byId,
    body: ending,
    reply: done,
  },
});
