import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'duty.changed': {
    name: { ja: '当番を変更', en: 'Duty list changed' },
    read: 'roster.read',
    tone: 'decision',
    machinery: false,
    touches: ['duty'],
    body: z.object({ personIds: z.array(id) }),
  },
} as const satisfies Record<string, FactKind>;
