import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const ofCase = z.object({ caseId: z.uuid() });
const of = ofCase.extend({ number: z.int() });
const worked = {
  read: 'survey.intake',
  tone: 'quiet',
  machinery: false,
  touches: ['public-editions'],
} as const;

/** Which case, which edition and which entry, never what stood there before. */
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
  'survey.entity-listed': {
    name: { ja: '伏せる対象を登録', en: 'Name to withhold listed' },
    ...worked,
    body: ofCase.extend({ entityId: z.uuid(), version: z.int() }),
  },
  'survey.entity-unlisted': {
    name: { ja: '伏せる対象から除外', en: 'Name to withhold removed' },
    ...worked,
    body: ofCase.extend({ entityId: z.uuid() }),
  },
  'survey.entities-filled': {
    name: { ja: '伏せる対象を取り込み', en: 'Names to withhold filled in' },
    ...worked,
    body: ofCase.extend({ added: z.int() }),
  },
  'survey.words-decided': {
    name: { ja: '事例の語を判断', en: 'Words of a case decided' },
    ...worked,
    body: ofCase.extend({ harmless: z.int(), named: z.int(), open: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
