import { z } from 'zod';
import { asking } from '../../../kernel/language.ts';
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
export const ruleView = newRule.extend({ id: z.string() });
export type RuleView = z.infer<typeof ruleView>;
