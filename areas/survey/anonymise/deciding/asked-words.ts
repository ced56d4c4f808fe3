import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { CaseDocument } from '../../../learn/cases/schema.ts';
import { textsOf, type WrittenText } from '../../../learn/cases/texts/rules.ts';
import { keyOf, type NewWord, newWords } from '../vocabulary/new-words.ts';
import { printedVocabulary } from '../vocabulary/printed.ts';
import type { AskedWord } from './schema.ts';
import { harmlessKeys } from './store.ts';

export interface WordsOfCase {
  readonly asked: readonly NewWord[];
  /** What would be asked had nobody decided on it. */
  readonly harmless: readonly NewWord[];
  readonly texts: readonly WrittenText[];
}

/** Words of a case as it would be published: what nobody has decided on, and what was found to name nobody. */
export async function wordsOfCase(trx: Transaction<Tables>, document: CaseDocument): Promise<WordsOfCase> {
  const texts = textsOf(document);
  const harmless = await harmlessKeys(trx);
  const all = newWords(
    texts.map(({ text }) => text),
    printedVocabulary(),
  );
  const isHarmless = ({ word, sort }: NewWord): boolean => harmless.has(keyOf(word, sort));
  return { asked: all.filter((each) => !isHarmless(each)), harmless: all.filter(isHarmless), texts };
}

/** With the first text it stands in, as somebody would look it up. */
export function withPlaces({ asked, texts }: WordsOfCase): AskedWord[] {
  const plain = texts.map(({ path, text }) => ({
    path,
    text,
    folded: `${text.ja}\n${text.en}`.normalize('NFKC'),
  }));
  return asked.map((each) => {
    const at = plain.find(({ folded }) => folded.includes(each.word)) ?? plain[0];
    return { ...each, path: at?.path ?? '', text: { ja: at?.text.ja ?? '', en: at?.text.en ?? '' } };
  });
}
