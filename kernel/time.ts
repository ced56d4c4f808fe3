import { z } from 'zod';

/** How exactly a time is known; kept through drafting, anonymising and rendering. */
export const PRECISIONS = ['second', 'minute', 'hour', 'day', 'month', 'year', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** True for a timestamp RFC 3339 allows and Temporal can hold; the text is kept as it was written. */
export const isInstantText = (text: string): boolean => readInstant(text) !== undefined;

/** Years that calendars, databases and people agree on; a time outside them is a mistake of its sender. */
const FIRST = Temporal.Instant.from('0001-01-01T00:00:00Z');
const LAST = Temporal.Instant.from('9999-12-31T23:59:59Z');

/** A time as others write it, or undefined when it is none or lies outside the years 1 to 9999. */
export function readInstant(text: string): Temporal.Instant | undefined {
  try {
    const instant = Temporal.Instant.from(text);
    return Temporal.Instant.compare(instant, FIRST) >= 0 && Temporal.Instant.compare(instant, LAST) <= 0
      ? instant
      : undefined;
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
  { message: 'IANA time zone / IANA タイムゾーン名 (Asia/Tokyo)' },
);
