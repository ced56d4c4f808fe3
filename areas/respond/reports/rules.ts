import { REGIMES } from './words.ts';

export interface Clock {
  readonly stage: 'first' | 'followUp' | 'final';
  readonly dueAt: Temporal.Instant | null;
}

/**
 * The clocks of a regime from the moment they start (domain facts §4). Days are 24 hours: nobody is late by a clock change;
 * a month is one of the calendar.
 * @param submitted when reports of a stage went out, for what runs from then
 */
export function clocksOf(
  regime: keyof typeof REGIMES,
  startsAt: Temporal.Instant,
  wrongful: boolean,
  submitted: Readonly<Partial<Record<Clock['stage'], Temporal.Instant>>> = {},
): Clock[] {
  const clocks: Clock[] = [];
  for (const due of REGIMES[regime].dues) {
    const { stage } = due;
    if ('monthsAfter' in due) {
      const { stage: other, months } = due.monthsAfter;
      const from = submitted[other] ?? clocks.find((each) => each.stage === other)?.dueAt;
      clocks.push({ stage, dueAt: from ? from.toZonedDateTimeISO('UTC').add({ months }).toInstant() : null });
      continue;
    }
    const hours = wrongful && 'wrongfulHours' in due ? due.wrongfulHours : due.hours;
    clocks.push({ stage, dueAt: hours === null ? null : startsAt.add({ hours }) });
  }
  return clocks;
}

const HOUR_MS = 3_600_000;
const MOST_AHEAD_MS = 48 * HOUR_MS;

/** When to remind: with two fifths of the time left, but no more than two days ahead; at once where that is past. */
export function remindAt(startsAt: Temporal.Instant, dueAt: Temporal.Instant): Temporal.Instant {
  const whole = dueAt.epochMilliseconds - startsAt.epochMilliseconds;
  return dueAt.subtract({ milliseconds: Math.min(Math.floor(whole * 0.4), MOST_AHEAD_MS) });
}
