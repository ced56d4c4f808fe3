import { z } from 'zod';
import { route } from '../../route.ts';
import { choosePlan } from './choose-plan.ts';
import { estimateIncident } from './estimate-incident.ts';
import { fillFromRecord } from './fill-from-record.ts';
import { readPlan } from './read-plan.ts';
import { estimate, incidentPlan, planChoice, templateFilled, templateWanted } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/plan',
    command: 'respond plan get',
    permission: 'register.read',
    summary: {
      ja: 'インシデントの対応計画と、見積もりに対する段階・招集・報告先',
      en: 'The plan of an incident, and what it says for what is estimated',
    },
    params: one,
    reply: incidentPlan,
    handle: (ctx, { params }) => readPlan(ctx, params.id),
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/estimate',
    command: 'respond plan estimate',
    permission: 'timeline.write',
    summary: { ja: '分かったこと・見積もりを記録する', en: 'Say what is known or estimated' },
    params: one,
    body: estimate,
    reply: z.object({}),
    handle: async (ctx, { params, body }) => {
      await estimateIncident(ctx, params.id, body.input, body.value);
      return {};
    },
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
