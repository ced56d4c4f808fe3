import { z } from 'zod';
import type { Bilingual } from './language.ts';

/** C0-M17: from knowing nothing, which is an answer too, to knowing; a step up needs evidence. */
export const CERTAINTIES = ['unknown', 'possible', 'likely', 'presumed', 'confirmed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Everything short of knowing. */
export const DOUBTS = ['unknown', 'possible', 'likely', 'presumed'] as const satisfies readonly Certainty[];
export type Doubt = (typeof DOUBTS)[number];

export const rankOf = (certainty: Certainty): number => CERTAINTIES.indexOf(certainty);

/** The one scale of hypotheses, reports and cases, in words. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, Bilingual>> = {
  unknown: { ja: '不明', en: 'unclear' },
  possible: { ja: '可能性あり', en: 'possible' },
  likely: { ja: '可能性が高い', en: 'likely' },
  presumed: { ja: '推定', en: 'presumed' },
  confirmed: { ja: '確認済み', en: 'confirmed' },
};

const words = z.strictObject({
  ja: z.string().trim().max(600),
  en: z.string().trim().max(1_200),
});

/**
 * What of a text is not certain, and how far. It is held by its own words in each language, so that a change elsewhere
 * in the sentence moves nothing; without words it is the whole text.
 */
export const hedge = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  certainty: z.enum(DOUBTS),
  words: words.optional(),
});
export type Hedge = z.infer<typeof hedge>;
/** So many doubts a text may have. */
export const MOST_HEDGES = 8;
export const hedges = z.array(hedge).max(MOST_HEDGES).optional();

/** A text in both languages with what of it is not certain. */
export interface Hedged extends Bilingual {
  readonly hedges?: readonly Hedge[] | undefined;
}
