import { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { signalView } from '../../detect/signals/schema.ts';
import { namedFilter, nextOf } from '../../lists/schema.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { route } from '../../route.ts';
import { addRule } from './add-rule.ts';
import { changeIncident } from './change-incident.ts';
import { changeRule } from './change-rule.ts';
import { declareIncident } from './declare-incident.ts';
import { addDetection, attachSignals, detachSignal } from './gather-detections.ts';
import { linkIncident, unlinkIncident } from './link-incident.ts';
import { markSystem } from './mark-system.ts';
import { mergeIncident } from './merge-incident.ts';
import { rateIncident, ratingOf } from './rate-incident.ts';
import { reclassifyIncident } from './reclassify-incident.ts';
import { removeRule } from './remove-rule.ts';
import { restrictIncident } from './restrict-incident.ts';
import {
  closing,
  declaration,
  detection,
  incidentChange,
  incidentFilter,
  incidentLink,
  incidentView,
  incidentWhole,
  linkView,
  newRule,
  rating,
  reclassification,
  ruleView,
  systemMark,
  systemView,
  turn,
} from './schema.ts';
import { shareIncident } from './share-incident.ts';
import {
  findIncident,
  linkedSignals,
  linksOf,
  listIncidents,
  mergedIntoOf,
  pageOfRules,
  sharedWith,
  systemsOf,
} from './store.ts';
import { closeIncident, turnIncident } from './turn-incident.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

const seen = async (ctx: Context, id: string) => {
  permit(ctx, 'incident.read');
  const found = await reading(ctx, (trx) => findIncident(trx, id));
  if (!found) throw new Fault('not-found');
  return found;
};

export const routes = [
  route({
    key: 'GET /api/respond/incidents',
    command: 'respond incidents list',
    permission: 'incident.read',
    summary: { ja: 'インシデントの一覧（番号の大きい順）', en: 'Incidents, newest first' },
    query: incidentFilter,
    reply: z.object({ incidents: z.array(incidentView), next: z.number().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'incident.read');
      const incidents = await reading(ctx, (trx) => listIncidents(trx, query));
      return {
        incidents,
        next: incidents.length === query.limit ? (incidents.at(-1)?.number ?? null) : null,
      };
    },
  }),
  route({
    key: 'POST /api/respond/incidents',
    command: 'respond incidents declare',
    permission: 'incident.declare',
    summary: { ja: 'インシデントを宣言する', en: 'Declare an incident' },
    body: declaration,
    reply: z.object({ id: z.string(), number: z.number() }),
    handle: (ctx, { body }) => declareIncident(ctx, body),
  }),
  route({
    key: 'GET /api/respond/incidents/:id',
    command: 'respond incidents get',
    permission: 'incident.read',
    summary: { ja: 'インシデント一件', en: 'One incident' },
    params: one,
    reply: incidentWhole,
    handle: async (ctx, { params }) => {
      const incident = await seen(ctx, params.id);
      return reading(ctx, async (trx) => ({
        ...incident,
        rating: await ratingOf(trx, params.id),
        mergedInto: (await mergedIntoOf(trx, params.id)) ?? null,
      }));
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id',
    command: 'respond incidents change',
    permission: 'incident.command',
    summary: { ja: '件名・深刻度・拠点を訂正する', en: 'Correct title, severity or site' },
    params: one,
    body: incidentChange,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await changeIncident(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/resolve',
    command: 'respond incidents resolve',
    permission: 'incident.command',
    summary: { ja: '復旧を記録する（呼出は止まる）', en: 'Resolve; paging for it stops' },
    params: one,
    body: turn,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await turnIncident(ctx, params.id, 'resolve', body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/reopen',
    command: 'respond incidents reopen',
    permission: 'incident.command',
    summary: { ja: '対応を再開する', en: 'Reopen' },
    params: one,
    body: turn,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await turnIncident(ctx, params.id, 'reopen', body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/close',
    command: 'respond incidents close',
    permission: 'incident.command',
    summary: {
      ja: '終了する（残っている必須のことがあれば名指しで断る）',
      en: 'Close; refused while something required is open, each named',
    },
    params: one,
    body: closing,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await closeIncident(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/rating',
    command: 'respond incidents rate',
    permission: 'incident.command',
    summary: {
      ja: '深刻度を三つの観点で評価する',
      en: 'Rate continuity, safety and trust; the highest counts',
    },
    params: one,
    body: rating,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await rateIncident(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/situation',
    command: 'respond incidents reclassify',
    permission: 'incident.command',
    summary: { ja: '事態の種別を根拠とともに変える', en: 'Reclassify, with the evidence' },
    params: one,
    body: reclassification,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await reclassifyIncident(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/restriction',
    command: 'respond incidents restrict',
    permission: 'incident.share',
    summary: { ja: '共有した人だけが見られるようにする', en: 'Keep it to those it is shared with' },
    params: one,
    body: z.object({ restricted: z.boolean() }),
    reply: done,
    handle: async (ctx, { params, body }) => {
      await restrictIncident(ctx, params.id, body.restricted);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/incidents/:id/links',
    command: 'respond incidents links',
    permission: 'incident.read',
    summary: { ja: '関連するインシデント', en: 'Incidents it is linked with' },
    params: one,
    reply: z.object({ links: z.array(linkView) }),
    handle: async (ctx, { params }) => {
      await seen(ctx, params.id);
      return { links: await reading(ctx, (trx) => linksOf(trx, params.id)) };
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/links',
    command: 'respond incidents link',
    permission: 'room.write',
    summary: { ja: 'ほかのインシデントと関連付ける', en: 'Link it with another' },
    params: one,
    body: incidentLink,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await linkIncident(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/incidents/:id/systems',
    command: 'respond incidents systems',
    permission: 'incident.read',
    summary: { ja: '影響するシステム', en: 'Systems it affects' },
    params: one,
    reply: z.object({ systems: z.array(systemView) }),
    handle: async (ctx, { params }) => {
      await seen(ctx, params.id);
      return reading(ctx, async (trx) => {
        const systems = await systemsOf(trx, params.id);
        const names = await assetNames(
          trx,
          systems.map(({ asset }) => asset),
        );
        return {
          systems: systems.map((each) => ({
            ...each,
            name: names.get(each.asset) ?? each.asset,
            changedAt: each.changedAt.toString(),
          })),
        };
      });
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/systems',
    command: 'respond incidents mark-system',
    permission: 'room.write',
    summary: { ja: '影響するシステムを記録する', en: 'Say what is known of a system in it' },
    params: one,
    body: systemMark,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await markSystem(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/incidents/:id/signals',
    command: 'respond incidents signals',
    permission: 'incident.read',
    summary: { ja: 'インシデントのシグナル', en: 'Signals of an incident' },
    params: one,
    query: z.object({
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z.object({ signals: z.array(signalView), next: z.string().nullable() }),
    handle: async (ctx, { params, query }) => {
      await seen(ctx, params.id);
      return reading(ctx, async (trx) => {
        const ids = await linkedSignals(trx, params.id, query.after, query.limit);
        const signals = await findSignals(trx, ids);
        return { signals, next: ids.length === query.limit ? (ids.at(-1) ?? null) : null };
      });
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/signals',
    command: 'respond incidents attach',
    permission: 'room.write',
    summary: { ja: 'シグナルを手で紐付ける', en: 'Put signals to an incident by hand' },
    params: one,
    body: z.object({ signalIds: z.array(z.uuid()).min(1).max(500) }),
    reply: z.object({ linked: z.number() }),
    handle: (ctx, { params, body }) => attachSignals(ctx, params.id, body.signalIds),
  }),
  route({
    key: 'DELETE /api/respond/incidents/:id/signals/:signalId',
    command: 'respond incidents detach',
    permission: 'room.write',
    summary: { ja: '紐付けたシグナルを外す', en: 'Take a signal off an incident' },
    params: one.extend({ signalId: z.uuid() }),
    reply: done,
    handle: async (ctx, { params }) => {
      await detachSignal(ctx, params.id, params.signalId);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/detections',
    command: 'respond incidents detect',
    permission: 'timeline.write',
    summary: { ja: 'だれがどう気付いたかを加える', en: 'Say how somebody else noticed it' },
    params: one,
    body: detection,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await addDetection(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/merge',
    command: 'respond incidents merge',
    permission: 'incident.command',
    summary: {
      ja: '同じ事象だった別のインシデントに統合する',
      en: 'Merge it into another that turns out to be the same',
    },
    params: one,
    body: z.object({ intoId: z.uuid() }),
    reply: done,
    handle: async (ctx, { params, body }) => {
      await mergeIncident(ctx, params.id, body.intoId);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/respond/incidents/:id/links/:otherId',
    command: 'respond incidents unlink',
    permission: 'room.write',
    summary: { ja: '関連付けを外す', en: 'Unlink two incidents' },
    params: one.extend({ otherId: z.uuid() }),
    reply: done,
    handle: async (ctx, { params }) => {
      await unlinkIncident(ctx, params.id, params.otherId);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/incidents/:id/shares',
    command: 'respond incidents shares',
    permission: 'incident.share',
    summary: { ja: '共有している社外の相手', en: 'Outside parties it is shared with' },
    params: one,
    reply: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
    handle: async (ctx, { params }) => {
      permit(ctx, 'incident.share');
      await seen(ctx, params.id);
      const people = await reading(ctx, async (trx) => findPeople(trx, await sharedWith(trx, params.id)));
      return { people: people.map(({ id, name }) => ({ id, name })) };
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/shares',
    command: 'respond incidents share',
    permission: 'incident.share',
    summary: { ja: '社外と共有する', en: 'Share with an outside party' },
    params: one,
    body: z.object({ personId: z.uuid() }),
    reply: done,
    handle: async (ctx, { params, body }) => {
      await shareIncident(ctx, params.id, body.personId, true);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/respond/incidents/:id/shares/:personId',
    command: 'respond incidents unshare',
    permission: 'incident.share',
    summary: { ja: '社外との共有を終える', en: 'Stop sharing' },
    params: one.extend({ personId: z.uuid() }),
    reply: done,
    handle: async (ctx, { params }) => {
      await shareIncident(ctx, params.id, params.personId, false);
      return {};
    },
  }),
  route({
    key: 'GET /api/respond/rules',
    command: 'respond rules list',
    permission: 'rule.read',
    summary: { ja: '宣言ルールの一覧（上から順に評価）', en: 'Rules, first match decides' },
    query: namedFilter,
    reply: z.object({ rules: z.array(ruleView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'rule.read');
      const rules = await reading(ctx, (trx) => pageOfRules(trx, query));
      return { rules, next: nextOf(rules, query.limit) };
    },
  }),
  route({
    key: 'POST /api/respond/rules',
    command: 'respond rules add',
    permission: 'rule.manage',
    summary: { ja: '宣言ルールを追加する', en: 'Add a rule' },
    body: newRule,
    reply: z.object({ id: z.string() }),
    handle: (ctx, { body }) => addRule(ctx, body),
  }),
  route({
    key: 'PUT /api/respond/rules/:id',
    command: 'respond rules change',
    permission: 'rule.manage',
    summary: { ja: '宣言ルールを変更する', en: 'Change a rule' },
    params: one,
    body: newRule,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await changeRule(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'DELETE /api/respond/rules/:id',
    command: 'respond rules remove',
    permission: 'rule.manage',
    summary: { ja: '宣言ルールを削除する', en: 'Remove a rule' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await removeRule(ctx, params.id);
      return {};
    },
  }),
] as const;
