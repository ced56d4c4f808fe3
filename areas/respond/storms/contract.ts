import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { brake, release, stormView } from './schema.ts';

export const contracts = contract({
  'GET /api/respond/storms': {
    command: 'respond storms list',
    permission: 'incident.read',
    summary: {
      ja: 'アラームの集中（対応中のもの、新しい順）と対応中のインシデントの数',
      en: 'Alarm storms that are open, newest first, and how many incidents are',
    },
    reply: z.object({ storms: z.array(stormView), openIncidents: z.number() }),
  },
  'POST /api/respond/storms/:id/release': {
    command: 'respond storms release',
    permission: 'incident.command',
    summary: {
      ja: 'まとめたアラームを個別のインシデントに戻す',
      en: 'Undo a storm: each of its groups becomes an incident of its own',
    },
    params: byId,
    body: release,
    reply: z.object({ groups: z.number() }),
  },
  'GET /api/respond/storm-brake': {
    command: 'respond storm-brake get',
    permission: 'rule.read',
    summary: { ja: 'アラーム集中の基準', en: 'When further matches of rules are collected in one incident' },
    reply: brake,
  },
  'PUT /api/respond/storm-brake': {
    command: 'respond storm-brake set',
    permission: 'rule.manage',
    summary: {
      ja: 'アラーム集中の基準を設定する',
      en: 'Set when further matches of rules are collected in one incident',
    },
    body: brake,
    reply: done,
  },
});
