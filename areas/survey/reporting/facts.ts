import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { STAGES, VERDICTS } from '../terms/words.ts';

const of = z.object({ reportId: z.uuid() });
const said = { read: 'report.send', tone: 'quiet', machinery: false, touches: ['own-reports'] } as const;

export const facts = {
  'own-report.begun': {
    name: { ja: '情報連絡の作成を開始', en: 'Information report started' },
    ...said,
    body: of,
  },
  'own-report.saved': {
    name: { ja: '情報連絡の下書きを保存', en: 'Information report draft saved' },
    ...said,
    machinery: true,
    body: of,
  },
  'own-report.sent': {
    name: { ja: '情報連絡を送付', en: 'Information report sent' },
    ...said,
    tone: 'response',
    body: of.extend({ version: z.int(), stage: z.enum(STAGES), packageId: z.uuid() }),
  },
  'own-report.settled': {
    name: { ja: '情報連絡の受領証を受領', en: 'Receipt for an information report' },
    ...said,
    body: of.extend({ version: z.int(), outcome: z.enum(['taken', 'refused']) }),
  },
  'own-report.judged': {
    name: { ja: '情報連絡の確認結果を受領', en: 'Verdict on an information report' },
    ...said,
    body: of.extend({ number: z.int(), verdict: z.enum(VERDICTS) }),
  },
  'own-report.withdrawn': {
    name: { ja: '情報連絡の取り下げを受領', en: 'Information report withdrawn by the recipient' },
    ...said,
    body: of.extend({ number: z.int(), reason: z.string() }),
  },
  'own-report.question-dropped': {
    name: { ja: '質問の取り下げを受領', en: 'Question about an information report dropped' },
    ...said,
    body: of.extend({ questionId: z.uuid(), number: z.int() }),
  },
  'own-report.asked': {
    name: { ja: '情報連絡についての質問を受領', en: 'Question about an information report' },
    ...said,
    body: of.extend({ questionId: z.uuid(), number: z.int() }),
  },
  'own-report.answered': {
    name: { ja: '情報連絡についての質問に回答', en: 'Question about an information report answered' },
    ...said,
    tone: 'response',
    body: of.extend({ questionId: z.uuid(), number: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
