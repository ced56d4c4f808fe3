import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { namedFilter } from '../../lists/schema.ts';
import { newRule, ruleMove, ruleRewrite, ruleTrial, ruleView, trialView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/rules': {
    command: 'respond rules list',
    permission: 'rule.read',
    summary: { ja: '宣言ルールの一覧（上から順に評価）', en: 'Rules, in order of evaluation' },
    query: namedFilter,
    reply: z.object({ rules: z.array(ruleView), next: z.string().nullable() }),
  },
  'POST /api/respond/rules': {
    command: 'respond rules add',
    permission: 'rule.manage',
    summary: { ja: '宣言ルールの追加', en: 'Add a rule' },
    body: newRule,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/respond/rules/:id': {
    command: 'respond rules change',
    permission: 'rule.manage',
    summary: {
      ja: '宣言ルールの変更（読み取った内容を seen に指定）',
      en: 'Change a rule; pass what you read as seen',
    },
    params: byId,
    body: ruleRewrite,
    reply: done,
  },
  'POST /api/respond/rules/:id/move': {
    command: 'respond rules move',
    permission: 'rule.manage',
    summary: { ja: '宣言ルールの評価順の変更', en: 'Reorder a rule' },
    params: byId,
    body: ruleMove,
    reply: done,
  },
  'POST /api/respond/rules/trial': {
    command: 'respond rules trial',
    permission: 'rule.manage',
    summary: {
      ja: '過去のシグナルによる宣言ルールの試行（変更なし）',
      en: 'Test a rule with past signals; changes nothing',
    },
    body: ruleTrial,
    reply: trialView,
  },
  'DELETE /api/respond/rules/:id': {
    command: 'respond rules remove',
    permission: 'rule.manage',
    summary: { ja: '宣言ルールの削除', en: 'Remove a rule' },
    params: byId,
    reply: done,
  },
});
