import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

export const facts = {
  'organisation.groups-kept': {
    name: { ja: 'グループと役割の対応を変更', en: 'Group roles changed' },
    read: 'audit.read',
    tone: 'quiet',
    machinery: false,
    touches: ['organisation'],
    body: z.object({
      claim: z.string(),
      admits: z.boolean(),
      groups: z.array(z.object({ group: z.string(), role: z.string() })),
    }),
  },
} as const satisfies Record<string, FactKind>;
