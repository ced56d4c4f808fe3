import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { estimate, incidentPlan, planChoice, templateFilled, templateWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/plan': {
    command: 'respond plan get',
    permission: 'register.read',
    summary: {
      ja: 'インシデントの対応計画と、見積もりに応じた段階・招集・報告先',
      en: 'The plan of an incident with level, bodies and reports for its estimates',
    },
    params: byId,
    reply: incidentPlan,
  },
  'PUT /api/respond/incidents/:id/estimate': {
    command: 'respond plan estimate',
    permission: 'timeline.write',
    summary: { ja: '判明事項・見積もりの記録', en: 'Record known facts and estimates' },
    params: byId,
    body: estimate.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/plan': {
    command: 'respond plan choose',
    permission: 'incident.command',
    summary: { ja: '公開中の対応計画の適用', en: 'Apply an active plan to an incident' },
    params: byId,
    body: planChoice,
    reply: done,
  },
  'POST /api/respond/incidents/:id/plan/fill': {
    command: 'respond plan fill',
    permission: 'timeline.write',
    summary: { ja: '計画のひな形への記録からの転記', en: 'Fill a template of the plan from the record' },
    params: byId,
    body: templateWanted,
    reply: templateFilled,
  },
});
