import { CERTAINTY_WORDS } from '../../../../kernel/certainty.ts';
import { GROUP_WORDS } from '../../../learn/cases/causes/words.ts';
import {
  BOX_WORDS,
  FACTOR_WORDS,
  LABEL_WORDS,
  MEASURE_WORDS,
  NATURE_WORDS,
  REPORT_GLOSSARY,
  REPORT_WORDS,
  SECTION_WORDS,
  THEME_WORDS,
} from '../../../learn/cases/words.ts';
import { WORD_SORTS, type WordSort } from '../deciding/schema.ts';
import { foldName } from '../folding/fold-text.ts';

/** A text in both languages, as cases have them. */
interface Text {
  readonly ja: string;
  readonly en: string;
}

/** A word that nothing published has used, for somebody to decide on. */
export interface NewWord {
  readonly word: string;
  /** How many of the texts use it. */
  readonly count: number;
  readonly sort: WordSort;
}

const JAPANESE = new Intl.Segmenter('ja', { granularity: 'word' });
const ENDINGS = /(?:ies|ied|ing|ers?|ed|es|ly|al|s|y|e|ion|ions|ment|ments)$/;
/** An English word without what inflects it; twice, for «restarting» and «restarts» are one with «restart». */
const stem = (word: string): string => {
  const once = word.length > 4 ? word.replace(ENDINGS, '') : word;
  return once.length > 5 ? once.replace(ENDINGS, '') : once;
};

