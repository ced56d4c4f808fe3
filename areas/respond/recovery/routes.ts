import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { compareReported, readBoard } from './read-board.ts';
import {
  boardView,
  boardWanted,
  compared,
  itemFilter,
  itemsMoved,
  itemView,
  LARGEST_KEYS_BYTES,
  MOST_KEYS,
} from './schema.ts';
import { listItems } from './store.ts';
import { moveOnBoard, putOnBoard } from './work-board.ts';

const one = z.object({ id: z.uuid() });

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
] as const;
