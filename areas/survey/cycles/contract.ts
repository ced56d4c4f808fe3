import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { criteriaEdition, cycleChange, cycleTurn, cycleView, newCriteria, newCycle } from './schema.ts';

export const contracts = contract({
  'GET /api/survey/cycles': {
    command: 'survey cycles list',
    permission: 'survey.read',
    summary: { ja: '年度ごとの調査（新しい順）', en: 'Surveys by fiscal year, newest first' },
    reply: z.object({ cycles: z.array(cycleView) }),
  },
  'GET /api/survey/cycles/:id': {
    command: 'survey cycles show',
    permission: 'survey.read',
    summary: { ja: '年度の調査', en: 'A survey' },
    params: byId,
    reply: cycleView,
  },
  'POST /api/survey/cycles': {
    command: 'survey cycles open',
    permission: 'survey.manage',
    summary: { ja: '年度の調査の登録', en: 'Open a survey' },
    body: newCycle,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/survey/cycles/:id': {
    command: 'survey cycles change',
    permission: 'survey.manage',
    summary: { ja: '年度の調査の変更', en: 'Change a survey' },
    params: byId,
    body: cycleChange,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/survey/cycles/:id/turns': {
    command: 'survey cycles turn',
    permission: 'survey.manage',
    summary: { ja: '調査の段階の変更', en: 'Move a survey on, or back a step' },
    params: byId,
    body: cycleTurn,
    reply: done,
  },
  'GET /api/survey/cycles/:id/criteria': {
    command: 'survey criteria editions',
    permission: 'survey.read',
    summary: { ja: '選定の観点の版（新しい順）', en: 'Editions of the selection criteria, newest first' },
    params: byId,
    reply: z.object({ editions: z.array(criteriaEdition) }),
  },
  'PUT /api/survey/cycles/:id/criteria': {
    command: 'survey criteria keep',
    permission: 'survey.manage',
    summary: { ja: '選定の観点の新しい版の登録', en: 'Save a new edition of the selection criteria' },
    params: byId,
    body: newCriteria,
    reply: z.object({ edition: z.number() }),
  },
});
