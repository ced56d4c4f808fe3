import { z } from 'zod';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { asking } from '../../../kernel/language.ts';

export const HYPOTHESIS_STATES = ['open', 'supported', 'excluded', 'undecided'] as const;

const words = z.string().trim().max(10_000);

export const newHypothesis = z.object({
  text: words.min(1),
  why: words.default(''),
  test: words.default(''),
  /** It asks whether this could be an attack. */
  cyber: z.boolean().default(false),
  minutes: z.int().min(1).max(43_200).nullable().default(null),
});
export type NewHypothesis = z.input<typeof newHypothesis>;
export const hypothesisSettled = z.object({
  state: z.enum(['supported', 'excluded', 'undecided']),
  certainty: z.enum(CERTAINTIES),
  /** What was found; for an attack that is excluded: how it was excluded. */
  outcome: words.min(1),
});
export type HypothesisSettled = z.infer<typeof hypothesisSettled>;
export const hypothesisView = z.object({
  id: z.string(),
  number: z.number(),
  text: z.string(),
  why: z.string(),
  test: z.string(),
  cyber: z.boolean(),
  state: z.enum(HYPOTHESIS_STATES),
  certainty: z.enum(CERTAINTIES),
  outcome: z.string(),
  limitAt: z.string().nullable(),
  timedOutAt: z.string().nullable(),
});

export const newEvidence = z.object({
  what: words.min(1),
  place: words.default(''),
  sha256: z
    .string()
    .trim()
    .toLowerCase()
    .refine(
      (hash) => /^[0-9a-f]{64}$/.test(hash),
      asking({
        ja: 'SHA-256の値（0〜9とa〜fの64文字）をそのまま貼り付けてください',
        en: 'Paste the SHA-256 value as is: 64 characters, 0–9 and a–f',
      }),
    ),
  custodianId: z.uuid(),
});
export type NewEvidence = z.infer<typeof newEvidence>;
export const evidenceHanded = z.object({ seq: z.int().min(1), to: words.min(1), note: words.default('') });
export const evidenceView = z.object({
  seq: z.number(),
  at: z.string(),
  what: z.string(),
  place: z.string(),
  sha256: z.string(),
  custodian: z.string(),
  handed: z.array(z.object({ at: z.string(), to: z.string(), note: z.string() })),
});
