/** Something of an incident that is to be done, with its time where it has one. */
export interface Due<T> {
  readonly key: string;
  /** Null: as soon as possible. */
  readonly dueAt: string | null;
  /** Since when its time runs, where that is known. */
  readonly from: string | null;
  readonly what: T;
}

/** The most urgent first: what is longest overdue, then by when it is due, and last what has no time. */
export const byUrgency = <T>(due: readonly Due<T>[]): Due<T>[] =>
  due.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.key < b.key ? -1 : 1));

const timeOf = ({ dueAt }: Due<unknown>): number => (dueAt === null ? Infinity : Date.parse(dueAt));

/** How much of its time is left, from 1 to 0; undefined where nobody set one. */
export function leftOf(
  { from, dueAt }: Pick<Due<unknown>, 'from' | 'dueAt'>,
  now: number,
): number | undefined {
  if (dueAt === null) return undefined;
  const end = Date.parse(dueAt);
  const whole = from === null ? 0 : end - Date.parse(from);
  if (whole <= 0) return now < end ? 1 : 0;
  return Math.min(1, Math.max(0, (end - now) / whole));
}

/** A quarter of its time or five minutes: soon enough to look at it now. */
const SOON_PART = 0.25;
const SOON_MS = 5 * 60_000;

/** How it is to be looked at: past its time, soon due, or with time to spare. */
export function urgencyOf(due: Pick<Due<unknown>, 'from' | 'dueAt'>, now: number): 'over' | 'soon' | 'calm' {
  if (due.dueAt === null) return 'calm';
  const left = Date.parse(due.dueAt) - now;
  if (left < 0) return 'over';
  return left <= SOON_MS || (leftOf(due, now) ?? 1) <= SOON_PART ? 'soon' : 'calm';
}
