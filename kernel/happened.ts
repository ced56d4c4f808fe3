import { z } from 'zod';
import { invalidField } from './errors.ts';
import type { Bilingual } from './language.ts';
import { isInstantText, type Precision } from './time.ts';

/** A moment, as exactly as it is known. */
export interface When {
  readonly at: Temporal.Instant;
  readonly precision: Precision;
}

/** How exactly people know when something happened. */
export const KNOWN_TO = ['second', 'minute', 'about', 'hour', 'day'] as const satisfies readonly Precision[];

/**
 * Of an act in the world that may be entered afterwards: when it happened; null where that is now. A route whose body has
 * it hands it to its verb in the context (`asItHappened`), so that no act reads it by itself.
 */
export const happening = {
  happened: z
    .object({
      at: z.string().refine(isInstantText, { message: 'RFC 3339' }),
      precision: z.enum(KNOWN_TO).default('minute'),
    })
    .nullable()
    .default(null),
};
export interface Happening {
  readonly at: string;
  readonly precision: (typeof KNOWN_TO)[number];
}

/** Two clocks may differ by so much; what is no further away is now. */
export const CLOCKS_DIFFER = { minutes: 2 } as const;

/**
 * What has not happened yet is not recorded; a clock that is a little ahead over there says no more than now.
 * @throws Fault `invalid` at that field
 */
export function notAhead(at: Temporal.Instant, now: Temporal.Instant, field: string): Temporal.Instant {
  if (Temporal.Instant.compare(at, now.add(CLOCKS_DIFFER)) > 0)
    throw invalidField(field, {
      ja: '未来の時刻は記録できません',
      en: 'A time in the future cannot be recorded',
    });
  return Temporal.Instant.compare(at, now) > 0 ? now : at;
}

interface Moment {
  readonly now: Temporal.Instant;
  readonly happened?: When | undefined;
}

/** The context of an act as it happened: everything it writes bears that time. */
export const asItHappened = <C extends Moment>(ctx: C, given: Happening | null | undefined): C =>
  given
    ? {
        ...ctx,
        happened: {
          at: notAhead(Temporal.Instant.from(given.at), ctx.now, 'happened.at'),
          precision: given.precision,
        },
      }
    : ctx;

/** When an act happened. */
export const whenOf = ({ now, happened }: Moment): When => happened ?? { at: now, precision: 'second' };

/** Long enough ago that nobody is to be called for it any more, and no time-out that is over begins. */
export const isAfterwards = ({ now, happened }: Moment): boolean =>
  happened !== undefined && Temporal.Instant.compare(happened.at.add(CLOCKS_DIFFER), now) < 0;

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

/**
 * An end does not lie before its beginning, as the record has it.
 * @param what the beginning is called, as in «設置» and “it was set up”
 * @throws Fault `invalid` at `happened.at`
 */
export function refuseBefore(
  ctx: Moment,
  beginning: { readonly at: Temporal.Instant; readonly precision?: string } | undefined,
  what: Bilingual,
): void {
  if (!ctx.happened || !beginning) return;
  if (surelyBefore(ctx.happened, { at: beginning.at, precision: beginning.precision ?? 'second' }))
    throw invalidField('happened.at', {
      ja: `${what.ja}（${beginning.at.toString({ smallestUnit: 'minute' })}）より前の時刻です。この時刻を直してください`,
      en: `That is before ${what.en} (${beginning.at.toString({ smallestUnit: 'minute' })}): fix this time`,
    });
}

/** Something later is on record already: an earlier act that is entered now is written down and changes nothing of it. */
export const isOvertaken = ({ happened }: Moment, known: Temporal.Instant | null | undefined): boolean =>
  happened !== undefined && !!known && Temporal.Instant.compare(known, happened.at) > 0;
