import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ reviewId: z.uuid() });
const onEdition = of.extend({ edition: z.int(), hash: z.string() });
const said = { read: 'report.send', tone: 'quiet', machinery: false, touches: ['own-reports'] } as const;

export const facts = {
  'own-report.review-received': {
    name: { ja: '公表前の確認依頼を受領', en: 'Request to review before publication received' },
    ...said,
    body: onEdition,
  },
  'own-report.review-commented': {
    name: { ja: '公開版への意見を送付', en: 'Comments on a public edition sent' },
    ...said,
    tone: 'response',
    body: onEdition.extend({ comments: z.int(), packageId: z.uuid() }),
  },
  'own-report.review-answered': {
    name: { ja: '公開版への意見の回答を受領', en: 'Answer to a comment received' },
    ...said,
    body: of.extend({ commentId: z.uuid(), answer: z.string() }),
  },
  'own-report.consent-sent': {
    name: { ja: '公表への同意を送付', en: 'Consent to publish sent' },
    ...said,
    tone: 'decision',
    body: onEdition.extend({ packageId: z.uuid() }),
  },
  'own-report.consent-taken-back': {
    name: { ja: '公表への同意の撤回を送付', en: 'Withdrawal of consent sent' },
    ...said,
    tone: 'decision',
    body: of.extend({ packageId: z.uuid() }),
  },
  'own-report.review-settled': {
    name: { ja: '意見・同意の受領証を受領', en: 'Receipt for comments or consent' },
    ...said,
    body: of.extend({ packageId: z.uuid(), outcome: z.enum(['taken', 'refused']) }),
  },
} as const satisfies Record<string, FactKind>;
