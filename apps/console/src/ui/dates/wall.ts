import type { Language } from '../../../../../kernel/language.ts';

const HALF_A_YEAR_MS = 182 * 86_400_000;

export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function clocksOf(timeZone: string) {
  const whole = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return {
    zone: timeZone,
    absolute: { ja: whole('ja-JP'), en: whole('en-GB') } satisfies Record<Language, Intl.DateTimeFormat>,
    clock: new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }),
    day: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }),
    minute: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }),
  };
}

/** Where the clock hangs by which everything is shown: the reader's own until it is known who is signed in where. */
let clocks = clocksOf(readersZone());

/** From now on times are shown on the organisation's clock, as they are typed on it. */
export function hangClock(zone: string): void {
  if (zone !== clocks.zone) clocks = clocksOf(zone);
}

export const fullTime = (instant: string, language: Language): string =>
  `${dateAndTime(instant, language)} (${clocks.zone})`;
/** Date and time to the second, where the zone is said once for all of them. */
export const dateAndTime = (instant: string, language: Language): string =>
  clocks.absolute[language].format(new Date(instant));
export const clockTime = (instant: string): string => clocks.clock.format(new Date(instant));

/** The time of day to the minute, as in 14:05. */
export const clockMinute = (instant: string): string => clockTime(instant).slice(0, 5);

/** Date and time to the minute, as in 2026-11-29 14:05. */
export const shortTime = (instant: string): string => clocks.minute.format(new Date(instant));

/** The date, unless it is today's: a note about last night must not look like tonight. */
export function otherDay(instant: string): string | undefined {
  const date = clocks.day.format(new Date(instant));
  return date === clocks.day.format(new Date()) ? undefined : date;
}

/** Month, day and minute, as in 11/29 14:05. */
export function dayAndMinute(instant: string): string {
  const [, month = '', date = ''] = clocks.day.format(new Date(instant)).split('-');
  return `${Number(month)}/${Number(date)} ${clockTime(instant).slice(0, 5)}`;
}

/** The time of day, with the date before it unless that is today. */
export const dayAndClock = (instant: string): string =>
  [otherDay(instant), clockTime(instant)].filter(Boolean).join(' ');

const offsetAt = (zone: string, ms: number): number =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds;

/** Whether two clocks ever show another time: now, or on the other side of a change of clocks. */
export const differ = (one: string, other: string, now: number): boolean =>
  [now, now + HALF_A_YEAR_MS].some((ms) => offsetAt(one, ms) !== offsetAt(other, ms));
