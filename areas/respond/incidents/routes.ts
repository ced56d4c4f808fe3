import { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { signalView } from '../../detect/signals/schema.ts';
import { namedFilter, nextOf } from '../../lists/schema.ts';
import { findPeople } from '../../prepare/contacts/index.ts';
import { route } from '../../route.ts';
import { addRule } from './add-rule.ts';
import { changeIncident } from './change-incident.ts';
import { changeRule } from './change-rule.ts';
import { declareIncident } from './declare-incident.ts';
import { removeRule } from './remove-rule.ts';
import {
  declaration,
  incidentChange,
  incidentFilter,
  incidentView,
  newRule,
  ruleView,
  turn,
} from './schema.ts';
import { shareIncident } from './share-incident.ts';
import { findIncident, linkedSignals, listIncidents, pageOfRules, sharedWith } from './store.ts';
import { turnIncident } from './turn-incident.ts';

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
    reply: incidentView,
    handle: (ctx, { params }) => seen(ctx, params.id),
  }),
  route({
    key: 'PUT /api/respond/incidents/:id',
    command: 'respond incidents change',
    permission: 'incident.command',
    summary: { ja: '件名・深刻度を訂正する', en: 'Correct title or severity' },
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
    summary: { ja: '終了する', en: 'Close' },
    params: one,
    body: turn,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await turnIncident(ctx, params.id, 'close', body);
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
    key: 'GET /api/respond/incidents/:id/shares',
    command: 'respond incidents shares',
    permission: 'incident.share',
    summary: { ja: '共有している社外の相手', en: 'Outside parties it is shared with' },
    params: one,
    reply: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
    handle: async (ctx, { params }) => {
      permit(ctx, 'incident.share');
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
