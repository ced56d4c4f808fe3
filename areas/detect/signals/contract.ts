import { z } from 'zod';
import { byId, contract, done } from '../../contract.ts';
import { ending, signalFilter, signalHours, signalView } from './schema.ts';

export const contracts = contract({
  'GET /api/detect/signals': {
    command: 'detect signals list',
    permission: 'signal.read',
    summary: { ja: 'シグナルの一覧（新しい順）', en: 'Signals, newest first' },
    query: signalFilter,
    reply: z.object({ signals: z.array(signalView), next: z.string().nullable() }),
  },
  'GET /api/detect/signals/counts': {
    command: 'detect signals count',
    permission: 'signal.read',
    summary: { ja: '状態ごとのシグナル数', en: 'Number of signals by state' },
    reply: z.object({ firing: z.number(), resolved: z.number(), silent: z.number() }),
  },
  'GET /api/detect/signals/hours': {
    command: 'detect signals hours',
    permission: 'signal.read',
    summary: {
      ja: '直近24時間に発生したシグナル数（1時間ごと）',
      en: 'Signals that appeared in each of the last 24 hours',
    },
    reply: signalHours,
  },
  'GET /api/detect/signals/:id': {
    command: 'detect signals get',
    permission: 'signal.read',
    summary: { ja: 'シグナル一件', en: 'One signal' },
    params: byId,
    reply: signalView,
  },
  'POST /api/detect/signals/:id/end': {
    command: 'detect signals end',
    permission: 'signal.end',
    summary: { ja: '理由を付けたシグナルの手動終了', en: 'End a signal manually, with a reason' },
    params: byId,
    body: ending,
    reply: done,
  },
});
