import { z } from 'zod';
import { reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { route } from '../../route.ts';
import { askSimulation } from './ask-simulation.ts';
import { type SimulationView, simulationView, simulationWanted } from './schema.ts';
import { readSimulation } from './store.ts';

export const routes = [
  route({
    key: 'GET /api/prepare/headquarters-time',
    command: 'prepare headquarters-time show',
    permission: 'register.read',
    summary: {
      ja: '対策本部が立ち上がるまでの時間（最後の試算）',
      en: 'Minutes to a headquarters, as last simulated',
    },
    reply: simulationView,
    handle: async (ctx): Promise<SimulationView> => {
      permit(ctx, 'register.read');
      const stored = await reading(ctx, (trx) => readSimulation(trx));
      if (!stored) return { state: 'none', done: 0, total: 0, wanted: null, askedAt: null, result: null };
      const { state, done, total, wanted, askedAt, result } = stored;
      return { state, done, total, wanted, askedAt: askedAt.toString(), result };
    },
  }),
  route({
    key: 'POST /api/prepare/headquarters-time',
    command: 'prepare headquarters-time simulate',
    permission: 'register.manage',
    summary: { ja: '対策本部が立ち上がるまでの時間を試算する', en: 'Simulate minutes to a headquarters' },
    body: simulationWanted,
    reply: z.object({}),
    handle: async (ctx, { body }) => {
      await askSimulation(ctx, body);
      return {};
    },
  }),
] as const;
