import type { Language } from './language.ts';

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/**
 * A moment as mails and pages tell it, by the clock of a place. The runtime's own `toLocaleString` of a zoned time does not
 * heed how it is asked in Japanese, so it is not used.
 */
export const momentInWords = (
  at: Temporal.Instant,
  zone: string,
  language: Language,
  how: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...how, timeZone: zone }).format(at.epochMilliseconds);
