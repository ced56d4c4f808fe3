import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { brake, brakeRewrite, release, stormView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/storms': {
    command: 'respond storms list',
    permission: 'incident.read',
    summary: {
      ja: '対応中のアラームの集中（新しい順）と、対応中のインシデント数',
      en: 'Open alarm storms, newest first, and the number of open incidents',
    },
    reply: z.object({ storms: z.array(stormView), openIncidents: z.number() }),
  },
  'POST /api/respond/storms/:id/release': {
    command: 'respond storms release',
    permission: 'incident.command',
    summary: {
      ja: '集約したアラームの個別のインシデントへの分割',
      en: 'Split a storm into separate incidents',
    },
    params: byId,
    body: release,
    reply: z.object({ groups: z.number() }),
  },
  'GET /api/respond/storm-brake': {
    command: 'respond storm-brake get',
    permission: 'rule.read',
    summary: { ja: 'アラーム集中の基準', en: 'Alarm storm threshold' },
    reply: brake,
  },
  'PUT /api/respond/storm-brake': {
    command: 'respond storm-brake set',
    permission: 'rule.manage',
    summary: {
      ja: 'アラーム集中の基準の設定',
      en: 'Set the alarm storm threshold',
    },
    body: brakeRewrite,
    reply: done,
  },
});
