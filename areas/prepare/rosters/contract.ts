import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { dutyChange, dutyView, onCallView, rosterAhead } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/duty': {
    command: 'prepare duty list',
    permission: 'roster.read',
    summary: { ja: '当番（呼び出し順）', en: 'People on call, in call order' },
    reply: dutyView,
  },
  'PUT /api/prepare/duty': {
    command: 'prepare duty set',
    permission: 'roster.manage',
    summary: {
      ja: '呼び出し順の設定（読み取った順を seen に指定）',
      en: 'Set the on-call order; pass the order you read as seen',
    },
    body: dutyChange,
    reply: done,
  },
  'GET /api/prepare/on-call': {
    command: 'prepare on-call show',
    permission: 'roster.read',
    summary: {
      ja: '現在の当番と交代予定、空き時間',
      en: 'Who is on call now and next, and roster gaps',
    },
    reply: onCallView,
  },
  'GET /api/prepare/rosters/:roster/ahead': {
    command: 'prepare rosters ahead',
    permission: 'roster.read',
    summary: {
      ja: '当番シフト表（4週間先まで）と、90日間の空き・重複・負担',
      en: 'Roster for four weeks; gaps, overlaps and load over 90 days',
    },
    params: z.object({ roster: z.string().max(80) }),
    reply: rosterAhead,
  },
});
