import type { Bilingual } from '../../../kernel/language.ts';

/**
 * The few terms of a survey that lines of the ledger use, with their words: read wherever a line may stand, so nothing else of
 * the survey comes along with them. Each thing hands on those that are its own.
 */
export const STAGES = ['first', 'followUp', 'final'] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_WORDS: Readonly<Record<Stage, Bilingual>> = {
  first: { ja: '第一報', en: 'First report' },
  followUp: { ja: '続報', en: 'Follow-up' },
  final: { ja: '最終報', en: 'Final report' },
};

/** The doors a report comes by (Y01); the last four are typed in by the secretariat. */
export const DOORS = ['link', 'form', 'package', 'telephone', 'fax', 'mail', 'visit'] as const;
export type Door = (typeof DOORS)[number];

/** What the secretariat found. Whether it came late never stands here. */
export const VERDICTS = ['inReview', 'passed', 'toRevise', 'notOurs'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  inReview: { ja: '確認中', en: 'In review' },
  passed: { ja: '確認済み', en: 'Passed' },
  toRevise: { ja: '要修正', en: 'To be revised' },
  notOurs: { ja: '対象外', en: 'Not in scope' },
};

/** A receipt number as people read it: R-0121. It has no gaps and never changes. */
export const receiptNumber = (number: number): string => `R-${String(number).padStart(4, '0')}`;

/** What a survey's reports are written and counted by. The two lists of sectors are independent of each other. */
export const LISTS = ['issuer', 'sectors', 'designated', 'eventTypes', 'causes'] as const;
export type ListKind = (typeof LISTS)[number];

export const CYCLE_STATES = [
  'open',
  'rating',
  'selected',
  'hearing',
  'drafting',
  'review',
  'published',
] as const;
export type CycleState = (typeof CYCLE_STATES)[number];
export const CYCLE_STATE_WORDS: Readonly<Record<CycleState, Bilingual>> = {
  open: { ja: '候補の受付中', en: 'Collecting candidates' },
  rating: { ja: '評価中', en: 'Rating' },
  selected: { ja: '選定済み', en: 'Selected' },
  hearing: { ja: 'ヒアリング中', en: 'Hearings' },
  drafting: { ja: '執筆中', en: 'Drafting' },
  review: { ja: '匿名化・同意', en: 'Anonymising and consent' },
  published: { ja: '公表済み', en: 'Published' },
};

/** By which door a package came: the network, or somebody with a file. */
export const PACKAGE_DOORS = ['network', 'file'] as const;

export const HEARING_STATES = ['planned', 'open', 'completed', 'cancelled'] as const;
export type HearingState = (typeof HEARING_STATES)[number];
export const HEARING_STATE_WORDS: Readonly<Record<HearingState, Bilingual>> = {
  planned: { ja: '予定', en: 'Planned' },
  open: { ja: '実施中', en: 'In progress' },
  completed: { ja: '終了', en: 'Completed' },
  cancelled: { ja: '中止', en: 'Cancelled' },
};
export const COMMENT_KINDS = ['correction', 'view'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];
export const COMMENT_KIND_WORDS: Readonly<Record<CommentKind, Bilingual>> = {
  correction: { ja: '事実の訂正', en: 'Correction of fact' },
  view: { ja: '意見', en: 'View' },
};
export const COMMENT_ANSWERS = ['accepted', 'refused'] as const;

/** What an operator says of a part of the pages about it. */
export const REVIEW_COMMENT_KINDS = ['agree', 'correct', 'change', 'withhold'] as const;
export type ReviewCommentKind = (typeof REVIEW_COMMENT_KINDS)[number];
export const REVIEW_ANSWERS = ['done', 'notDone'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];
/** Where the review of a case by its operator stands. */
export const REVIEW_STANDINGS = ['asked', 'toAnswer', 'lapsed', 'given', 'expired', 'withdrawn'] as const;
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];
/** By which way an operator is asked. */
export const REVIEW_WAYS = ['link', 'package'] as const;
export type ReviewWay = (typeof REVIEW_WAYS)[number];

