import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { entryKey } from '../registers/schema.ts';
import { followed, inputs, planCheck, publishedPlan, SITUATIONS, STARTING_SITUATIONS } from './schema.ts';

const one = z.object({ plan: entryKey });

export const contracts = contract({
  'GET /api/prepare/plans': {
    command: 'prepare plans published',
    permission: 'register.read',
    summary: { ja: '公開されている対応計画', en: 'Plans in force' },
    reply: z.object({
      plans: z.array(publishedPlan.extend({ name: z.string(), situation: z.enum(SITUATIONS) })),
    }),
  },
  'POST /api/prepare/plans/check': {
    command: 'prepare plans check',
    permission: 'register.read',
    summary: {
      ja: '対応計画を点検し、例で試す（何も書かない）',
      en: 'Look a plan through and try its samples',
    },
    body: z.object({ entry: z.record(z.string(), z.unknown()) }),
    reply: planCheck,
  },
  'POST /api/prepare/plans/start': {
    command: 'prepare plans start',
    permission: 'register.manage',
    summary: { ja: '用意された計画を下書きに取り入れる', en: 'Take a starting plan in as a draft' },
    body: z.object({ situation: z.enum(STARTING_SITUATIONS), language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({ key: z.string(), version: z.number() }),
  },
  'POST /api/prepare/plans/:plan/publish': {
    command: 'prepare plans publish',
    permission: 'register.manage',
    summary: { ja: '対応計画の版を公開する', en: 'Put a version of a plan in force' },
    params: one,
    body: z.object({ version: z.int().min(1) }),
    reply: done,
  },
  'POST /api/prepare/plans/:plan/follow': {
    command: 'prepare plans follow',
    permission: 'register.read',
    summary: {
      ja: '規模などの値から、段階・招集・報告先を求める',
      en: 'Level, body and reports for what is known of an incident',
    },
    params: one,
    body: z.object({ inputs }),
    reply: followed,
  },
});
