import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { signalFilter, signalView } from './schema.ts';
import { countByState, findSignals, listSignals } from './store.ts';

export const routes = [
  route({
    key: 'GET /api/detect/signals',
    command: 'detect signals list',
    permission: 'signal.read',
    summary: { ja: 'シグナルの一覧（新しい順）', en: 'Signals, newest first' },
    query: signalFilter,
    reply: z.object({ signals: z.array(signalView), next: z.string().nullable() }),
    handle: async (ctx, { query }) => {
      permit(ctx, 'signal.read');
      const signals = await reading(ctx, (trx) => listSignals(trx, query));
      const last = signals.length === query.limit ? signals.at(-1) : undefined;
      return { signals, next: last ? `${last.firstAt}_${last.id}` : null };
    },
  }),
  route({
    key: 'GET /api/detect/signals/counts',
    command: 'detect signals count',
    permission: 'signal.read',
    summary: { ja: '状態ごとのシグナル数', en: 'Number of signals by state' },
    reply: z.object({ firing: z.number(), resolved: z.number(), silent: z.number() }),
    handle: (ctx) => {
      permit(ctx, 'signal.read');
      return reading(ctx, countByState);
    },
  }),
  route({
    key: 'GET /api/detect/signals/:id',
    command: 'detect signals get',
    permission: 'signal.read',
    summary: { ja: 'シグナル一件', en: 'One signal' },
    params: z.object({ id: z.uuid() }),
    reply: signalView,
    handle: async (ctx, { params }) => {
      permit(ctx, 'signal.read');
      const [found] = await reading(ctx, (trx) => findSignals(trx, [params.id]));
      if (!found) throw new Fault('not-found');
      return found;
    },
  }),
] as const;
