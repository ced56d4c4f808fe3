import type { Tone } from '../../../../../areas/fact-kind.ts';
import type { ReviewStanding } from '../../../../../areas/survey/terms/words.ts';

export const STANDING_TONES: Readonly<Record<ReviewStanding, Tone>> = {
  asked: 'quiet',
  toAnswer: 'response',
  lapsed: 'event',
  given: 'recovery',
  expired: 'event',
  withdrawn: 'event',
};
