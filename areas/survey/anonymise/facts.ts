import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ caseId: z.uuid(), number: z.int() });

/** Which case and which edition, never what stood there before. */
export const facts = {
  'survey.public-edition-made': {
    name: { ja: '公開版を作成', en: 'Public edition made' },
    read: 'survey.intake',
    tone: 'decision',
    machinery: false,
    touches: ['public-editions'],
    body: of.extend({ hash: z.string() }),
  },
  'survey.replacements-read': {
    name: { ja: '置換の記録を閲覧', en: 'Replacements of a public edition read' },
    read: 'survey.manage',
    tone: 'quiet',
    machinery: false,
    touches: ['public-editions'],
    body: of,
  },
} as const satisfies Record<string, FactKind>;
