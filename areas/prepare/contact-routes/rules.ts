import type { ContactRoute, QuietHours, StoredRoute } from './schema.ts';

/** A route nobody answered on for so long may be dead (C4-R1, C9-L1). */
const FRESH_DAYS = 183;

export const isFresh = (verifiedAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  verifiedAt !== null && Temporal.Instant.compare(verifiedAt.add({ hours: FRESH_DAYS * 24 }), now) > 0;

/** The routes that were and those that shall be: what stays the same address keeps its proof. */
export function carriedOver(
  before: readonly StoredRoute[],
  wanted: readonly ContactRoute[],
): (ContactRoute & { readonly id: string | undefined; readonly verifiedAt: Temporal.Instant | null })[] {
  const left = [...before];
  return wanted.map((route) => {
    const at = left.findIndex(({ kind, address }) => kind === route.kind && address === route.address);
    const [kept] = at < 0 ? [] : left.splice(at, 1);
    return { ...route, id: kept?.id, verifiedAt: kept?.verifiedAt ?? null };
  });
}

/** What a device was handed as its address; undefined where it is none. */
function endpointOf(address: string): unknown {
  try {
    return (JSON.parse(address) as { endpoint?: unknown } | null)?.endpoint;
  } catch {
    return undefined;
  }
}
/** Whether two addresses are those of one device as its push service knows it, however they are written. */
export const sameDevice = (one: string, other: string): boolean => {
  const [a, b] = [endpointOf(one), endpointOf(other)];
  return a !== undefined && a === b;
};

const minutesOf = (time: Temporal.PlainTime): number => time.hour * 60 + time.minute;

/**
 * When a message may leave. A page always leaves at once; anything else waits for the end of quiet hours.
 * @param timeZone of the organisation: nobody asks people for theirs
 */
export function mayLeaveAt(
  what: 'page' | 'other',
  quiet: QuietHours,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant {
  if (what === 'page' || quiet === null) return now;
  const local = now.toZonedDateTimeISO(timeZone);
  const minute = minutesOf(local.toPlainTime());
  const from = minutesOf(Temporal.PlainTime.from(quiet.from));
  const until = minutesOf(Temporal.PlainTime.from(quiet.until));
  const across = until <= from;
  const within = across ? minute >= from || minute < until : minute >= from && minute < until;
  if (!within) return now;
  const day = across && minute >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(quiet.until) }).toInstant();
}
