import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { entryKey } from '../registers/schema.ts';
import { followed, inputs, planCheck, publishedPlan, SITUATIONS, STARTING_SITUATIONS } from './schema.ts';

const one = z.object({ plan: entryKey });

export const contracts = contract({
  'GET /api/prepare/plans': {
    command: 'prepare plans published',
    permission: 'register.read',
    summary: { ja: '公開中の対応計画', en: 'Active plans' },
    reply: z.object({
      plans: z.array(publishedPlan.extend({ name: z.string(), situation: z.enum(SITUATIONS) })),
    }),
  },
  'POST /api/prepare/plans/check': {
    command: 'prepare plans check',
    permission: 'register.read',
    summary: {
      ja: '対応計画の点検と例による試行（保存しない）',
      en: 'Check a plan and run its samples',
    },
    body: z.object({ entry: z.record(z.string(), z.unknown()) }),
    reply: planCheck,
  },
  'POST /api/prepare/plans/start': {
    command: 'prepare plans start',
    permission: 'register.manage',
    summary: { ja: 'テンプレートからの対応計画の下書きの作成', en: 'Create a draft plan from a template' },
    body: z.object({ situation: z.enum(STARTING_SITUATIONS), language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({ key: z.string(), version: z.number() }),
  },
  'POST /api/prepare/plans/:plan/publish': {
    command: 'prepare plans publish',
    permission: 'register.manage',
    summary: { ja: '対応計画の版の公開', en: 'Publish a version of a plan' },
    params: one,
    body: z.object({ version: z.int().min(1) }),
    reply: done,
  },
  'POST /api/prepare/plans/:plan/follow': {
    command: 'prepare plans follow',
    permission: 'register.read',
    summary: {
      ja: '規模などに応じた段階・招集・報告先の判定',
      en: 'Level, bodies and reports for given inputs',
    },
    params: one,
    body: z.object({ inputs }),
    reply: followed,
  },
});
