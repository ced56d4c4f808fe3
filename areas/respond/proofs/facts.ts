import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'proof.handed-out': {
    name: { ja: '監査記録の証明を配付', en: 'Audit proof sent' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: true,
    touches: [],
    body: z.object({ lines: z.int(), people: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
