import { STAGES } from '../terms/words.ts';

export { STAGES, type Stage } from '../terms/words.ts';

import { z } from 'zod';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { asking } from '../../../kernel/language.ts';
import { isInstantText, timeZone } from '../../../kernel/time.ts';
import { listKey } from '../editions/schema.ts';

/** How a field is empty: nobody knows, nothing was said, it is known and not told, what was said is taken back. */
export const ABSENCES = ['notKnown', 'notStated', 'withheld', 'withdrawn'] as const;
export type Absence = (typeof ABSENCES)[number];

export const LONG = 5_000;
const reason = z.string().trim().min(1).max(500);
const line = (limit: number) => z.string().trim().max(limit);

/** A field of a report: what it says, or in which way it says nothing. */
const told = <V extends z.ZodType>(value: V) =>
  z
    .discriminatedUnion('is', [
      z.strictObject({ is: z.literal('value'), value }),
      z.strictObject({ is: z.literal('notKnown') }),
      z.strictObject({ is: z.literal('notStated') }),
      z.strictObject({ is: z.literal('withheld'), reason }),
      z.strictObject({ is: z.literal('withdrawn'), reason }),
    ])
    .prefault({ is: 'notStated' });
export type Told<V> =
  | { readonly is: 'value'; readonly value: V }
  | { readonly is: 'notKnown' | 'notStated' }
  | { readonly is: 'withheld' | 'withdrawn'; readonly reason: string };

/** How exactly a reported time is known. */
export const REPORT_PRECISIONS = ['second', 'minute', 'about', 'hour', 'day', 'month'] as const;

export const reportTime = z.strictObject({
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }),
  precision: z.enum(REPORT_PRECISIONS).default('minute'),
  /** The zone of the clock it was read from. */
  zone: timeZone.default('Asia/Tokyo'),
  /** By how many seconds that clock was wrong, at most; null where nobody looked. */
  clockError: z.number().int().min(0).max(86_400).nullable().default(null),
});
export type ReportTime = z.infer<typeof reportTime>;

