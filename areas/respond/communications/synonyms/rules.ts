import { says } from '../../../../kernel/alike.ts';
import { SAME } from './words.ts';

/** Other words that would tell the same as one that is withheld: offered where somebody withholds it, for them to keep or drop. */
export function alsoFor(term: string): string[] {
  const found = SAME.filter((group) => group.some((word) => says(word, term) || says(term, word))).flat();
  // What is found by the term itself needs no line of its own.
  return [...new Set(found)].filter((word) => !says(word, term));
}
