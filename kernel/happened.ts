import { invalidField } from './errors.ts';
import type { Bilingual } from './language.ts';
import { surelyBefore, type ToldWhen, type When } from './time.ts';

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

/** Ten years: nothing is entered from longer ago, so that a wrong year is noticed and no day by day series runs for ages. */
const LONGEST_AGO = { hours: 10 * 365 * 24 } as const;

/** @throws Fault `invalid` at `happened.at` where it is in the future or longer ago than anybody means */
function readWhen({ at, precision }: ToldWhen, now: Temporal.Instant): When {
  const then = notAhead(Temporal.Instant.from(at), now, 'happened.at');
  if (Temporal.Instant.compare(then, now.subtract(LONGEST_AGO)) < 0)
    throw invalidField('happened.at', {
      ja: '10年以上前の時刻です。年を修正してください',
      en: 'This is more than ten years ago. Fix the year',
    });
  return { at: then, precision };
}

/** The context of an act as it happened: everything it writes bears that time. */
export const asItHappened = <C extends Moment>(ctx: C, given: ToldWhen | null | undefined): C =>
  given ? { ...ctx, happened: readWhen(given, ctx.now) } : ctx;

/** When an act happened. */
export const whenOf = ({ now, happened }: Moment): When => happened ?? { at: now, precision: 'second' };

/** Long enough ago that nobody is to be called for it any more, and no time-out that is over begins. */
export const isAfterwards = ({
  now,
  happened,
}: {
  readonly now: Temporal.Instant;
  readonly happened?: Pick<When, 'at'> | undefined;
}): boolean => happened !== undefined && Temporal.Instant.compare(happened.at.add(CLOCKS_DIFFER), now) < 0;

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
      ja: `${what.ja}より前の時刻です。時刻を修正してください`,
      en: `This is before ${what.en}. Fix the time`,
    });
}

/** Something later is on record already: an earlier act that is entered now is written down and changes nothing of it. */
export const isOvertaken = ({ happened }: Moment, known: Temporal.Instant | null | undefined): boolean =>
  happened !== undefined && !!known && Temporal.Instant.compare(known, happened.at) > 0;
