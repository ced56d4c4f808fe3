import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const id = z.uuid();

export const facts = {
  'duty.changed': {
    name: { ja: '呼び出し順を変更', en: 'On-call order changed' },
    read: 'roster.read',
    tone: 'decision',
    machinery: false,
    touches: ['duty'],
    body: z.object({ personIds: z.array(id) }),
  },
} as const satisfies Record<string, FactKind>;
