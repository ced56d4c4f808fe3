import { z } from 'zod';
import { contract, done } from '../../contract.ts';
import { dutyChange, dutyView, onCallView, rosterAhead } from './schema.ts';

export const contracts = contract({
  'GET /api/prepare/duty': {
    command: 'prepare duty list',
    permission: 'roster.read',
    summary: { ja: '当番（呼び出す順）', en: 'People on duty, in the order they are asked' },
    reply: dutyView,
  },
  'PUT /api/prepare/duty': {
    command: 'prepare duty set',
    permission: 'roster.manage',
    summary: { ja: '当番の順を決める', en: 'Set who is on duty, in order' },
    body: dutyChange,
    reply: done,
  },
  'GET /api/prepare/on-call': {
    command: 'prepare on-call show',
    permission: 'roster.read',
    summary: {
      ja: '現在の当番と交代予定、空き時間',
      en: 'Who is on call now, who is next, and hours that nobody covers',
    },
    reply: onCallView,
  },
  'GET /api/prepare/rosters/:roster/ahead': {
    command: 'prepare rosters ahead',
    permission: 'roster.read',
    summary: {
      ja: '当番表の先4週と、90日の穴・重なり・負担',
      en: 'Four weeks ahead; gaps, overlaps and burden over 90 days',
    },
    params: z.object({ roster: z.string().max(80) }),
    reply: rosterAhead,
  },
});
