import { z } from 'zod';
import { asking } from './language.ts';

/** How exactly a time is known, `about` of one that is told to the minute and may be some minutes off; kept through drafting, anonymising and rendering. */
export const PRECISIONS = ['second', 'minute', 'about', 'hour', 'day', 'month', 'year', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** True for a timestamp RFC 3339 allows and Temporal can hold; the text is kept as it was written. */
export const isInstantText = (text: string): boolean => readInstant(text) !== undefined;

/** RFC 3339 years, without 0000; Temporal also takes years beyond, which PostgreSQL and people do not. */
const PLAIN_YEAR = /^(?!0000)\d{4}-/;

/** A time as others write it, or undefined when it is none or lies outside the years 1 to 9999. */
export function readInstant(text: string): Temporal.Instant | undefined {
  if (!PLAIN_YEAR.test(text)) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** An IANA time-zone name that this program knows, such as `Asia/Tokyo`. */
export const timeZone = z.string().refine(
  (name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  },
  asking({
    ja: 'タイムゾーンの名前にしてください（例 Asia/Tokyo）',
    en: 'Write the name of a time zone, such as Asia/Tokyo',
  }),
);
