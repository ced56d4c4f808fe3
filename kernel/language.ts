import { z } from 'zod';

/** The two languages every text of the house exists in. */
export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages, side by side; a missing language does not compile. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}
/** Its shape in answers. */
export const bilingual = z.object({ ja: z.string(), en: z.string() });

/** What a shape of our own answers to what it does not take: how that is put right. */
export const asking = (mend: Bilingual): { message: string; params: { mend: Bilingual } } => ({
  message: mend.en,
  params: { mend },
});

/** A text that is written once and read by many: in each of the languages they read; where nobody knows which, in both. */
export const inEach = (languages: readonly Language[], text: Bilingual): string =>
  (languages.length > 0 ? languages : LANGUAGES).map((language) => text[language]).join(' / ');

/** Several things in a sentence, as the language lists them. */
export const listed = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(words);

/**
 * Picks the better of our two languages from an Accept-Language header (RFC 9110 §12.5.4).
 * Anything that names neither falls back to Japanese, the language of most of our users.
 */
export function chooseLanguage(header: string | undefined): Language {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { primary: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ primary, quality }) => (primary === 'ja' || primary === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.primary === 'en' ? 'en' : 'ja';
}
