import type { Line } from '../../ledger/schema.ts';
import { TIME_KINDS, timesOf } from '../timeline/rules.ts';
import type { Measure } from './schema.ts';

/** The kinds of lines that tell how long an incident took. */
export const TELLING: readonly string[] = [...TIME_KINDS, 'headquarters.set-up'];

/** What is known to the hour or the day says nothing of minutes. */
const EXACT: readonly string[] = ['second', 'minute'];

/**
 * How long each step of one incident took, in seconds; undefined where a time is missing, not exact, or before the one it
 * is counted from: such an incident is not counted, and the count of those that are is told beside every figure.
 * @param answeredAt when the first page of the incident was answered
 */
export function spansOf(
  lines: readonly Line[],
  answeredAt: Temporal.Instant | undefined,
): Readonly<Record<Measure, number | undefined>> {
  const { occurred, noticed, restored } = timesOf(lines);
  const setUp = lines.find(({ kind }) => kind === 'headquarters.set-up');
  const exact = (time: { at: Temporal.Instant; precision: string } | undefined) =>
    time && EXACT.includes(time.precision) ? time.at : undefined;
  const between = (from: Temporal.Instant | undefined, to: Temporal.Instant | undefined) => {
    if (!from || !to) return undefined;
    const seconds = Math.floor(to.since(from).total('seconds'));
    return seconds < 0 ? undefined : seconds;
  };
  const began = exact(noticed);
  return {
    notice: between(exact(occurred), began),
    acknowledge: between(began, answeredAt),
    headquarters: between(began, exact(setUp)),
    restore: between(began, exact(restored)),
  };
}

/** The value that a share of all lie at or below (nearest rank); null of none. */
export function quantileOf(values: readonly number[], share: number): number | null {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)] ?? null;
}

const NIGHT_FROM = 22;
const NIGHT_UNTIL = 6;

/** Between ten at night and six in the morning, where the organisation is. */
export function isAtNight(at: Temporal.Instant, timeZone: string): boolean {
  const { hour } = at.toZonedDateTimeISO(timeZone);
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
}

/** The whole weeks of a period by the day each begins, the last one ending today; a part of a week would look like a quiet one. */
export function weeksOf(today: Temporal.PlainDate, days: number): string[] {
  const weeks = Math.floor(days / 7);
  return Array.from({ length: weeks }, (_, n) => today.subtract({ days: (weeks - n) * 7 - 1 }).toString());
}

/** The place of a day among weeks; undefined before the first. */
export function weekOf(weeks: readonly string[], day: string): number | undefined {
  const at = weeks.findLastIndex((begin) => begin <= day);
  return at < 0 ? undefined : at;
}
