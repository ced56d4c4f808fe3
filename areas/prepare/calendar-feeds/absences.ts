import type { Absence } from './schema.ts';

/** Somebody is away from one local time until another (exclusive), and what the calendar calls it. */
export interface Away {
  readonly uid: string;
  readonly title: string;
  readonly from: Temporal.PlainDateTime;
  readonly until: Temporal.PlainDateTime;
}

const later = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(a, b) > 0 ? a : b;

/** What of it lies between two days, in whole minutes; undefined where nothing does. */
export function within(away: Away, first: string, last: string): Away | undefined {
  const begin = Temporal.PlainDate.from(first).toPlainDateTime();
  const end = Temporal.PlainDate.from(last).add({ days: 1 }).toPlainDateTime();
  const from = later(away.from.round({ smallestUnit: 'minute', roundingMode: 'floor' }), begin);
  const rounded = away.until.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const until = Temporal.PlainDateTime.compare(rounded, end) < 0 ? rounded : end;
  return Temporal.PlainDateTime.compare(from, until) < 0 ? { ...away, from, until } : undefined;
}

/** Times under one name that touch or overlap are one absence. */
export function joined(found: readonly Away[]): Away[] {
  const all: Away[] = [];
  for (const list of Map.groupBy(found, ({ uid }) => uid).values())
    for (const each of list.toSorted((a, b) => Temporal.PlainDateTime.compare(a.from, b.from))) {
      const before = all.at(-1);
      if (before?.uid === each.uid && Temporal.PlainDateTime.compare(each.from, before.until) <= 0)
        all[all.length - 1] = { ...before, until: later(before.until, each.until) };
      else all.push(each);
    }
  return all;
}

const timeOf = (at: Temporal.PlainDateTime): string | null => {
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return time === '00:00' ? null : time;
};

/** As the register of leave writes it: days, with times where a day is not whole. */
export function absenceOf({ uid, title, from, until }: Away): Absence {
  const untilTime = timeOf(until);
  const last = untilTime === null ? until.toPlainDate().subtract({ days: 1 }) : until.toPlainDate();
  return {
    uid,
    title,
    from: from.toPlainDate().toString(),
    fromTime: timeOf(from),
    until: last.toString(),
    untilTime,
  };
}
