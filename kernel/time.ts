import { z } from 'zod';
import { asking } from './language.ts';

/** How exactly a time is known, `about` of one that is told to the minute and may be some minutes off; kept through drafting, anonymising and rendering. */
export const PRECISIONS = ['second', 'minute', 'about', 'hour', 'day', 'month', 'year', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** True for a timestamp RFC 3339 allows and Temporal can hold; the text is kept as it was written. */
export const isInstantText = (text: string): boolean => readInstant(text) !== undefined;

/** RFC 3339 years, without 0000; Temporal also takes years beyond, which PostgreSQL and people do not. */
const PLAIN_YEAR = /^(?!0000)\d{4}-/;

const FIRST = Temporal.Instant.from('0001-01-01T00:00:00Z').epochMilliseconds;
const LAST = Temporal.Instant.from('9999-12-31T23:59:59.999Z').epochMilliseconds;
/** Whether an instant is of a plain year by the clock of Greenwich too, whatever the offset it was written with. */
export const ofPlainYear = ({ epochMilliseconds: at }: Temporal.Instant): boolean =>
  at >= FIRST && at <= LAST;

/** A time as others write it, or undefined when it is none or lies outside the years 1 to 9999. */
export function readInstant(text: string): Temporal.Instant | undefined {
  if (!PLAIN_YEAR.test(text)) return undefined;
  try {
    const at = Temporal.Instant.from(text);
    return ofPlainYear(at) ? at : undefined;
  } catch {
    return undefined;
  }
}

/** How exactly people know when something happened. */
export const KNOWN_TO = ['second', 'minute', 'about', 'hour', 'day'] as const satisfies readonly Precision[];

/** A moment, as exactly as it is known. */
export interface When {
  readonly at: Temporal.Instant;
  readonly precision: (typeof KNOWN_TO)[number];
}

/** The same as it is told. */
export const toldWhen = z.object({
  at: z.string().refine(isInstantText, { message: 'RFC 3339' }),
  precision: z.enum(KNOWN_TO).default('minute'),
});
export type ToldWhen = z.output<typeof toldWhen>;

/**
 * Of an act in the world that may be entered afterwards: when it happened; null where that is now. A route whose body has
 * it hands it to its verb in the context (`asItHappened`), so that no act reads it by itself.
 */
export const happening = { happened: toldWhen.nullable().default(null) };

/** So many minutes a time that is known no more exactly may lie after where it stands, and before. */
const BLUR: Readonly<Partial<Record<string, { readonly after: number; readonly before: number }>>> = {
  second: { after: 0, before: 0 },
  minute: { after: 1, before: 0 },
  about: { after: 15, before: 15 },
  hour: { after: 60, before: 0 },
  day: { after: 1_440, before: 0 },
};

/** That one time lies before another, however inexactly both are known; false where nobody can say. */
export function surelyBefore(
  one: { readonly at: Temporal.Instant; readonly precision: string },
  other: { readonly at: Temporal.Instant; readonly precision: string } | undefined,
): boolean {
  if (!other) return false;
  const blur = BLUR[one.precision];
  if (!blur) return false;
  const latest = one.at.add({ minutes: blur.after });
  const earliest = other.at.subtract({ minutes: BLUR[other.precision]?.before ?? 0 });
  return Temporal.Instant.compare(latest, earliest) <= 0 && !one.at.equals(other.at);
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
    ja: 'タイムゾーンの名前を入力してください（例 Asia/Tokyo）',
    en: 'Enter a time zone, such as Asia/Tokyo',
  }),
);
