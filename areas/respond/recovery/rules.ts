export interface Forecast {
  readonly remaining: number;
  readonly at: Temporal.Instant | undefined;
  readonly perHour: number;
  readonly overHours: number;
}

const MOST_HOURS = 24;
const LEAST_HOURS = 1;

/**
 * When everything would be back at the pace of the last day (or since the board began, if that is shorter). Nothing
 * restored lately: nobody knows. What is blocked counts as remaining.
 * @param restored when each was restored
 */
export function forecastOf(
  remaining: number,
  restored: readonly Temporal.Instant[],
  begun: Temporal.Instant,
  now: Temporal.Instant,
): Forecast {
  const overHours = Math.min(MOST_HOURS, Math.max(LEAST_HOURS, now.since(begun).total('hours')));
  const since = now.subtract({ milliseconds: Math.round(overHours * 3_600_000) });
  const lately = restored.filter((at) => Temporal.Instant.compare(at, since) > 0).length;
  const perHour = lately / overHours;
  const at =
    remaining === 0
      ? now
      : perHour > 0
        ? now.add({ milliseconds: Math.round((remaining / perHour) * 3_600_000) })
        : undefined;
  return { remaining, at, perHour, overHours };
}

/** Restored in all by the end of each day, without a gap between the first day and the last. */
export function burnDownOf(byDay: ReadonlyMap<string, number>): { day: string; restored: number }[] {
  const days = [...byDay.keys()].sort();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  const found: { day: string; restored: number }[] = [];
  let sum = 0;
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, Temporal.PlainDate.from(last)) <= 0;
    day = day.add({ days: 1 })
  ) {
    sum += byDay.get(day.toString()) ?? 0;
    found.push({ day: day.toString(), restored: sum });
  }
  return found;
}

/** What is reported against what is thought to be affected (C9-R6). */
export function compare(
  affected: ReadonlySet<string>,
  reported: ReadonlySet<string>,
): { both: number; onlyReported: string[]; onlyAffected: number } {
  const onlyReported = [...reported].filter((key) => !affected.has(key));
  const both = reported.size - onlyReported.length;
  return { both, onlyReported, onlyAffected: affected.size - both };
}
