import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { DOORS, STAGES, VERDICTS } from '../terms/words.ts';

const of = z.object({ reportId: z.uuid() });
const onQuestion = of.extend({ questionId: z.uuid(), number: z.int() });
const said = { read: 'survey.intake', tone: 'quiet', machinery: false, touches: ['survey'] } as const;

/** Which report, never what it says: that stays behind the desk's own permission. */
export const facts = {
  'survey.report-drafted': {
    name: { ja: '情報連絡の下書きを作成', en: 'Report draft created' },
    ...said,
    body: of.extend({ door: z.enum(DOORS) }),
  },
  'survey.draft-saved': {
    name: { ja: '情報連絡の下書きを保存', en: 'Report draft saved' },
    ...said,
    machinery: true,
    body: of,
  },
  'survey.report-received': {
    name: { ja: '情報連絡を受理', en: 'Report received' },
    ...said,
    tone: 'response',
    body: of.extend({
      number: z.int(),
      version: z.int(),
      stage: z.enum(STAGES),
      door: z.enum(DOORS),
      sha256: z.string(),
    }),
  },
  'survey.report-judged': {
    name: { ja: '情報連絡の確認結果を記録', en: 'Report verdict recorded' },
    ...said,
    tone: 'decision',
    body: of.extend({ version: z.int(), verdict: z.enum(VERDICTS), reason: z.string() }),
  },
  'survey.report-withdrawn': {
    name: { ja: '情報連絡を取り下げ', en: 'Report withdrawn' },
    ...said,
    tone: 'decision',
    body: of.extend({ reason: z.string() }),
  },
  'survey.report-matched': {
    name: { ja: '情報連絡の事業者を対応付け', en: 'Report matched to an operator' },
    ...said,
    body: of.extend({ operatorId: z.uuid().nullable() }),
  },
  'survey.report-joined': {
    name: { ja: '情報連絡の事案を対応付け', en: 'Report joined to an event' },
    ...said,
    body: of.extend({ eventId: z.uuid() }),
  },
  'survey.report-led': {
    name: { ja: '事案の主たる報告を変更', en: 'Primary report of an event changed' },
    ...said,
    body: of.extend({ eventId: z.uuid() }),
  },
  'survey.question-asked': {
    name: { ja: '情報連絡について質問', en: 'Question about a report asked' },
    ...said,
    body: onQuestion,
  },
  'survey.question-answered': {
    name: { ja: '情報連絡についての質問に回答', en: 'Question about a report answered' },
    ...said,
    tone: 'response',
    body: onQuestion,
  },
  'survey.question-dropped': {
    name: { ja: '情報連絡についての質問を取り下げ', en: 'Question about a report dropped' },
    ...said,
    body: onQuestion,
  },
  'survey.report-read': {
    name: { ja: '情報連絡を閲覧', en: 'Report read' },
    ...said,
    machinery: true,
    touches: [],
    body: of.extend({ version: z.int(), what: z.enum(['read', 'download']) }),
  },
  'survey.report-source-added': {
    name: { ja: '情報連絡の原本を添付', en: 'Source of a report attached' },
    ...said,
    body: of.extend({ sourceId: z.uuid(), sha256: z.string(), size: z.int() }),
  },
} as const satisfies Record<string, FactKind>;
