import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ operatorId: z.uuid() });
const said = {
  read: 'survey.intake',
  tone: 'quiet',
  machinery: false,
  touches: ['survey-operators'],
} as const;

/** Names and contacts stay in the register. */
export const facts = {
  'survey.operator-kept': {
    name: { ja: '調査対象の事業者を登録・変更', en: 'Survey operator saved' },
    ...said,
    body: of.extend({ version: z.int() }),
  },
  'survey.operator-verified': {
    name: { ja: '事業者の本人確認を記録', en: 'Operator verification recorded' },
    ...said,
    body: of.extend({ verified: z.boolean() }),
  },
  'survey.operator-ended': {
    name: { ja: '事業者の登録を終了・再開', en: 'Operator registration ended or resumed' },
    ...said,
    body: of.extend({ ended: z.boolean() }),
  },
} as const satisfies Record<string, FactKind>;
