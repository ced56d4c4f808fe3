import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  'headquarters-time.wanted': {
    name: { ja: '本部設置所要時間の試算を開始', en: 'Simulation started' },
    read: 'register.read',
    tone: 'decision',
    machinery: false,
    touches: ['headquarters-time'],
    body: z.object({ simulationId: id, plan: text, runs: z.int() }),
  },
  'headquarters-time.advanced': {
    name: { ja: '本部設置所要時間の試算の進捗', en: 'Simulation progress' },
    read: 'register.read',
    tone: 'decision',
    machinery: false,
    touches: ['headquarters-time'],
    body: z.object({ simulationId: id, done: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
