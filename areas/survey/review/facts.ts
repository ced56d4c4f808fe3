import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';
import { REVIEW_ANSWERS, REVIEW_COMMENT_KINDS, REVIEW_WAYS } from '../terms/words.ts';

const of = z.object({ reviewId: z.uuid(), caseId: z.uuid() });
const said = {
  read: 'survey.intake',
  tone: 'quiet',
  machinery: false,
  touches: ['survey-reviews'],
} as const;
const onEdition = of.extend({ edition: z.int(), hash: z.string() });

/** Which case, edition and hash, never what was said of it: that stays behind the desk's own permission. */
export const facts = {
  'survey.review-asked': {
    name: { ja: '公開版の確認を依頼', en: 'Review of a public edition requested' },
    ...said,
    body: onEdition.extend({ askingId: z.uuid(), way: z.enum(REVIEW_WAYS) }),
  },
  'survey.review-ended': {
    name: { ja: '確認用リンクを無効化', en: 'Review link revoked' },
    ...said,
    body: of.extend({ askingId: z.uuid() }),
  },
  'survey.review-reminded': {
    name: { ja: '公開版の確認を再依頼', en: 'Reminder of a review sent' },
    ...said,
    body: of.extend({ askingId: z.uuid() }),
  },
  'survey.review-mailed': {
    name: { ja: '確認依頼のメールの状態', en: 'Email about a review' },
    ...said,
    machinery: true,
    body: of.extend({ turn: z.enum(['accept', 'hold', 'fail', 'withdraw']) }),
  },
  'survey.review-draft-kept': {
    name: { ja: '事業者が確認の途中経過を保存', en: 'Review draft kept by the operator' },
    ...said,
    machinery: true,
    body: of,
  },
  'survey.review-commented': {
    name: { ja: '事業者が公開版に意見', en: 'Public edition commented on by the operator' },
    ...said,
    tone: 'response',
    body: onEdition.extend({ counts: z.partialRecord(z.enum(REVIEW_COMMENT_KINDS), z.int()) }),
  },
  'survey.review-answered': {
    name: { ja: '公開版への意見に回答', en: 'Comment on a public edition answered' },
    ...said,
    tone: 'decision',
    body: of.extend({ commentId: z.uuid(), answer: z.enum(REVIEW_ANSWERS) }),
  },
  'survey.consent-code-sent': {
    name: { ja: '同意の確認コードを送信', en: 'Consent code sent' },
    ...said,
    body: of.extend({ codeId: z.uuid(), channel: z.string() }),
  },
  'survey.consent-code-mailed': {
    name: { ja: '同意の確認コードの送信状態', en: 'Delivery of a consent code' },
    ...said,
    machinery: true,
    body: of.extend({ turn: z.enum(['accept', 'hold', 'fail', 'withdraw']) }),
  },
  'survey.consent-code-failed': {
    name: { ja: '同意の確認コードが不一致', en: 'Wrong consent code entered' },
    ...said,
    tone: 'event',
    body: of.extend({ codeId: z.uuid(), tries: z.int() }),
  },
  'survey.consent-given': {
    name: { ja: '事業者が公表に同意', en: 'Consent to publish given by the operator' },
    ...said,
    tone: 'recovery',
    body: onEdition.extend({ consentId: z.uuid(), until: z.string(), how: z.string() }),
  },
  'survey.consent-withdrawn': {
    name: { ja: '事業者が公表への同意を撤回', en: 'Consent to publish withdrawn' },
    ...said,
    tone: 'event',
    body: of.extend({ hashes: z.array(z.string()), how: z.enum(['link', 'told', 'package']) }),
  },
  'survey.consent-expired': {
    name: { ja: '公表への同意の期限切れ', en: 'Consent to publish expired' },
    ...said,
    tone: 'event',
    body: onEdition.extend({ consentId: z.uuid() }),
  },
} as const satisfies Record<string, FactKind>;
