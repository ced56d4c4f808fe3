import { type Away, absenceOf, joined, within } from './absences.ts';
import { type CalendarEvent, daysLasting, endOf, eventsOf } from './ics-events.ts';
import { TOO_MANY, UNREADABLE, unfollowed } from './ics-faults.ts';
import type { Moment } from './ics-moments.ts';
import { allSteps, dayHere, type Steps, startsOf } from './ics-recurrence.ts';
import type { CalendarRead } from './schema.ts';

/** A hundred people's whole year; and what becomes an entry of the register each. */
const MOST_TIMES = 40_000;
const MOST_ABSENCES = 2_000;
/** So far a time may lie from the day it falls on elsewhere, and then some. */
const MARGIN_DAYS = 3;
/** Nobody is away for longer at a stretch. */
const LONGEST_DAYS = 3_660;

/** What is looked at, and where. */
interface Window {
  readonly timeZone: string;
  readonly first: string;
  readonly last: string;
}

/**
 * Reads when somebody is away by the events of a calendar file (RFC 5545, recurrences included), within two days given.
 * Whole days and times without a zone are taken as they are written; times with a zone as they fall here. What is
 * cancelled, tentative or told to leave one free is no absence, and is counted.
 * @param timeZone where the days are counted
 * @throws Fault `malformed` when it is no calendar file, `invalid` that names an event nobody can follow
 */
export function readAbsences(ics: string, timeZone: string, first: string, last: string): CalendarRead {
  const steps = allSteps();
  const window = { timeZone, first, last };
  const found: Away[] = [];
  const uids: string[] = [];
  let notAway = 0;
  for (const [uid, events] of eventsOf(ics, timeZone)) {
    const whole = events.filter(({ standsFor }) => !standsFor);
    const moved = events.filter(({ standsFor }) => standsFor);
    if (whole.length > 0) uids.push(uid);
    // What is cancelled as a whole is so with everything that was moved.
    const cancelled = whole.length > 0 && whole.every(({ state }) => state === 'cancelled');
    for (const event of cancelled ? whole : events) {
      if (event.state !== 'away') notAway += 1;
      else
        for (const away of timesOf(event, event.standsFor ? [] : moved, window, steps)) {
          found.push(away);
          if (found.length > MOST_TIMES) throw TOO_MANY(MOST_ABSENCES);
        }
    }
  }
  const absences = joined(found).map(absenceOf);
  if (absences.length > MOST_ABSENCES) throw TOO_MANY(MOST_ABSENCES);
  return { absences, uids, notAway };
}

/** @param moved those that stand in for one occurrence; they tell their own time, the series only skips them */
function* timesOf(
  event: CalendarEvent,
  moved: readonly CalendarEvent[],
  { timeZone, first, last }: Window,
  steps: Steps,
): Generator<Away> {
  const { component, uid } = event;
  const local = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDateTime();
  try {
    for (const { at, by } of occurrencesOf(event, moved, first, last, steps)) {
      // Whole days are the same days everywhere.
      const from = at.isDay ? at.wall : local(at.ms);
      const until = local(endOf(at, by.lasting));
      const away = within({ uid, title: by.title, from, until }, first, last);
      if (away) yield away;
    }
  } catch (cause) {
    throw unfollowed(component, UNREADABLE, cause);
  }
}

interface Occurrence {
  readonly at: Moment;
  /** The event whose length and name it has. */
  readonly by: CalendarEvent;
}

const hasRule = ({ component }: CalendarEvent): boolean => component.hasProperty('rrule');

/** Which occurrences another event stands in for. One that is named by its day is whichever is on that day. */
function standingApart(moved: readonly CalendarEvent[], start: Moment): (at: Moment) => boolean {
  const named = moved.flatMap(({ standsFor }) => (standsFor ? [standsFor] : []));
  const times = new Set(named.filter(({ isDay }) => isDay === start.isDay).map(({ ms }) => ms));
  const days = new Set(
    named.filter(({ isDay }) => isDay !== start.isDay).map((each) => dayHere(each, start)),
  );
  return ({ ms, wall }) => times.has(ms) || (days.size > 0 && days.has(wall.toPlainDate().toString()));
}

function* occurrencesOf(
  event: CalendarEvent,
  moved: readonly CalendarEvent[],
  first: string,
  last: string,
  steps: Steps,
): Generator<Occurrence> {
  const { component, start, place, standsFor } = event;
  if (standsFor && !(event.following && hasRule(event))) {
    yield { at: start, by: event };
    return;
  }
  const apart = standingApart(moved, start);
  const following = moved
    .filter((each) => each.following)
    .toSorted((a, b) => (b.standsFor?.ms ?? 0) - (a.standsFor?.ms ?? 0));
  const long = Math.max(...[event, ...following].map((each) => daysLasting(each.start, each.lasting)));
  const reach = {
    // What was moved together with all that follow may begin on any day.
    earliest:
      following.length > 0
        ? start.wall.toPlainDate().toString()
        : Temporal.PlainDate.from(first)
            .subtract({ days: Math.min(long, LONGEST_DAYS) + MARGIN_DAYS })
            .toString(),
    latest: Temporal.PlainDate.from(last).add({ days: MARGIN_DAYS }).toString(),
  };
  for (const at of startsOf(component, start, reach, place, steps)) {
    if (apart(at)) continue;
    const by = following.find((each) => (each.standsFor?.ms ?? 0) < at.ms);
    if (!by?.standsFor) yield { at, by: event };
    // With a rule of its own it tells itself what follows.
    else if (by.state === 'away' && !hasRule(by)) {
      const shift = by.standsFor.wall.until(by.start.wall);
      const wall = at.wall.add(shift);
      const there = { ...at, wall, ms: at.zone.instantOf(wall).epochMilliseconds, isDay: by.start.isDay };
      // One that was moved once more may be named by where it stood by then.
      if (!apart(there)) yield { at: there, by };
    }
  }
}
