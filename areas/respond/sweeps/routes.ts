import { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hostsWanted, LARGEST_KEYS_BYTES } from '../../prepare/assets/schema.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { route } from '../../route.ts';
import { findTask, partyOf } from '../tasks/index.ts';
import { beginSweep, widenSweep } from './begin-sweep.ts';
import { reportSweep } from './report-sweep.ts';
import { newSweep, type SweptHosts, sweepReported, sweptHosts, sweptView } from './schema.ts';
import { listHosts } from './store.ts';

const one = z.object({ id: z.uuid() });

async function readHosts(ctx: Context, taskId: string, wanted: SweptHosts) {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const task = await findTask(trx, taskId);
    if (task?.kind !== 'sweep') throw new Fault('not-found');
    const hosts = await listHosts(trx, taskId, wanted);
    const party = task.party ? await partyOf(trx, task.party) : undefined;
    const names = await namesOf(
      trx,
      hosts.flatMap(({ by }) => (by === null || by === task.party ? [] : by)),
    );
    return {
      hosts: hosts.map(({ by, at, ...host }) => ({
        ...host,
        by: by === null ? '' : by === task.party ? (party?.name ?? by) : (names[by] ?? '?'),
        at: at?.toString() ?? null,
      })),
      next: hosts.length === wanted.limit ? (hosts.at(-1)?.key ?? null) : null,
    };
  });
}

export const routes = [
  route({
    key: 'POST /api/respond/incidents/:id/sweeps',
    command: 'respond sweeps begin',
    permission: 'room.write',
    summary: { ja: '機器をすべて点検させる（一斉点検）', en: 'Have every host of something looked at' },
    params: one,
    body: newSweep,
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ id: z.string(), added: z.number(), unknown: z.number() }),
    handle: (ctx, { params, body }) => beginSweep(ctx, params.id, body),
  }),
  route({
    key: 'POST /api/respond/sweeps/:id/hosts',
    command: 'respond sweeps widen',
    permission: 'room.write',
    summary: { ja: '一斉点検に機器を加える', en: 'Add hosts to a sweep' },
    params: one,
    body: hostsWanted,
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ added: z.number(), unknown: z.number() }),
    handle: (ctx, { params, body }) => widenSweep(ctx, params.id, body),
  }),
  route({
    key: 'GET /api/respond/sweeps/:id/hosts',
    command: 'respond sweeps list',
    permission: 'room.read',
    summary: { ja: '一斉点検の機器と結果', en: 'Hosts of a sweep and what came of each' },
    params: one,
    query: sweptHosts,
    reply: z.object({ hosts: z.array(sweptView), next: z.string().nullable() }),
    handle: (ctx, { params, query }) => readHosts(ctx, params.id, query),
  }),
  route({
    key: 'POST /api/respond/sweeps/:id/report',
    command: 'respond sweeps report',
    permission: 'room.write',
    summary: { ja: '点検の結果をまとめて記録する', en: 'Report what came of hosts, one or many' },
    params: one,
    body: sweepReported,
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ changed: z.number(), unknown: z.number() }),
    handle: (ctx, { params, body }) => reportSweep(ctx, params.id, body),
  }),
] as const;
