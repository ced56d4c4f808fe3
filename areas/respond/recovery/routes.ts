import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { LARGEST_KEYS_BYTES, MOST_KEYS } from '../../prepare/assets/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { moveByCsv } from './board-csv.ts';
import { answerOrder, attributeRecovery, checkGrowth, chooseStrategy } from './plan-recovery.ts';
import { compareReported, readBoard } from './read-board.ts';
import { readRecoveryPlan } from './read-plan.ts';
import {
  boardView,
  boardWanted,
  causeTold,
  compared,
  csvMoved,
  growthCheck,
  itemFilter,
  itemsMoved,
  itemView,
  LARGEST_CSV_BYTES,
  orderAnswered,
  recoveryPlanView,
  strategyChosen,
  technicianPage,
} from './schema.ts';
import { listItems } from './store.ts';
import { endTechnicianPage, openTechnicianPage } from './technician-page.ts';
import { moveOnBoard, putOnBoard } from './work-board.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({});

export const routes = [
  route({
    key: 'GET /api/respond/incidents/:id/recovery',
    command: 'respond recovery get',
    permission: 'room.read',
    summary: { ja: '復旧の台数・内訳・見込み', en: 'How many of how many are back, where, and until when' },
    params: one,
    reply: boardView,
    handle: (ctx, { params }) => readBoard(ctx, params.id),
  }),
  route({
    key: 'GET /api/respond/incidents/:id/recovery/items',
    command: 'respond recovery list',
    permission: 'room.read',
    summary: { ja: '復旧対象の一覧', en: 'Machines on the board' },
    params: one,
    query: itemFilter.extend({
      search: z.string().trim().max(100).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    reply: z.object({ items: z.array(itemView), next: z.string().nullable() }),
    handle: async (ctx, { params, query }) => {
      permit(ctx, 'room.read');
      return reading(ctx, async (trx) => {
        if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
        const items = await listItems(trx, params.id, query);
        return { items, next: items.length === query.limit ? (items.at(-1)?.key ?? null) : null };
      });
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/recovery',
    command: 'respond recovery begin',
    permission: 'room.write',
    summary: { ja: '影響する機器を復旧の対象にする', en: 'Put affected machines on the board' },
    params: one,
    body: boardWanted,
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ added: z.number(), unknown: z.number() }),
    handle: (ctx, { params, body }) => putOnBoard(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/recovery/move',
    command: 'respond recovery move',
    permission: 'room.write',
    summary: { ja: 'まとめて状態・波・支障を変える', en: 'Move many at once' },
    params: one,
    body: itemsMoved,
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ moved: z.number() }),
    handle: (ctx, { params, body }) => moveOnBoard(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/recovery/compare',
    command: 'respond recovery compare',
    permission: 'room.read',
    summary: { ja: '申告された機器と照らし合わせる', en: 'Compare what is reported with the board' },
    params: one,
    body: z.object({ keys: z.array(z.string().max(100)).max(MOST_KEYS) }),
    largestBody: LARGEST_KEYS_BYTES,
    reply: compared,
    handle: (ctx, { params, body }) => compareReported(ctx, params.id, body.keys),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/recovery/csv',
    command: 'respond recovery move-csv',
    permission: 'room.write',
    summary: {
      ja: '表（CSV）でまとめて変える。誤りのある行があれば何も変えない',
      en: 'Move by a table (CSV); with a wrong line nothing is changed',
    },
    params: one,
    body: csvMoved,
    largestBody: LARGEST_CSV_BYTES,
    reply: z.object({ moved: z.number() }),
    handle: (ctx, { params, body }) => moveByCsv(ctx, params.id, body.csv),
  }),
  route({
    key: 'GET /api/respond/incidents/:id/recovery/plan',
    command: 'respond recovery plan',
    permission: 'room.read',
    summary: {
      ja: '復旧の順位・方法・広がりの確認・理由',
      en: 'Order, ways, growth checks and reason of recovery',
    },
    params: one,
    reply: recoveryPlanView,
    handle: (ctx, { params }) => readRecoveryPlan(ctx, params.id),
  }),
  route({
    key: 'POST /api/respond/incidents/:id/recovery/growth',
    command: 'respond recovery check-growth',
    permission: 'room.write',
    summary: { ja: '広がっていないか確認する', en: 'Look again how far it has spread' },
    params: one,
    body: growthCheck,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await checkGrowth(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/recovery/strategy',
    command: 'respond recovery choose',
    permission: 'incident.command',
    summary: {
      ja: '復旧方法（駆除・復元・再構築）と基準を決める',
      en: 'Clean, restore or rebuild, and by which criteria',
    },
    params: one,
    body: strategyChosen,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await chooseStrategy(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/recovery/order/:asset',
    command: 'respond recovery answer-order',
    permission: 'room.write',
    summary: {
      ja: '復旧の順位に同意・異議を答える',
      en: 'Agree or object to the place of a system in the order',
    },
    params: one.extend({ asset: entryKey }),
    body: orderAnswered,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await answerOrder(ctx, params.id, params.asset, body);
      return {};
    },
  }),
  route({
    key: 'PUT /api/respond/incidents/:id/recovery/cause',
    command: 'respond recovery attribute',
    permission: 'room.write',
    summary: { ja: 'なぜ復旧したかを記録する', en: 'Tell why it is over' },
    params: one,
    body: causeTold,
    reply: done,
    handle: async (ctx, { params, body }) => {
      await attributeRecovery(ctx, params.id, body);
      return {};
    },
  }),
  route({
    key: 'POST /api/respond/incidents/:id/recovery/pages',
    command: 'respond recovery open-page',
    permission: 'room.write',
    summary: {
      ja: '現地作業者のページ（QRコード）を作る',
      en: 'Make a page for technicians, opened by a QR code',
    },
    params: one,
    body: technicianPage,
    reply: z.object({ id: z.string(), url: z.string() }),
    handle: (ctx, { params, body }) => openTechnicianPage(ctx, params.id, body),
  }),
  route({
    key: 'DELETE /api/respond/recovery-pages/:id',
    command: 'respond recovery end-page',
    permission: 'room.write',
    summary: { ja: '現地作業者のページを終える', en: 'End a page for technicians' },
    params: one,
    reply: done,
    handle: async (ctx, { params }) => {
      await endTechnicianPage(ctx, params.id);
      return {};
    },
  }),
] as const;