/** Why a package is refused, in two words; what to do about it stands where it is refused (`exchange/words.ts`). */
export const REFUSAL_NAMES = {
  'too-large': { ja: '大きすぎる', en: 'Too large' },
  'not-a-package': { ja: '形式が異なる', en: 'Not a package' },
  'other-version': { ja: 'バージョンが異なる', en: 'Other version' },
  cut: { ja: '途中で切れている', en: 'Cut off' },
  unsigned: { ja: '署名なし', en: 'Not signed' },
  damaged: { ja: '破損', en: 'Damaged' },
  excessive: { ja: '上限を超過', en: 'Over the limits' },
  tampered: { ja: '署名と不一致', en: 'Changed' },
  'attachment-differs': { ja: '添付ファイルが不一致', en: 'Attachment differs' },
  'not-for-us': { ja: '宛先が異なる', en: 'Other recipient' },
  foreign: { ja: '未登録の送信元', en: 'Unknown sender' },
  unconfirmed: { ja: '鍵が未確認', en: 'Key not confirmed' },
  revoked: { ja: '交換を停止済み', en: 'Exchange stopped' },
  'changed-key': { ja: '鍵が異なる', en: 'Other key' },
  replayed: { ja: '番号が受領済み', en: 'Number used before' },
  missing: { ja: '前の番号が未着', en: 'Earlier one missing' },
  'broken-chain': { ja: '前のパッケージと不連続', en: 'Does not follow' },
  'unknown-receipt': { ja: '該当のない受領書', en: 'Unknown receipt' },
  'unknown-kind': { ja: '対象外の種類', en: 'Unknown kind' },
  unfit: { ja: '内容に誤り', en: 'Not valid' },
  'not-accepted': { ja: '受け付けられない内容', en: 'Not accepted' },
  'no-way': { ja: '転送先が未登録', en: 'No way to pass on' },
} as const satisfies Record<string, Bilingual>;
export type RefusalReason = keyof typeof REFUSAL_NAMES;
export const REFUSAL_REASONS = Object.keys(REFUSAL_NAMES) as [RefusalReason, ...RefusalReason[]];

/** Kinds of packages, for who chooses or reads one. */
export const KIND_WORDS = {
  report: { ja: '情報連絡', en: 'Report' },
  'follow-up': { ja: '続報', en: 'Follow-up' },
  question: { ja: '質問', en: 'Question' },
  'question-dropped': { ja: '質問の取り下げ', en: 'Question dropped' },
  answer: { ja: '回答', en: 'Answer' },
  withdrawal: { ja: '情報連絡の取り下げ', en: 'Report withdrawn' },
  verdict: { ja: '判定', en: 'Verdict' },
  message: { ja: '連絡文', en: 'Message' },
  'pass-on': { ja: '転送', en: 'Forwarding' },
  'review-asked': { ja: '公表前の確認依頼', en: 'Review request' },
  'review-comments': { ja: '公開版への意見', en: 'Review comments' },
  'review-answers': { ja: '意見への回答', en: 'Answers to comments' },
  consent: { ja: '公表への同意', en: 'Consent to publish' },
  'minutes-to-confirm': { ja: '議事録の確認依頼', en: 'Minutes to confirm' },
  'minutes-confirmed': { ja: '議事録の確認', en: 'Answer to minutes' },
  'consent-withdrawn': { ja: '同意の撤回', en: 'Consent withdrawn' },
  'lessons-published': { ja: '公表された教訓', en: 'Published lessons' },
  'lesson-answers': { ja: '教訓への回答', en: 'Answers to lessons' },
} as const satisfies Record<string, Bilingual>;

/** What an operator answers when asked whether a published lesson holds there. */
export const LESSON_ANSWER_WORDS = {
  adopt: { ja: '改善に反映', en: 'Adopt' },
  instead: { ja: '代替策を実施', en: 'Do something else instead' },
  doesNotApply: { ja: '該当しない', en: 'Does not apply' },
  refuse: { ja: '反映しない', en: 'Do not adopt' },
} as const satisfies Record<string, Bilingual>;
export type LessonAnswer = keyof typeof LESSON_ANSWER_WORDS;
export const LESSON_ANSWERS = Object.keys(LESSON_ANSWER_WORDS) as [LessonAnswer, ...LessonAnswer[]];

/** By what an incident could be known: a number, a time, what it is the only one of, what stands elsewhere. */
export const LINKAGE_KINDS = ['count', 'duration', 'combination', 'fact'] as const;
export const LINKAGE_ANSWERS = ['accepted', 'reworded'] as const;
export type LinkageAnswer = (typeof LINKAGE_ANSWERS)[number];
