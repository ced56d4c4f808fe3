import { z } from 'zod';
import { asking } from '../../../kernel/language.ts';
import { REPORT_STAGES, regimeKey } from './keys/schema.ts';

export { REPORT_STAGES, RESERVED, type ReportStage, regimeKey } from './keys/schema.ts';

/**
 * What a deadline runs from: a time of the incident (detected, known, judged significant), the first report's going out, that
 * of the report before it, or nothing at all.
 */
export const STARTS = ['detection', 'knowing', 'judgement', 'notification', 'previous', 'none'] as const;
export type Start = (typeof STARTS)[number];

const MOST = 1_000;
/** So long: days are 24 hours, months are those of the calendar. */
const span = z.strictObject({
  count: z.int().min(1).max(MOST),
  unit: z.enum(['hours', 'days', 'months']),
});
export type Span = z.infer<typeof span>;

export const deadline = z.strictObject({
  stage: z.enum(REPORT_STAGES),
  starts: z.enum(STARTS),
  /** Null: as soon as possible, for no public source says by when. */
  within: span.nullable(),
  /** Where a wrongful purpose is suspected, if that differs. */
  wrongful: span.nullable().default(null),
  /** So long before it is due; null: the house's rule. */
  reminders: z.array(span).max(5).nullable().default(null),
});
export type Deadline = z.infer<typeof deadline>;

const FAULTS = {
  order: {
    ja: '第一報、続報、確報の順に、それぞれ1件までにしてください',
    en: 'List each stage once: first report, follow-up, final report',
  },
  nothingBefore: {
    ja: '最初の報には前の報がありません。別の起算点を選択してください',
    en: 'No report comes before the first one. Choose another start',
  },
  noStart: {
    ja: '期限を設ける場合は、起算点を選択してください',
    en: 'A deadline needs a start. Choose what it runs from',
  },
  asSoonAsPossible: {
    ja: '先に、通常の期限を入力してください',
    en: 'Enter the usual deadline first',
  },
} as const;

/** What is wrong with a deadline in its place, and at which field. */
function faultsAt(
  given: readonly Deadline[],
  at: number,
  { stage, starts, within, wrongful }: Deadline,
): (readonly [keyof Deadline, keyof typeof FAULTS])[] {
  const place = REPORT_STAGES.indexOf(stage);
  const late = given.slice(0, at).some((before) => REPORT_STAGES.indexOf(before.stage) >= place);
  return [
    ...(late ? [['stage', 'order'] as const] : []),
    ...(at === 0 && (starts === 'previous' || starts === 'notification')
      ? [['starts', 'nothingBefore'] as const]
      : []),
    ...(starts === 'none' && within ? [['starts', 'noStart'] as const] : []),
    ...(wrongful && !within ? [['wrongful', 'asSoonAsPossible'] as const] : []),
  ];
}

export const deadlines = z
  .array(deadline)
  .min(1)
  .max(REPORT_STAGES.length)
  .superRefine((given, context) => {
    for (const [at, each] of given.entries())
      for (const [field, fault] of faultsAt(given, at, each))
        context.addIssue({ code: 'custom', path: [at, field], ...asking(FAULTS[fault]) });
  });

/** On what is known of an incident a regime seems owed: each one, an attack, a leak of personal data. */
export const GROUNDS = ['incident', 'attack', 'leak'] as const;

const said = (most: number) =>
  z.strictObject({ ja: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) });

/** One edition of a regime: to whom an incident may have to be reported, and by when. */
export const regimeDocument = z.strictObject({
  name: said(120),
  /** When it is owed, in words of its law. */
  trigger: said(1_000),
  /** Where that is published. */
  source: z.string().trim().max(500).default(''),
  owedWhen: z.array(z.enum(GROUNDS)).max(GROUNDS.length).default([]),
  deadlines,
  /** No new report is begun; those that run go on. */
  ended: z.boolean().default(false),
});
export type RegimeDocument = z.infer<typeof regimeDocument>;

export const ofRegime = z.object({ regime: regimeKey });

export const regimeView = z.object({
  regime: z.string(),
  edition: z.int(),
  /** Null of what the product brings: nobody kept it. */
  since: z.string().nullable(),
  ...regimeDocument.shape,
});
export type RegimeView = z.infer<typeof regimeView>;

/** Which edition was read before it was changed; none of what is new. */
export const regimeKept = z.object({ seen: z.int().min(0), ...regimeDocument.shape });
export type RegimeKept = z.output<typeof regimeKept>;
