import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { LARGEST_KEYS_BYTES, MOST_KEYS } from '../../prepare/assets/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';
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

export const contracts = contract({
  'GET /api/respond/incidents/:id/recovery': {
    command: 'respond recovery get',
    permission: 'room.read',
    summary: { ja: '復旧の台数・内訳・見込み', en: 'How many of how many are back, where, and until when' },
    params: byId,
    reply: boardView,
  },
  'GET /api/respond/incidents/:id/recovery/items': {
    command: 'respond recovery list',
    permission: 'room.read',
    summary: { ja: '復旧対象の一覧', en: 'Machines on the board' },
    params: byId,
    query: itemFilter.extend({
      search: z.string().trim().max(100).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    reply: z.object({ items: z.array(itemView), next: z.string().nullable() }),
  },
  'POST /api/respond/incidents/:id/recovery': {
    command: 'respond recovery begin',
    permission: 'room.write',
    summary: { ja: '影響する機器を復旧の対象にする', en: 'Put affected machines on the board' },
    params: byId,
    body: boardWanted.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ added: z.number(), unknown: z.number() }),
  },
  'POST /api/respond/incidents/:id/recovery/move': {
    command: 'respond recovery move',
    permission: 'room.write',
    summary: { ja: 'まとめて状態・波・支障を変える', en: 'Move many at once' },
    params: byId,
    body: itemsMoved.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ moved: z.number() }),
  },
  'POST /api/respond/incidents/:id/recovery/compare': {
    command: 'respond recovery compare',
    permission: 'room.read',
    summary: { ja: '申告された機器と照らし合わせる', en: 'Compare what is reported with the board' },
    params: byId,
    body: z.object({ keys: z.array(z.string().max(100)).max(MOST_KEYS) }),
    largestBody: LARGEST_KEYS_BYTES,
    reply: compared,
  },
  'POST /api/respond/incidents/:id/recovery/csv': {
    command: 'respond recovery move-csv',
    permission: 'room.write',
    summary: {
      ja: '表（CSV）でまとめて変える。誤りのある行があれば何も変えない',
      en: 'Move by a table (CSV); with a wrong line nothing is changed',
    },
    params: byId,
    body: csvMoved.extend(happening),
    largestBody: LARGEST_CSV_BYTES,
    reply: z.object({ moved: z.number() }),
  },
  'GET /api/respond/incidents/:id/recovery/plan': {
    command: 'respond recovery plan',
    permission: 'room.read',
    summary: {
      ja: '復旧の順番・方法・広がりの確認・理由',
      en: 'Order, ways, growth checks and reason of recovery',
    },
    params: byId,
    reply: recoveryPlanView,
  },
  'POST /api/respond/incidents/:id/recovery/growth': {
    command: 'respond recovery check-growth',
    permission: 'room.write',
    summary: { ja: '広がっていないか確認する', en: 'Look again how far it has spread' },
    params: byId,
    body: growthCheck.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/recovery/strategy': {
    command: 'respond recovery choose',
    permission: 'incident.command',
    summary: {
      ja: '復旧方法（駆除・復元・再構築）と基準を決める',
      en: 'Clean, restore or rebuild, and by which criteria',
    },
    params: byId,
    body: strategyChosen.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/recovery/order/:asset': {
    command: 'respond recovery answer-order',
    permission: 'room.write',
    summary: {
      ja: '復旧の順番に同意・異議を答える',
      en: 'Agree or object to the place of a system in the order',
    },
    params: byId.extend({ asset: entryKey }),
    body: orderAnswered.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/recovery/cause': {
    command: 'respond recovery attribute',
    permission: 'room.write',
    summary: { ja: 'なぜ復旧したかを記録する', en: 'Tell why it is over' },
    params: byId,
    body: causeTold.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/recovery/pages': {
    command: 'respond recovery open-page',
    permission: 'room.write',
    summary: {
      ja: '現地作業者のページ（QRコード）を作る',
      en: 'Make a page for technicians, opened by a QR code',
    },
    params: byId,
    body: technicianPage,
    reply: z.object({ id: z.string(), url: z.string() }),
  },
  'DELETE /api/respond/recovery-pages/:id': {
    command: 'respond recovery end-page',
    permission: 'room.write',
    summary: { ja: '現地作業者のページを終える', en: 'End a page for technicians' },
    params: byId,
    reply: done,
  },
});
