import type { Language } from '../../../kernel/language.ts';
import { type Lines, plain } from './items.ts';
import { linesOf, paragraphOf } from './lines.ts';
import { PAGE, TITLE, titleHeight } from './measures.ts';

/** What stands over a page; the same on each page of a thing, a heading for readers on its first. */
export interface Title {
  readonly lines: Lines;
  /** Which page of a case it is: 1／2. */
  readonly page?: string;
  /** Where the list of contents leads; absent on pages that go on. */
  readonly label?: string;
  /** Where the index of lessons leads. */
  readonly anchor?: string;
  readonly level: 1 | 2;
}

export const titleLines = (text: string, language: Language): Lines =>
  linesOf(paragraphOf(plain(text), [], language, true), TITLE.size, PAGE.width - TITLE.right);

/** What a title leaves of its page. */
export const roomUnder = (title: Lines): number => PAGE.height - titleHeight(title.length);
