import { z } from 'zod';

/** How exactly a time is known; kept through drafting, anonymising and rendering. */
export const PRECISIONS = ['second', 'minute', 'hour', 'day', 'month', 'year', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** True for a timestamp RFC 3339 allows and Temporal can hold; the text is kept as it was written. */
export function isInstantText(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

export const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
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
