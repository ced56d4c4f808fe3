import { z } from 'zod';
import { givenId } from '../../../../kernel/ids.ts';
import { bilingual } from '../../../../kernel/language.ts';
import { ENTITY_KINDS, entity } from '../entities/schema.ts';

/** By what a word is made of it is known how likely it is a name: the most telling first. */
export const WORD_SORTS = ['latin', 'katakana', 'kanji', 'hiragana'] as const;
export type WordSort = (typeof WORD_SORTS)[number];

/** A word that nothing published has used, with where it stands. */
export const askedWord = z.object({
  word: z.string(),
  sort: z.enum(WORD_SORTS),
  count: z.number(),
  path: z.string(),
  text: bilingual,
});
export type AskedWord = z.infer<typeof askedWord>;

export const wordsView = z.object({
  /** To be decided, the most telling first. */
  words: z.array(askedWord),
  /** Words of this case that were found to name nobody. */
  harmless: z.array(z.string()),
});

const word = z.string().trim().min(1).max(200);
export const wordDecision = z.discriminatedUnion('as', [
  z.strictObject({ word, as: z.literal('harmless') }),
  z.strictObject({ word, as: z.literal('entity'), kind: z.enum(ENTITY_KINDS), label: entity.shape.label }),
  z.strictObject({ word, as: z.literal('alias'), entityId: givenId }),
  /** Takes back that it names nobody. */
  z.strictObject({ word, as: z.literal('open') }),
]);
export type WordDecision = z.infer<typeof wordDecision>;
export const wordDecisions = z.object({ decisions: z.array(wordDecision).min(1).max(500) });
