import { type RawBuilder, sql } from 'kysely';

/** A text as every search compares it: width, case, kana, long vowels, hyphens and spellings make no difference. */
export const folded = (text: string): RawBuilder<string> => sql<string>`find_fold(${text})`;

/**
 * Whether columns together hold every word somebody said, however they are written. It folds each row that is looked at:
 * for lists of hundreds, where the lists of thousands keep their texts folded.
 */
export const holdsWords = (
  said: string,
  ...columns: readonly (string | RawBuilder<unknown>)[]
): RawBuilder<boolean> =>
  sql<boolean>`find_fold(concat_ws(' ', ${sql.join(columns.map((each) => (typeof each === 'string' ? sql.ref(each) : each)))}))
    LIKE ALL (find_patterns(find_words(${said})))`;
