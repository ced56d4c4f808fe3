import { partsOf } from '../../../../kernel/hedges.ts';
import type { Language } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import type { ReportContent } from '../../../../report/document/content.ts';
import { type CaseDocument, type ReportAbout, THEMES } from '../schema.ts';
import { REPORT_WORDS, THEME_WORDS } from '../words.ts';

type Frame = NonNullable<ReportContent['frame']>;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A day as a cover says it: 2026年11月29日, 29 November 2026. */
export function dayInWords(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return language === 'ja' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The fiscal year of a day: in Japan it begins in April. */
export function fiscalYearOf(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return month >= 4 ? year : year - 1;
}

/** What stands on the cover under the title: what is known of it, nothing made up. */
export function coverOf({ fiscalYear, programme, date }: ReportAbout, language: Language): Frame['cover'] {
  const year = fiscalYear ?? (date && fiscalYearOf(date));
  const w = (key: keyof typeof REPORT_WORDS): string => REPORT_WORDS[key][language];
  return [
    ...(year ? [{ name: w('fiscalYear'), value: fillIn(w('yearValue'), { year }) }] : []),
    ...(programme ? [{ name: w('plan'), value: programme }] : []),
    ...(date ? [{ name: w('date'), value: dayInWords(date, language) }] : []),
  ];
}

/** A word that stands as a heading. */
const initial = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Lessons by theme, in the order of the book; one of several themes stands under each, one of none under the last. */
export function indexOf(
  ordered: readonly CaseDocument[],
  language: Language,
  numberOf: (i: number) => number,
): Frame['index'] {
  const lessons = ordered.flatMap((document, i) =>
    document.lessons.map(({ title, themes }) => ({
      themes,
      entry: { title: partsOf(title, language), number: numberOf(i) },
    })),
  );
  const of = (heading: string, holds: (themes: readonly string[]) => boolean) => ({
    heading,
    entries: lessons.filter(({ themes }) => holds(themes)).map(({ entry }) => entry),
  });
  const groups = [
    ...THEMES.map((theme) => of(initial(THEME_WORDS[theme][language]), (themes) => themes.includes(theme))),
    of(REPORT_WORDS.otherTheme[language], (themes) => themes.length === 0),
  ];
  return {
    heading: REPORT_WORDS.index[language],
    groups: groups.filter(({ entries }) => entries.length > 0),
  };
}

/** Whether a document is a draft: one of its cases has not been reviewed. */
export const isDraft = (cases: readonly CaseDocument[]): boolean =>
  cases.some(({ state }) => state !== 'reviewed');
