import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { LINKAGE_ANSWERS, LINKAGE_KINDS } from '../terms/words.ts';

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
  'survey.linkage-decided': {
    name: { ja: '特定されるおそれを判断', en: 'Linkage of a public edition decided' },
    ...worked,
    body: ofCase.extend({ kind: z.enum(LINKAGE_KINDS), as: z.enum(LINKAGE_ANSWERS) }),
  },
  'survey.public-fact-noted': {
    name: { ja: '公表されている事実を記録', en: 'Public fact about a case noted' },
    ...worked,
    body: ofCase.extend({ factId: z.uuid() }),
  },
  'survey.identification-tried': {
    name: { ja: '特定の試行を記録', en: 'Attempt to identify an incident logged' },
    ...worked,
    tone: 'decision',
    body: of.extend({ attemptId: z.uuid(), found: z.boolean() }),
  },
  'survey.disclosure-decided': {
    name: { ja: '公開の扱いを判断', en: 'Disclosure decided' },
    ...worked,
    tone: 'decision',
    body: ofCase.extend({ disclosure: z.enum(['publish', 'generalise', 'withhold']) }),
  },
  'survey.disclosure-approved': {
    name: { ja: '公開の扱いを承認', en: 'Disclosure approved' },
    ...worked,
    tone: 'decision',
    body: ofCase.extend({ own: z.boolean() }),
  },
} as const satisfies Record<string, FactKind>;
