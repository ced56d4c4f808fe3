import type { Tone } from '../../../../../areas/fact-kind.ts';
import type { Difference } from '../../../../../areas/survey/content/schema.ts';
import type { Verdict } from '../../../../../areas/survey/intake/schema.ts';

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  inReview: 'decision',
  passed: 'recovery',
  toRevise: 'event',
  notOurs: 'quiet',
};
export const DIFFERENCE_TONES: Readonly<Record<Difference['kind'], Tone>> = {
  added: 'response',
  corrected: 'decision',
  withdrawn: 'event',
  lost: 'event',
};
