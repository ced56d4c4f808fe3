import { z } from 'zod';
import { happening } from '../../../kernel/time.ts';
import { byId, contract } from '../../contract.ts';
import { hostsWanted, LARGEST_KEYS_BYTES } from '../../prepare/assets/schema.ts';
import { newSweep, sweepReported, sweptHosts, sweptView } from './schema.ts';

export const contracts = contract({
  'POST /api/respond/incidents/:id/sweeps': {
    command: 'respond sweeps begin',
    permission: 'room.write',
    summary: { ja: '一斉点検の開始（全機器の点検）', en: 'Start a sweep to check every machine' },
    params: byId,
    body: newSweep.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ id: z.string(), added: z.number(), unknown: z.number() }),
  },
  'POST /api/respond/sweeps/:id/hosts': {
    command: 'respond sweeps widen',
    permission: 'room.write',
    summary: { ja: '一斉点検への機器の追加', en: 'Add machines to a sweep' },
    params: byId,
    body: hostsWanted.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ added: z.number(), unknown: z.number() }),
  },
  'GET /api/respond/sweeps/:id/hosts': {
    command: 'respond sweeps list',
    permission: 'room.read',
    summary: { ja: '一斉点検の機器と結果', en: 'Machines of a sweep and their results' },
    params: byId,
    query: sweptHosts,
    reply: z.object({ hosts: z.array(sweptView), next: z.string().nullable() }),
  },
  'POST /api/respond/sweeps/:id/report': {
    command: 'respond sweeps report',
    permission: 'room.write',
    summary: { ja: '点検結果の記録', en: 'Record results of machines' },
    params: byId,
    body: sweepReported.extend(happening),
    largestBody: LARGEST_KEYS_BYTES,
    reply: z.object({ changed: z.number(), unknown: z.number() }),
  },
});
