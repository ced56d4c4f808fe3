import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import {
  incidentFilter,
  incidentRewrite,
  incidentView,
  incidentWhole,
  linkView,
  ratingRewrite,
  reclassificationRewrite,
  systemMarking,
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
    summary: {
      ja: '件名・深刻度・拠点の訂正（変更する項目の読み取った値を seen に指定）',
      en: 'Correct title, severity or site; pass what you read of each as seen',
    },
    params: byId,
    body: incidentRewrite,
    reply: done,
  },
  'PUT /api/respond/incidents/:id/rating': {
    command: 'respond incidents rate',
    permission: 'incident.command',
    summary: {
      ja: '深刻度の3つの観点による評価（読み取った評価を seen に指定）',
      en: 'Rate continuity, safety and trust; the highest counts. Pass the rating you read as seen',
    },
    params: byId,
    body: ratingRewrite.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/situation': {
    command: 'respond incidents reclassify',
    permission: 'incident.command',
    summary: {
      ja: '事態の種別の変更（読み取った種別を seen に指定）',
      en: 'Reclassify, with the evidence; pass the type you read as seen',
    },
    params: byId,
    body: reclassificationRewrite.extend(happening),
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
    summary: {
      ja: '影響システムの記録（読み取った状態を seen に指定可能）',
      en: 'Record the state of an affected system; the state you read may be passed as seen',
    },
    params: byId,
    body: systemMarking.extend(happening),
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
    params: byId.extend({ personId: givenId }),
    reply: done,
  },
});
