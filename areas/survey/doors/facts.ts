import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ reportId: z.uuid(), doorId: z.uuid() });
const said = { read: 'survey.intake', tone: 'quiet', machinery: false, touches: ['survey'] } as const;

export const facts = {
  'survey.door-opened': {
    name: { ja: '情報連絡の入力ページを案内', en: 'Report form sent' },
    ...said,
    body: of,
  },
  'survey.door-closed': {
    name: { ja: '情報連絡の入力ページを終了', en: 'Report form closed' },
    ...said,
    body: of,
  },
  'survey.door-mailed': {
    name: { ja: '入力ページの案内メールの状態', en: 'Email with the report form' },
    ...said,
    machinery: true,
    body: of.extend({ turn: z.enum(['accept', 'hold', 'fail', 'withdraw']) }),
  },
} as const satisfies Record<string, FactKind>;
