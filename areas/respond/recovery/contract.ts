import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract, done } from '../../contract.ts';
import { LARGEST_KEYS_BYTES, MOST_KEYS } from '../../prepare/assets/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';
import {
  boardView,
  boardWanted,
  causeTelling,
  compared,
  csvMoved,
  growthCheck,
  itemFilter,
  itemsMoved,
  itemView,
  LARGEST_CSV_BYTES,
  orderAnswering,
  recoveryPlanView,
  strategyChoosing,
  technicianPage,
} from './schema.ts';

export const contracts = contract({
  'GET /api/respond/incidents/:id/recovery': {
    command: 'respond recovery get',
    permission: 'room.read',
    summary: { ja: '復旧の台数・内訳・見込み', en: 'Recovery progress, breakdown and estimate' },
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
    summary: { ja: '影響のある機器の復旧対象への追加', en: 'Add affected machines to the board' },
    params: byId,
    body: boardWanted.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ added: z.number(), unknown: z.number() }),
  },
  'POST /api/respond/incidents/:id/recovery/move': {
    command: 'respond recovery move',
    permission: 'room.write',
    summary: { ja: '状態・復旧グループ・支障の一括更新', en: 'Update several machines at once' },
    params: byId,
    body: itemsMoved.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ moved: z.number() }),
  },
  'POST /api/respond/incidents/:id/recovery/compare': {
    command: 'respond recovery compare',
    permission: 'room.read',
    summary: { ja: '申告された機器との照合', en: 'Compare reported machines with the board' },
    params: byId,
    body: z.object({ keys: z.array(z.string().max(100)).max(MOST_KEYS) }),
    largestBody: LARGEST_KEYS_BYTES,
    reply: compared,
  },
  'POST /api/respond/incidents/:id/recovery/csv': {
    command: 'respond recovery move-csv',
    permission: 'room.write',
    summary: {
      ja: 'CSVによる一括更新（エラーのある行がある場合は更新しない）',
      en: 'Update by CSV; if any row has an error, nothing is changed',
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
      ja: '復旧の順位・方法・影響拡大の確認・理由',
      en: 'Recovery order, methods, spread checks and reason',
    },
    params: byId,
    reply: recoveryPlanView,
  },
  'POST /api/respond/incidents/:id/recovery/growth': {
    command: 'respond recovery check-growth',
    permission: 'room.write',
    summary: { ja: '影響拡大の確認', en: 'Check whether it is still spreading' },
    params: byId,
    body: growthCheck.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/recovery/strategy': {
    command: 'respond recovery choose',
    permission: 'incident.command',
    summary: {
      ja: '復旧方法（駆除・復元・再構築）と基準の決定',
      en: 'Choose how to recover (clean, restore, rebuild) and the criteria',
    },
    params: byId,
    body: strategyChoosing.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/recovery/order/:asset': {
    command: 'respond recovery answer-order',
    permission: 'room.write',
    summary: {
      ja: '復旧順位への同意・異議の回答',
      en: 'Agree or object to a system’s place in the recovery order',
    },
    params: byId.extend({ asset: entryKey }),
    body: orderAnswering.extend(happening),
    reply: done,
  },
  'PUT /api/respond/incidents/:id/recovery/cause': {
    command: 'respond recovery attribute',
    permission: 'room.write',
    summary: { ja: '復旧理由の記録', en: 'Record the reason for recovery' },
    params: byId,
    body: causeTelling.extend(happening),
    reply: done,
  },
  'POST /api/respond/incidents/:id/recovery/pages': {
    command: 'respond recovery open-page',
    permission: 'room.write',
    summary: {
      ja: '現地作業者のページ（QRコード）の作成',
      en: 'Create a technician page opened by a QR code',
    },
    params: byId,
    body: technicianPage,
    reply: z.object({ id: z.string(), url: z.string() }),
  },
  'DELETE /api/respond/recovery-pages/:id': {
    command: 'respond recovery end-page',
    permission: 'room.write',
    summary: { ja: '現地作業者のページの終了', en: 'End a technician page' },
    params: byId,
    reply: done,
  },
});
