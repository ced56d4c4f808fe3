import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { namesOf } from '../contacts/index.ts';
import { entryKey } from '../registers/schema.ts';
import { checkPlan } from './check-plan.ts';
import { followPlan } from './follow-plan.ts';
import { plansInForce } from './plans-in-force.ts';
import { publishPlan } from './publish-plan.ts';
import { followed, inputs, planCheck, publishedPlan, SITUATIONS } from './schema.ts';
import { startPlan } from './start-plan.ts';

const one = z.object({ plan: entryKey });

export const routes = [
  route({
    key: 'GET /api/prepare/plans',
    command: 'prepare plans published',
    permission: 'register.read',
    summary: { ja: '公開されている対応計画', en: 'Plans in force' },
    reply: z.object({
      plans: z.array(publishedPlan.extend({ name: z.string(), situation: z.enum(SITUATIONS) })),
    }),
    handle: async (ctx) => {
      permit(ctx, 'register.read');
      return reading(ctx, async (trx) => {
        const plans = await plansInForce(trx);
        const names = await namesOf(
          trx,
          plans.map(({ publishedBy }) => publishedBy),
        );
        return {
          plans: plans.map(({ plan, publishedAt, publishedBy, key, version }) => ({
            key,
            version,
            name: plan.name,
            situation: plan.situation,
            publishedAt: publishedAt.toString(),
            publishedBy: names[publishedBy] ?? publishedBy,
          })),
        };
      });
    },
  }),
  route({
    key: 'POST /api/prepare/plans/check',
    command: 'prepare plans check',
    permission: 'register.read',
    summary: {
      ja: '対応計画を点検し、例で試す（何も書かない）',
      en: 'Look a plan through and try its samples',
    },
    body: z.object({ entry: z.record(z.string(), z.unknown()) }),
    reply: planCheck,
    handle: (ctx, { body }) => checkPlan(ctx, body.entry),
  }),
  route({
    key: 'POST /api/prepare/plans/start',
    command: 'prepare plans start',
    permission: 'register.manage',
    summary: { ja: '用意された計画を下書きに取り入れる', en: 'Take a starting plan in as a draft' },
    body: z.object({ situation: z.enum(SITUATIONS), language: z.enum(['ja', 'en']).default('ja') }),
    reply: z.object({ key: z.string(), version: z.number() }),
    handle: (ctx, { body }) => startPlan(ctx, body.situation, body.language),
  }),
  route({
    key: 'POST /api/prepare/plans/:plan/publish',
    command: 'prepare plans publish',
    permission: 'register.manage',
    summary: { ja: '対応計画の版を公開する', en: 'Put a version of a plan in force' },
    params: one,
    body: z.object({ version: z.int().min(1) }),
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await publishPlan(ctx, params.plan, body.version);
      return {};
    },
  }),
  route({
    key: 'POST /api/prepare/plans/:plan/follow',
    command: 'prepare plans follow',
    permission: 'register.read',
    summary: {
      ja: '規模などの値から、段階・招集・報告先を求める',
      en: 'Level, body and reports for what is known of an incident',
    },
    params: one,
    body: z.object({ inputs }),
    reply: followed,
    handle: async (ctx, { params, body }) => {
      permit(ctx, 'register.read');
      const plans = await reading(ctx, (trx) => plansInForce(trx));
      const found = plans.find(({ key }) => key === params.plan);
      if (!found) throw new Fault('not-found');
      return followPlan(found.plan, body.inputs);
    },
  }),
] as const;