const sortOf = (word: string): WordSort | undefined => {
  if (/^[\p{sc=Latn}\d][\p{sc=Latn}\p{N}.'’_-]*$/u.test(word))
    return /\p{sc=Latn}/u.test(word) ? 'latin' : undefined;
  if (/^[ァ-ヺー・]+$/u.test(word)) return word.length > 1 ? 'katakana' : undefined;
  if (/\p{sc=Han}/u.test(word)) return 'kanji';
  return /^[ぁ-ゖー]{3,}$/u.test(word) ? 'hiragana' : undefined;
};

/** Behind a kanji these say that it is a noun; any other kana goes on with its word. */
const PARTICLE = /^(?:は|が|を|に|の|と|で|も|へ|や|か|から|まで|より|など|だ|な|[^ぁ-ゖ]|$)/u;

/** A dictionary's words of kanji: nouns alone, a letter that belongs to the one before joined to it. */
function nounsIn(text: string): string[] {
  const nouns: string[] = [];
  let open = '';
  const close = (after: string): void => {
    if (open !== '' && PARTICLE.test(after)) nouns.push(open);
    open = '';
  };
  for (const { segment, index } of JAPANESE.segment(text)) {
    if (/^\p{sc=Han}{1}$/u.test(segment) || (open.length === 1 && /^\p{sc=Han}+$/u.test(segment)))
      open += segment;
    else {
      close(text.slice(index, index + 3));
      if (/^\p{sc=Han}+$/u.test(segment)) open = segment;
      else if (/^[ぁ-ゖー]{3,}$/u.test(segment)) nouns.push(segment);
    }
  }
  close('');
  return nouns;
}

/** Words of Japanese: runs of Latin letters whole, of katakana as a dictionary parts them where it knows all of them. */
function wordsOfJapanese(text: string): string[] {
  const plain = text.normalize('NFKC');
  const latin = [...plain.matchAll(/[\p{sc=Latn}\d][\p{sc=Latn}\d.'’_-]*\p{sc=Latn}|\p{sc=Latn}/gu)].map(
    ([run]) => run,
  );
  const kana = [...plain.matchAll(/[ァ-ヺー]+/gu)].flatMap(([run]) => {
    const parts = [...JAPANESE.segment(run)].map(({ segment }) => segment);
    return parts.every((part) => part.length > 2) ? parts : [run];
  });
  return [...latin, ...kana, ...nounsIn(plain.replace(/[\p{sc=Latn}\d.'’_-]+|[ァ-ヺー]+/gu, ' '))];
}

/**
 * What of English may be a name: what has a capital, a digit or a sign in it. Plain small words, and the
 * first of a sentence, are not put to anybody: their sentence stands in Japanese as well, where a name is asked about.
 */
function wordsOfEnglish(text: string): { word: string; sort: WordSort }[] {
  return [...text.matchAll(/[\p{L}\d][\p{L}\p{N}.'’_-]*[\p{L}\p{N}]|\p{L}/gu)].flatMap((match) => {
    const [word] = match;
    const begins = /(?:^|[.:;!?]["”’)]*\s+)$/u.test(text.slice(Math.max(0, match.index - 8), match.index));
    const plain = begins ? /^\p{Lu}?[\p{Ll}'’-]+$/u.test(word) : /^[\p{Ll}'’-]+$/u.test(word);
    return !/\p{L}/u.test(word) || plain ? [] : [{ word, sort: 'latin' as const }];
  });
}
/** Small words too, by which a capital at the beginning of a sentence is known for what it is. */
const smallWords = (text: string): string[] => [...text.matchAll(/\p{L}[\p{L}'’-]*/gu)].map(([word]) => word);

/** Letters that make another noun of a noun and name nobody: 健全性 is asked as 健全, 全利用者 as 利用. */
const BEHIND = '性的化者用間上下後前中等員内外時数率量側別毎先回列';
const BEFORE = '全各本当再不非未無同他新旧多大用';
function core(word: string): string {
  let bare = word;
  while (bare.length > 2 && BEHIND.includes(bare.at(-1) ?? ' ')) bare = bare.slice(0, -1);
  while (bare.length > 2 && BEFORE.includes(bare[0] ?? ' ')) bare = bare.slice(1);
  return bare;
}

/** By what a word is known, whatever its ending and its letters beside. */
export const keyOf = (word: string, sort: WordSort): string => {
  const letters = foldName(word);
  if (sort === 'latin') return stem(letters.replace(/s$/, ''));
  return sort === 'kanji' ? core(letters) : letters;
};

const wordsOf = ({ ja, en }: Text): { word: string; sort: WordSort }[] => [
  ...wordsOfJapanese(ja).flatMap((word) => {
    const sort = sortOf(word);
    return sort ? [{ word, sort }] : [];
  }),
  ...wordsOfEnglish(en),
];

/** Two and three kanji in a row, for a dictionary parts one run in several ways. */
const piecesOf = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(/\p{sc=Han}{2,}/gu)].flatMap(([run]) =>
    [2, 3].flatMap((size) =>
      Array.from({ length: Math.max(0, run.length - size + 1) }, (_, at) =>
        foldName(run.slice(at, at + size)),
      ),
    ),
  );

/** Every word of texts that may be published, by what it is known as. */
export const vocabularyOf = (texts: readonly Text[]): ReadonlySet<string> =>
  new Set(
    [
      ...texts.flatMap(wordsOf),
      ...texts.flatMap(({ en }) => smallWords(en).map((word) => ({ word, sort: 'latin' as const }))),
    ]
      .flatMap(({ word, sort }) => [
        keyOf(word, sort),
        ...word.split(/[-._]/).map((part) => keyOf(part, sort)),
      ])
      .concat(texts.flatMap(({ ja }) => piecesOf(ja))),
  );

/** What stands in every report: words of its frame, glossary and key. */
export const PUBLISHED_FRAME: readonly Text[] = [
  ...[
    REPORT_WORDS,
    SECTION_WORDS,
    FACTOR_WORDS,
    MEASURE_WORDS,
    THEME_WORDS,
    BOX_WORDS,
    NATURE_WORDS,
    LABEL_WORDS,
    GROUP_WORDS,
    CERTAINTY_WORDS,
  ].flatMap((words) => Object.values<Text>(words)),
  ...REPORT_GLOSSARY.flatMap(({ term, meaning }) => [term, meaning]),
];

/**
 * Words of a case that no published text has used and nobody has decided on: each once, the most telling first. A list of
 * entities holds what somebody thought of; this is the rest.
 */
export function newWords(texts: readonly Text[], known: ReadonlySet<string>): NewWord[] {
  const found = new Map<string, { word: string; sort: WordSort; count: number }>();
  for (const { word, sort } of texts.flatMap(wordsOf)) {
    const key = keyOf(word, sort);
    const parts = word.split(/[-._]/);
    if (
      key === '' ||
      known.has(key) ||
      (parts.length > 1 && parts.every((part) => known.has(keyOf(part, sort))))
    )
      continue;
    const before = found.get(key);
    found.set(key, before ? { ...before, count: before.count + 1 } : { word, sort, count: 1 });
  }
  return [...found.values()].sort(
    (a, b) =>
      WORD_SORTS.indexOf(a.sort) - WORD_SORTS.indexOf(b.sort) ||
      b.word.length - a.word.length ||
      (a.word < b.word ? -1 : 1),
  );
}
