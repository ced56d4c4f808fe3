import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import { figureRoom } from '../../../report/document/figure-room.ts';
import type { Area } from '../../../report/figure/placement.ts';
import type { CaseDocument } from './schema.ts';

export function headingOf(number: number, title: string, language: Language): string {
  return language === 'ja' ? `事例${number}：${title}` : `Case ${number}: ${title}`;
}

/** As wide as the number of a case may become in a book. */
const WIDEST_NUMBER = 99;

/** The room a case's figure has on its page: the same for both languages, so that one arrangement serves both. */
export function figurePage({ title, summary }: Pick<CaseDocument, 'title' | 'summary'>): Area {
  const rooms = LANGUAGES.map((language) =>
    figureRoom(
      headingOf(WIDEST_NUMBER, title[language], language),
      summary.map((each) => each[language]),
    ),
  );
  return rooms.reduce((least, room) => (room.height < least.height ? room : least));
}
