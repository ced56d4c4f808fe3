import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';

/** How grave it is when a check is not met. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type CheckSeverity = (typeof SEVERITIES)[number];

/** How many of those asked are ready; the denominator says how much the figure stands on. */
const score = { ready: z.number(), asked: z.number() };

export const readinessView = z.object({
  checks: z.array(
    z.object({
      id: z.string(),
      title: bilingual,
      reason: bilingual,
      lessons: z.array(z.string()),
      severity: z.enum(SEVERITIES),
      actor: bilingual,
      ...score,
      /** What is not ready, at most two hundred; the number above is exact. */
      open: z.array(z.object({ key: z.string(), name: z.string(), link: z.string() })),
    }),
  ),
  /** The last days, oldest first; a day nothing was noted on is not there. */
  history: z.array(z.object({ day: z.string(), ...score })),
  units: z.array(z.object({ unit: z.string().nullable(), ...score })),
  ...score,
});

/** What comes due in the registers, by its date. */
export const COMING = ['contractEnds', 'certificationEnds', 'assessment', 'sheet', 'fallbackTest'] as const;
export const comingView = z.object({
  today: z.string(),
  until: z.string(),
  items: z.array(
    z.object({
      kind: z.enum(COMING),
      on: z.string(),
      /** The party or the fallback, and what of it. */
      name: z.string(),
      what: z.string(),
      link: z.string(),
    }),
  ),
});
