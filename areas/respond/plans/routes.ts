import { z } from 'zod';
import { route } from '../../route.ts';
import { choosePlan } from './choose-plan.ts';
import { fillFromRecord } from './fill-from-record.ts';
import { readPlan } from './read-plan.ts';
import { incidentPlan, planAsked, planChoice, templateFilled, templateWanted } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'POST /api/respond/incidents/:id/plan/follow',
    command: 'respond plan follow',
    permission: 'register.read',
    summary: {
      ja: 'インシデントの対応計画と、見積もりに対する段階・招集・報告先',
      en: 'The plan of an incident, and what it says for the estimates given',
    },
    params: one,
    body: planAsked,
    reply: incidentPlan,
    handle: (ctx, { params, body }) => readPlan(ctx, params.id, body.inputs),
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/plan',
    command: 'respond plan choose',
    permission: 'incident.command',
    summary: { ja: '公開中の対応計画を適用する', en: 'Put an incident under a plan in force' },
    params: one,
    body: planChoice,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await choosePlan(ctx, params.id, body.plan);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/plan/fill',
    command: 'respond plan fill',
    permission: 'timeline.write',
    summary: { ja: '計画のひな形を記録から埋める', en: 'Fill a template of the plan from the record' },
    params: one,
    body: templateWanted,
    reply: templateFilled,
    handle: (ctx, { params, body }) => fillFromRecord(ctx, params.id, body),
  }),
] as const;
