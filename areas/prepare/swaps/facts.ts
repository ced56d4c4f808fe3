import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();
const text = z.string();

export const facts = {
  'swap.asked': {
    name: { ja: '当番の交代を依頼', en: 'Shift swap requested' },
    read: 'roster.read',
    tone: 'quiet',
    machinery: false,
    touches: ['swaps', 'registers', 'rosters-ahead'],
    body: z.object({ swapId: id, roster: text, giverId: id, takerId: id }),
  },
  'swap.answered': {
    name: { ja: '当番の交代に回答', en: 'Shift swap answered' },
    read: 'roster.read',
    tone: 'quiet',
    machinery: false,
    touches: ['swaps', 'registers', 'rosters-ahead'],
    body: z.object({ swapId: id, state: z.enum(['agreed', 'declined', 'withdrawn']) }),
  },
} as const satisfies Record<string, FactKind>;
