import type { Language } from '../../../../kernel/language.ts';
import type { ContentTables } from '../../../../report/document/content.ts';
import { THEMES } from '../../../learn/cases/schema.ts';
import { THEME_WORDS } from '../../../learn/cases/words.ts';
import type { Book } from '../schema.ts';
import { BOOK_WORDS } from './words.ts';

/** More columns than this and the numbers are named in one. */
const MOST_COLUMNS = 20;

const initial = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Which case has lessons on what (C0-M10): the most frequent themes first. */
export function themesTables({ cases }: Pick<Book, 'cases'>, language: Language): ContentTables {
  const counted = THEMES.map((theme) => ({
    name: initial(THEME_WORDS[theme][language]),
    lessons: cases.map(({ number, document }) => ({
      number,
      count: document.lessons.filter(({ themes }) => themes.includes(theme)).length,
    })),
  }))
    .map((each) => ({ ...each, all: each.lessons.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ all }) => all > 0)
    .toSorted((a, b) => b.all - a.all);
  const narrow = cases.length <= MOST_COLUMNS;
  const most = counted[0]?.all ?? 0;
  return {
    heading: BOOK_WORDS.themes[language],
    tables: [
      {
        heading: BOOK_WORDS.themesOf[language],
        notes: [...(narrow ? [BOOK_WORDS.themesNote[language]] : [])],
        head: [
          BOOK_WORDS.theme[language],
          ...(narrow ? cases.map(({ number }) => String(number)) : []),
          BOOK_WORDS.lessons[language],
        ],
        rows: counted.map(({ name, lessons, all }) => ({
          name,
          cells: [...(narrow ? lessons.map(({ count }) => (count > 0 ? '●' : '')) : []), String(all)],
          bar: [all / most],
        })),
      },
    ],
  };
}
