import type { Bilingual } from '../../../kernel/language.ts';
import { fold } from '../../../kernel/text.ts';
import type { Theme } from '../../learn/cases/schema.ts';
import { termsOf } from '../../learn/lessons/rules.ts';
import type { FOUND_IN } from './schema.ts';

/** A row of a register, as it is held against a lesson. */
export interface Row {
  readonly register: (typeof FOUND_IN)[number];
  readonly key: string;
  readonly name: string;
  /** What it is called, and what is written of it. */
  readonly text: string;
  /** Themes of lessons that concern rows of its kind. */
  readonly themes: readonly Theme[];
}

export interface FoundRow extends Pick<Row, 'register' | 'key' | 'name'> {
  /** Words that stand in both. */
  readonly words: string[];
  readonly themes: Theme[];
}

export const MOST_ROWS = 10;
const MOST_WORDS = 5;
/** A word that stands in more of the rows than this tells none of them apart, once there are some. */
const COMMON = 0.4;
const FEW = 5;
const WORD = 2;
const THEME = 1;

/** Words of nearly every lesson and nearly every row. */
const EVERYWHERE = new Set(
  [
    ...[
      'システム',
      'サービス',
      '事業者',
      '情報',
      '対応',
      '障害',
      '発生',
      '場合',
      '可能',
      '必要',
      '実施',
      '利用',
      '業務',
      '運用',
      '管理',
    ],
    ...[
      'system',
      'systems',
      'service',
      'services',
      'operator',
      'operators',
      'with',
      'that',
      'this',
      'from',
      'when',
      'have',
      'were',
    ],
    ...[
      'their',
      'there',
      'which',
      'what',
      'into',
      'before',
      'after',
      'also',
      'must',
      'should',
      'each',
      'other',
      'information',
      'company',
    ],
  ].map(fold),
);

const tellingTerms = (text: string): string[] => [...termsOf(text)].filter((term) => !EVERYWHERE.has(term));

export interface Matched {
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly themes: readonly Theme[];
}

/** A register made ready to be held against lessons: the words of each row, and which of them most rows hold. */
export function indexRows(
  rows: readonly Row[],
): readonly { readonly row: Row; readonly terms: readonly string[] }[] {
  const read = rows.map((row) => ({ row, terms: tellingTerms(row.text) }));
  if (rows.length <= FEW) return read;
  const counts = new Map<string, number>();
  for (const { terms } of read) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const tells = (term: string): boolean => (counts.get(term) ?? 0) / rows.length <= COMMON;
  return read.map(({ row, terms }) => ({ row, terms: terms.filter(tells) }));
}

/** The rows a lesson speaks of, each with why: words that stand in both, and themes that concern rows of its kind. */
export function rowsFor({ title, body, themes }: Matched, rows: ReturnType<typeof indexRows>): FoundRow[] {
  const said = new Set([title, body].flatMap(({ ja, en }) => tellingTerms(`${ja} ${en}`)));
  return rows
    .map(({ row: { register, key, name, themes: own }, terms }) => ({
      register,
      key,
      name,
      words: terms.filter((term) => said.has(term)).slice(0, MOST_WORDS),
      themes: own.filter((theme) => themes.includes(theme)),
    }))
    .filter((row) => row.words.length + row.themes.length > 0)
    .map((row) => ({ row, score: WORD * row.words.length + THEME * row.themes.length }))
    .sort(
      (a, b) =>
        b.score - a.score || (`${a.row.register} ${a.row.key}` < `${b.row.register} ${b.row.key}` ? -1 : 1),
    )
    .slice(0, MOST_ROWS)
    .map(({ row }) => row);
}
