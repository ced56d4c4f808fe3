import { z } from 'zod';
import { asking } from '../../../kernel/language.ts';
import type { Rewrite } from '../../../kernel/seen.ts';
import { severity, situation } from '../incidents/schema.ts';

export const OPERATORS = ['is', 'is-not', 'contains', 'starts-with', 'present', 'absent'] as const;
/** `field` is a label name, or `@title`, `@severity`, `@source` for what a signal has besides labels. */
export const FIELDS = ['@title', '@severity', '@source'] as const;
const isField = (name: string): boolean =>
  !name.startsWith('@') || (FIELDS as readonly string[]).includes(name);
const field = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(
    isField,
    asking({
      ja: 'ラベル名、または @title（件名）・@severity（深刻度）・@source（受信元）のいずれかを入力してください',
      en: 'Enter a label name, or @title, @severity or @source',
    }),
  );
/** Compares with what somebody wrote; without anything written it never holds. */
const COMPARES: readonly (typeof OPERATORS)[number][] = ['is', 'contains', 'starts-with'];
export const matcher = z
  .object({
    field,
    operator: z.enum(OPERATORS),
    values: z.array(z.string().max(500)).max(50).default([]),
  })
  .refine(({ operator, values }) => !COMPARES.includes(operator) || values.some((text) => text !== ''), {
    path: ['values'],
    ...asking({
      ja: '比較する値を1つ以上入力してください',
      en: 'Enter at least one value to compare with',
    }),
  });
export type Matcher = z.infer<typeof matcher>;

export const newRule = z.object({
  name: z.string().trim().min(1).max(100),
  /** All must hold; at least one, so that a rule never fires on everything by accident. */
  matchers: z.array(matcher).min(1).max(20),
  /** Signals that agree in these labels belong to one incident; none: one incident for the whole rule. */
  groupBy: z.array(field).max(5).default([]),
  severity: severity.default(2),
  situation,
  page: z.boolean().default(true),
  enabled: z.boolean().default(true),
});
export type NewRule = z.infer<typeof newRule>;
/** The same with what was read before, so that nobody overwrites another's change unseen. */
export const ruleRewrite = newRule.extend({ seen: newRule.extend({ name: z.string() }) });
export type RuleRewrite = Rewrite<typeof ruleRewrite>;
/** Which rule is tried next after it; null: it is the last. */
export const ruleMove = z.object({ followedBy: z.uuid().nullable() });

/** What decides which signals a rule declares of, held against those of the past. */
export const ruleTrial = newRule.pick({ matchers: true, groupBy: true }).extend({
  days: z.int().min(1).max(90).default(7),
  /** The rule it would take the place of; null: it would come after all others. */
  instead: z.uuid().nullable().default(null),
});
export type RuleTrial = z.infer<typeof ruleTrial>;

/** What a rule would have declared. An incident is taken to be open until nothing of its group came for a day. */
export const trialView = z.object({
  /** How many signals were looked at, and since when: the days asked for, or as far back as one trial looks. */
  signals: z.number(),
  since: z.string(),
  whole: z.boolean(),
  matched: z.number(),
  /** Of those that match, what a rule before it decides on. */
  taken: z.number(),
  declared: z.number(),
  /** The latest of them, newest first. */
  incidents: z.array(z.object({ title: z.string(), at: z.string(), signals: z.number() })),
});
export type TrialView = z.infer<typeof trialView>;

export const ruleView = newRule.extend({ id: z.string() });
export type RuleView = z.infer<typeof ruleView>;
