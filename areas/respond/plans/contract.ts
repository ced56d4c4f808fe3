import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { estimate, incidentPlan, planChoice, templateFilled, templateWanted } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/plan': {
    command: 'respond plan get',
    permission: 'register.read',
    summary: {
      ja: 'インシデントの対応計画と、見積もりに対する段階・招集・報告先',
      en: 'The plan of an incident, and what it says for what is estimated',
    },
    params: byId,
    reply: incidentPlan,
  },
  'PUT /api/respond/incidents/:id/estimate': {
    command: 'respond plan estimate',
    permission: 'timeline.write',
    summary: { ja: '分かったこと・見積もりを記録する', en: 'Say what is known or estimated' },
    params: byId,
    body: estimate.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/plan': {
    command: 'respond plan choose',
    permission: 'incident.command',
    summary: { ja: '公開中の対応計画を適用する', en: 'Put an incident under a plan in force' },
    params: byId,
    body: planChoice,
    reply: done,
  },
  'POST /api/respond/incidents/:id/plan/fill': {
    command: 'respond plan fill',
    permission: 'timeline.write',
    summary: { ja: '計画のひな形を記録から埋める', en: 'Fill a template of the plan from the record' },
    params: byId,
    body: templateWanted,
    reply: templateFilled,
  },
});
