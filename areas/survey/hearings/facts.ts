import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { COMMENT_ANSWERS, COMMENT_KINDS, HEARING_STATES } from '../terms/words.ts';

const of = z.object({ hearingId: z.uuid() });
const said = {
  read: 'survey.intake',
  tone: 'quiet',
  machinery: false,
  touches: ['survey-hearings'],
} as const;

/** Which hearing and which line, never what was said: that stays behind the desk's own permission. */
export const facts = {
  'survey.hearing-planned': {
    name: { ja: 'ヒアリングを計画', en: 'Hearing planned' },
    ...said,
    body: of.extend({ version: z.int() }),
  },
  'survey.hearing-turned': {
    name: { ja: 'ヒアリングの状態を変更', en: 'Hearing state changed' },
    ...said,
    tone: 'decision',
    body: of.extend({ state: z.enum(HEARING_STATES) }),
  },
  'survey.hearing-mailed': {
    name: { ja: 'ヒアリングの案内を送信', en: 'Hearing mail sent' },
    ...said,
    machinery: true,
    body: of.extend({ kind: z.string(), turn: z.enum(['accept', 'hold', 'fail']) }),
  },
  'survey.cooperation-agreed': {
    name: { ja: '調査への協力の同意を記録', en: 'Agreement to cooperate recorded' },
    ...said,
    tone: 'decision',
    body: of,
  },
  'survey.hearing-question-added': {
    name: { ja: 'ヒアリングの質問を追加', en: 'Hearing question added' },
    ...said,
    body: of.extend({ questionId: z.uuid() }),
  },
  'survey.minutes-written': {
    name: { ja: '議事録に記録', en: 'Minutes written' },
    ...said,
    machinery: true,
    body: of.extend({ lineId: z.uuid(), number: z.int(), revision: z.int() }),
  },
  'survey.material-handed-over': {
    name: { ja: 'ヒアリングの資料を受領', en: 'Hearing material received' },
    ...said,
    body: of.extend({ materialId: z.uuid(), sha256: z.string(), size: z.int() }),
  },
  'survey.material-passed-on': {
    name: { ja: 'ヒアリングの資料を引き渡し', en: 'Hearing material passed on' },
    ...said,
    body: of.extend({ materialId: z.uuid() }),
  },
  'survey.minutes-sent': {
    name: { ja: '議事録の確認を依頼', en: 'Confirmation of minutes requested' },
    ...said,
    body: of,
  },
  'survey.minutes-commented': {
    name: { ja: '議事録に訂正・意見', en: 'Minutes commented on' },
    ...said,
    tone: 'response',
    body: of.extend({ commentId: z.uuid(), kind: z.enum(COMMENT_KINDS) }),
  },
  'survey.correction-answered': {
    name: { ja: '議事録の訂正に回答', en: 'Correction of minutes answered' },
    ...said,
    tone: 'decision',
    body: of.extend({ commentId: z.uuid(), answer: z.enum(COMMENT_ANSWERS) }),
  },
  'survey.minutes-confirmed': {
    name: { ja: '事業者が議事録を確認', en: 'Minutes confirmed by the operator' },
    ...said,
    tone: 'recovery',
    body: of.extend({ sha256: z.string() }),
  },
} as const satisfies Record<string, FactKind>;
