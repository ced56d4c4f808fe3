import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ hearingId: z.uuid(), edition: z.int() });
const said = { read: 'report.send', tone: 'quiet', machinery: false, touches: ['own-reports'] } as const;

export const facts = {
  'own-report.minutes-received': {
    name: { ja: '議事録の確認依頼を受領', en: 'Minutes to confirm received' },
    ...said,
    body: of,
  },
  'own-report.minutes-answered': {
    name: { ja: '議事録の訂正・確認を送付', en: 'Answer to minutes sent' },
    ...said,
    tone: 'response',
    body: of.extend({ confirm: z.boolean(), comments: z.int(), packageId: z.uuid() }),
  },
  'own-report.minutes-settled': {
    name: { ja: '議事録の確認の受領証を受領', en: 'Receipt for an answer to minutes' },
    ...said,
    body: z.object({ hearingId: z.uuid(), packageId: z.uuid(), outcome: z.enum(['taken', 'refused']) }),
  },
} as const satisfies Record<string, FactKind>;
