import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ cycleId: z.uuid() });

/** Which edition, and what its files are known by: everybody may hold a file against the record. */
export const facts = {
  'survey.report-published': {
    name: { ja: '報告書を公表', en: 'Report published' },
    read: 'survey.read',
    tone: 'decision',
    machinery: false,
    touches: ['survey-cycles', 'survey-publications'],
    body: of.extend({
      number: z.int(),
      files: z.array(z.object({ name: z.string(), sha256: z.string() })),
    }),
  },
  'survey.erratum-reported': {
    name: { ja: '正誤の指摘を記録', en: 'Erratum reported' },
    read: 'survey.intake',
    tone: 'quiet',
    machinery: false,
    touches: ['survey-publications'],
    body: of.extend({ erratumId: z.uuid(), number: z.int().nullable() }),
  },
  'survey.erratum-settled': {
    name: { ja: '正誤を処理', en: 'Erratum settled' },
    read: 'survey.intake',
    tone: 'decision',
    machinery: false,
    touches: ['survey-publications'],
    body: of.extend({ erratumId: z.uuid(), state: z.enum(['verified', 'held', 'rejected']) }),
  },
} as const satisfies Record<string, FactKind>;