/** C0-M6, domain facts §2 and §4: moments that differ, and are counted apart. */
export const MOMENTS = ['occurred', 'noticed', 'recognised', 'judged', 'restored'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Domain facts §6 (version 2.0), from the strictest. */
export const TLP = ['red', 'amberStrict', 'amber', 'green', 'clear'] as const;
export const PUBLICATION = ['published', 'planned', 'notPlanned'] as const;
/** What became of a step, as in a case. */
export const STEP_OUTCOMES = ['effective', 'partly', 'none', 'unknown'] as const;
export const PARTY_KINDS = [
  'operator',
  'department',
  'contractor',
  'supplier',
  'group',
  'authority',
  'customer',
  'attacker',
  'other',
] as const;
export const SYSTEM_KINDS = ['system', 'network', 'platform', 'site', 'artifact', 'channel'] as const;
/** Domain facts §5, as the operator sees it: 0 none to 4 crisis. */
const level = z.number().int().min(0).max(4);

const effect = z.strictObject({ text: line(LONG).min(1), level: level.nullable().default(null) });
/** People or machines: from, up to; the same twice where it is one number. */
const range = z
  .strictObject({ low: z.number().int().min(0), high: z.number().int().min(0) })
  .refine(({ low, high }) => low <= high, {
    path: ['high'],
    ...asking({ ja: '下限以上の数を入力してください', en: 'Enter a number no smaller than the lower one' }),
  });
export type Range = z.infer<typeof range>;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
/** What stood in an earlier version and is taken back stays, with the reason. */
const item = { id, withdrawn: reason.optional() };

export const step = z.strictObject({
  ...item,
  text: line(2_000).min(1),
  /** Who took it. */
  by: line(200).default(''),
  time: told(reportTime),
  outcome: z.enum(STEP_OUTCOMES).default('unknown'),
});
export const party = z.strictObject({
  ...item,
  name: line(200).min(1),
  kind: z.enum(PARTY_KINDS).default('other'),
  part: line(500).default(''),
});
export const system = z.strictObject({
  ...item,
  name: line(200).min(1),
  kind: z.enum(SYSTEM_KINDS).default('system'),
});
export const contact = z.strictObject({
  name: line(120).min(1),
  role: line(120).default(''),
  email: line(254).default(''),
  phone: line(60).default(''),
});
export type Contact = z.infer<typeof contact>;

/** Versions are compared entry by entry: two of one name would hide each other. */
const distinct = <T extends z.ZodType<{ readonly id: string }>>(entry: T, most: number) =>
  z
    .array(entry)
    .max(most)
    .default([])
    .superRefine((entries, check) => {
      const seen = new Set<string>();
      for (const [index, { id: name }] of entries.entries()) {
        if (seen.has(name)) check.addIssue({ code: 'custom', path: [index, 'id'], ...SAME_ID });
        seen.add(name);
      }
    });
const SAME_ID = asking({
  ja: '同じidの項目が他にもあります。別のidを使用してください',
  en: 'Another entry has the same id. Use a different one',
});

export const MOST = { steps: 60, parties: 30, systems: 30, contacts: 5, causes: 20, sectors: 20 } as const;

/** What an information report says (Y01). Every field may stay empty, and says in which way it is. */
export const reportContent = z.strictObject({
  operator: z.strictObject({ name: line(200).default(''), department: line(200).default('') }).prefault({}),
  contacts: z.array(contact).max(MOST.contacts).default([]),
  sector: told(listKey),
  designated: told(listKey),
  title: line(200).default(''),
  outline: told(line(LONG).min(1)),
  times: z
    .strictObject({
      occurred: told(reportTime),
      noticed: told(reportTime),
      recognised: told(reportTime),
      judged: told(reportTime),
      restored: told(reportTime),
    })
    .prefault({}),
  eventType: told(listKey),
  causes: told(z.array(listKey).min(1).max(MOST.causes)),
  causeText: told(z.strictObject({ text: line(LONG).min(1), certainty: z.enum(CERTAINTIES) })),
  effect: z
    .strictObject({
      /** On the service itself, and on services around it (C0-C1). */
      service: told(effect),
      around: told(effect),
      users: told(range),
      machines: told(range),
      /** The level of service that has to be kept was missed. */
      levelMissed: told(z.boolean()),
      /** Other sectors it reached; none is an answer. */
      sectors: told(z.array(listKey).max(MOST.sectors)),
    })
    .prefault({}),
  steps: distinct(step, MOST.steps),
  parties: distinct(party, MOST.parties),
  systems: distinct(system, MOST.systems),
  measures: told(line(LONG).min(1)),
  publication: told(z.enum(PUBLICATION)),
  tlp: z.enum(TLP).default('amber'),
  /** May the survey ask about it. */
  surveyContact: told(z.boolean()),
  remarks: line(LONG).default(''),
});
export type ReportContent = z.infer<typeof reportContent>;
export type ReportDraft = z.input<typeof reportContent>;

export const DIFFERENCES = ['added', 'corrected', 'withdrawn', 'lost'] as const;
/** What one field or entry was and is. */
export const difference = z.object({
  /** As in `times.noticed` or `steps.s1`. */
  path: z.string(),
  kind: z.enum(DIFFERENCES),
  before: z.unknown(),
  after: z.unknown(),
});
export type Difference = z.infer<typeof difference>;

/** What two organisations tell each other about a report; `ref` is what its sender knows it by. */
const ref = { ref: z.uuid() };
/** As far as the store counts. */
const counted = z.number().int().positive().max(2_147_483_647);
export const reportPackage = z.strictObject({
  ...ref,
  stage: z.enum(STAGES),
  /** How many versions its sender has sent, this one counted: each becomes a version over there. */
  version: counted,
  submittedAt: z.string().refine(isInstantText, { message: 'RFC 3339' }),
  sender: line(200),
  content: reportContent,
});
export type ReportPackage = z.infer<typeof reportPackage>;
export const questionPackage = z.strictObject({
  ...ref,
  questionId: z.uuid(),
  number: counted,
  field: line(80).nullable(),
  text: line(2_000).min(1),
});
export type QuestionPackage = z.infer<typeof questionPackage>;
export const questionDroppedPackage = z.strictObject({ ...ref, questionId: z.uuid() });
export type QuestionDroppedPackage = z.infer<typeof questionDroppedPackage>;
/** The recipient no longer counts the report, on the sender's word or its own. */
export const withdrawalPackage = z.strictObject({ ...ref, number: counted, reason: line(2_000) });
export type WithdrawalPackage = z.infer<typeof withdrawalPackage>;
export const answerPackage = z.strictObject({
  ...ref,
  questionId: z.uuid(),
  answer: line(LONG).min(1),
  by: line(200),
});
export type AnswerPackage = z.infer<typeof answerPackage>;
export const VERDICTS_TOLD = ['inReview', 'passed', 'toRevise', 'notOurs'] as const;
export const verdictPackage = z.strictObject({
  ...ref,
  /** The receipt number over there. */
  number: counted,
  version: counted,
  verdict: z.enum(VERDICTS_TOLD),
  reason: line(2_000),
});
export type VerdictPackage = z.infer<typeof verdictPackage>;
