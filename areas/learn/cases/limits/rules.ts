import { type Bilingual, LANGUAGES, type Language } from '../../../../kernel/language.ts';

/** Letters a text may have in Japanese: what a page can hold of it. English takes twice as many for the same. */
export const LONGEST = {
  title: 120,
  outline: 240,
  summary: 400,
  claim: 600,
  lessonTitle: 80,
  lesson: 1_200,
  brief: 160,
  /** What a time is of. */
  subject: 80,
} as const;

/** How many of each there may be. */
export const MOST = {
  claims: 40,
  lessons: 12,
  times: 12,
  estimates: 12,
  /** Labels of the figure a claim supports. */
  labels: 20,
  supports: 20,
  themes: 10,
  /** Of a figure, and the labels of each of them. */
  boxes: 40,
  arrows: 60,
  labelsOfOne: 6,
} as const;

export const longestIn = (language: Language, longest: number): number =>
  language === 'ja' ? longest : longest * 2;

/** By how much a text is longer than it may be, in each language it is. */
export function overlong(
  text: Bilingual,
  longest: number,
): Partial<Record<Language, { now: number; n: number }>> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const [now, n] = [text[language].trim().length, longestIn(language, longest)];
      return now > n ? [[language, { now, n }]] : [];
    }),
  );
}
