import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'proof.handed-out': {
    name: { ja: '台帳の証明を配付', en: 'Proof of the ledger handed out' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: true,
    touches: [],
    body: z.object({ lines: z.int(), people: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
