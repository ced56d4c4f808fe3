import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import {
  incidentChange,
  incidentFilter,
  incidentView,
  incidentWhole,
  linkView,
  rating,
  reclassification,
  systemMark,
  systemView,
} from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents': {
    command: 'respond incidents list',
    permission: 'incident.read',
    summary: { ja: 'インシデントの一覧（番号の大きい順）', en: 'Incidents, newest first' },
    query: incidentFilter,
    reply: z.object({ incidents: z.array(incidentView), next: z.number().nullable() }),
  },
  'GET /api/respond/incidents/:id': {
    command: 'respond incidents get',
    permission: 'incident.read',
    summary: { ja: 'インシデント1件', en: 'One incident' },
    params: byId,
    reply: incidentWhole,
  },
  'PUT /api/respond/incidents/:id': {
    command: 'respond incidents change',
    permission: 'incident.command',
    summary: { ja: '件名・深刻度・拠点の訂正', en: 'Correct title, severity or site' },
    params: byId,
    body: incidentChange,
    reply: done,
  },
  'PUT /api/respond/incidents/:id/rating': {
    command: 'respond incidents rate',
    permission: 'incident.command',
    summary: {
      ja: '深刻度の3つの観点による評価',
      en: 'Rate continuity, safety and trust; the highest counts',
    },
    params: byId,
    body: rating.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/situation': {
    command: 'respond incidents reclassify',
    permission: 'incident.command',
    summary: { ja: '事態の種別の変更', en: 'Reclassify, with the evidence' },
    params: byId,
    body: reclassification.extend(happening),
    reply: done,
  },
  'GET /api/respond/incidents/:id/links': {
    command: 'respond incidents links',
    permission: 'incident.read',
    summary: { ja: '関連するインシデント', en: 'Related incidents' },
    params: byId,
    reply: z.object({ links: z.array(linkView) }),
  },
  'GET /api/respond/incidents/:id/systems': {
    command: 'respond incidents systems',
    permission: 'incident.read',
    summary: { ja: '影響システム', en: 'Affected systems' },
    params: byId,
    reply: z.object({ systems: z.array(systemView) }),
  },
  'PUT /api/respond/incidents/:id/systems': {
    command: 'respond incidents mark-system',
    permission: 'room.write',
    summary: { ja: '影響システムの記録', en: 'Record the state of an affected system' },
    params: byId,
    body: systemMark.extend(happening),
    reply: done,
  },
  'GET /api/respond/incidents/:id/shares': {
    command: 'respond incidents shares',
    permission: 'incident.share',
    summary: { ja: '共有している社外の利用者', en: 'External users it is shared with' },
    params: byId,
    reply: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  'POST /api/respond/incidents/:id/shares': {
    command: 'respond incidents share',
    permission: 'incident.share',
    summary: { ja: '社外との共有', en: 'Share externally' },
    params: byId,
    body: z.object({ personId: z.uuid() }),
    reply: done,
  },
  'DELETE /api/respond/incidents/:id/shares/:personId': {
    command: 'respond incidents unshare',
    permission: 'incident.share',
    summary: { ja: '社外との共有の終了', en: 'Stop sharing' },
    params: byId.extend({ personId: z.uuid() }),
    reply: done,
  },
});
