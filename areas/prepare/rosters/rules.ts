import { type Holidays, isDayOff } from '../calendars/rules.ts';
import type { Calendar } from '../calendars/schema.ts';
import type { Layer, Leave, Roster } from './schema.ts';

/** What a roster is read against. */
export interface World {
  readonly calendar: Calendar;
  readonly holidays: Holidays;
  readonly leave: readonly Leave[];
  /** Who has left the organisation: on nobody's list any more. */
  readonly gone: ReadonlySet<string>;
}

/** Somebody is on, from `start` (inclusive) to `end` (exclusive); nobody could be found where `personId` is null. */
export interface Shift {
  readonly layer: number;
  readonly personId: string | null;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** The local day it belongs to. */
  readonly day: string;
  readonly dayOff: boolean;
  readonly overridden: boolean;
}

const END_OF_DAY = '24:00';

/** Whether leave holds at a local time, to the minute. */
export function holdsAt(
  { from, fromTime, until, untilTime }: Pick<Leave, 'from' | 'fromTime' | 'until' | 'untilTime'>,
  at: Temporal.PlainDateTime,
): boolean {
  const local = at.toString({ smallestUnit: 'minute' });
  return `${from}T${fromTime ?? '00:00'}` <= local && local < `${until}T${untilTime ?? END_OF_DAY}`;
}

/** Whether leave differs on days before a day, for one person or another. */
export function changesPast(before: Leave | undefined, after: Leave | undefined, today: string): boolean {
  const past = (leave: Leave | undefined): string => {
    if (!leave || leave.from >= today) return '';
    const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
    const [last] = [leave.until, yesterday].sort();
    const until = last === leave.until ? (leave.untilTime ?? '') : '';
    return `${leave.personId} ${leave.from} ${leave.fromTime ?? ''} ${last} ${until}`;
  };
  return past(before) !== past(after);
}

const covers = (layer: Layer, dayOff: boolean): boolean =>
  layer.days === 'every' || (layer.days === 'daysOff') === dayOff;

/** Away for the whole of a day: turns go by that. Leave for part of one is cut out of the shift. */
const away = (leave: readonly Leave[], personId: string, days: readonly string[]): boolean =>
  leave.some(
    ({ personId: who, from, fromTime, until, untilTime }) =>
      who === personId &&
      days.some(
        (day) =>
          (day > from || (day === from && fromTime === null)) &&
          (day < until || (day === until && untilTime === null)),
      ),
  );

/** One turn: whose it is and the days of it that the layer covers. */
interface Turn {
  readonly personId: string | null;
  readonly days: readonly { readonly day: Temporal.PlainDate; readonly dayOff: boolean }[];
}

/**
 * Turns from the layer's first day until `until` (exclusive). Who cannot take a turn keeps their place at the front: a
 * holiday, a weekend or leave uses up nobody's turn. Who joins goes to the end.
 */
function* turnsOf(layer: Layer, world: World, until: Temporal.PlainDate): Generator<Turn> {
  const queue: number[] = [];
  const joined = new Set<number>();
  const effective = (index: number, day: string): boolean => {
    const { personId, from, until: last } = layer.members[index] as Layer['members'][number];
    return !world.gone.has(personId) && (from === null || from <= day) && (last === null || last >= day);
  };
  for (
    let first = Temporal.PlainDate.from(layer.start);
    Temporal.PlainDate.compare(first, until) < 0;
    first = first.add({ days: layer.turnDays })
  ) {
    const days = Array.from({ length: layer.turnDays }, (_, n) => first.add({ days: n }))
      .map((day) => ({ day, dayOff: isDayOff(world.calendar, day, world.holidays) }))
      .filter(({ dayOff }) => covers(layer, dayOff));
    const [head] = days;
    if (!head) continue;
    const isoDays = days.map(({ day }) => day.toString());
    layer.members.forEach((_, index) => {
      if (joined.has(index) || !effective(index, head.day.toString())) return;
      joined.add(index);
      queue.push(index);
    });
    const taker = queue.findIndex((index) => {
      const { personId } = layer.members[index] as Layer['members'][number];
      return isoDays.every((day) => effective(index, day)) && !away(world.leave, personId, isoDays);
    });
    if (taker < 0) {
      yield* sharedTurn(days, queue, (index, day) => {
        const { personId } = layer.members[index] as Layer['members'][number];
        return effective(index, day) && !away(world.leave, personId, [day]) ? personId : undefined;
      });
      continue;
    }
    const [index] = queue.splice(taker, 1) as [number];
    queue.push(index);
    yield { personId: (layer.members[index] as Layer['members'][number]).personId, days };
  }
}

/**
 * A turn that nobody can take as a whole: whoever is nearest to their turn takes its days for as long as they can, then the
 * next. Who took any of it goes to the end, in that order.
 * @param queue indices in the order of turns; changed
 * @param takes the person of an index if they can be on that day
 */
function* sharedTurn(
  days: Turn['days'],
  queue: number[],
  takes: (index: number, day: string) => string | undefined,
): Generator<Turn> {
  const took: number[] = [];
  let current: number | undefined;
  for (const each of days) {
    const day = each.day.toString();
    const can = (index: number): boolean => takes(index, day) !== undefined;
    if (current === undefined || !can(current)) current = queue.find(can);
    yield { personId: current === undefined ? null : (takes(current, day) ?? null), days: [each] };
    if (current !== undefined && !took.includes(current)) took.push(current);
  }
  for (const index of took) queue.push(...queue.splice(queue.indexOf(index), 1));
}

function shiftOf(
  layer: Layer,
  zone: string,
  day: Temporal.PlainDate,
): { start: Temporal.Instant; end: Temporal.Instant } {
  const at = (on: Temporal.PlainDate, time: string): Temporal.Instant =>
    on.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  return {
    start: at(day, layer.from),
    end: at(layer.until > layer.from ? day : day.add({ days: 1 }), layer.until),
  };
}

/** Cuts what is overridden out of the shifts of a layer and puts the override in its place. */
function overridden(shifts: readonly Shift[], roster: Roster, layer: number, zone: string): Shift[] {
  return roster.overrides
    .filter((each) => each.layer === layer)
    .reduce<Shift[]>(
      (list, { personId, from, until }) => {
        const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
        const [start, end] = [at(from), at(until)];
        if (Temporal.Instant.compare(start, end) >= 0) return list;
        const kept = list.flatMap((shift): Shift[] => {
          if (
            Temporal.Instant.compare(shift.end, start) <= 0 ||
            Temporal.Instant.compare(shift.start, end) >= 0
          )
            return [shift];
          return [
            ...(Temporal.Instant.compare(shift.start, start) < 0 ? [{ ...shift, end: start }] : []),
            ...(Temporal.Instant.compare(shift.end, end) > 0 ? [{ ...shift, start: end }] : []),
          ];
        });
        const dayOff = list.find(({ day }) => day === from.slice(0, 10))?.dayOff ?? false;
        return [
          ...kept,
          { layer, personId, start, end, day: from.slice(0, 10), dayOff, overridden: true },
        ].sort((a, b) => Temporal.Instant.compare(a.start, b.start));
      },
      [...shifts],
    );
}

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/**
 * Gives the part of a shift for which its person has leave of hours to whoever of the layer is free, from the next in
 * the list on; nobody's turn is used up by that. Who was put in by an override is looked at too.
 */
function withoutHoursAway(shifts: readonly Shift[], layer: Layer, world: World): Shift[] {
  const zone = world.calendar.timeZone;
  const at = (day: string, time: string) =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant();
  const spans = world.leave
    .filter(({ fromTime, untilTime }) => fromTime !== null || untilTime !== null)
    .map(({ personId, from, fromTime, until, untilTime }) => ({
      personId,
      start: at(from, fromTime ?? '00:00'),
      end:
        untilTime === null
          ? at(Temporal.PlainDate.from(until).add({ days: 1 }).toString(), '00:00')
          : at(until, untilTime),
    }));
  if (spans.length === 0) return [...shifts];
  const meets = (a: Stretch, b: Stretch): boolean =>
    Temporal.Instant.compare(a.start, b.end) < 0 && Temporal.Instant.compare(b.start, a.end) < 0;
  const instead = (part: Shift): string | null => {
    const own = layer.members.findIndex(({ personId }) => personId === part.personId);
    const order = [...layer.members.slice(own + 1), ...layer.members.slice(0, Math.max(own, 0))];
    const found = order.find(
      ({ personId, from, until }) =>
        personId !== part.personId &&
        !world.gone.has(personId) &&
        (from === null || from <= part.day) &&
        (until === null || until >= part.day) &&
        !away(world.leave, personId, [part.day]) &&
        !spans.some((each) => each.personId === personId && meets(each, part)),
    );
    return found?.personId ?? null;
  };
  return shifts.flatMap((shift): Shift[] => {
    const cuts = spans.filter(({ personId, ...span }) => personId === shift.personId && meets(span, shift));
    if (cuts.length === 0) return [shift];
    const edges = [shift, ...cuts]
      .flatMap(({ start, end }) => [start, end])
      .filter((edge) => Temporal.Instant.compare(edge, shift.start) >= 0)
      .filter((edge) => Temporal.Instant.compare(edge, shift.end) <= 0)
      .sort(Temporal.Instant.compare);
    return edges.slice(1).flatMap((end, n): Shift[] => {
      const part = { ...shift, start: edges[n] as Temporal.Instant, end };
      if (Temporal.Instant.compare(part.start, end) >= 0) return [];
      return cuts.some((cut) => meets(cut, part)) ? [{ ...part, personId: instead(part) }] : [part];
    });
  });
}

/** A roster worked out up to a day, for asking again and again. */
export interface Compiled {
  readonly layers: readonly (readonly Shift[])[];
  /** Starts in ms, for looking up. */
  readonly starts: readonly Float64Array[];
}

/** @param until the first day that is not worked out any more */
export function compileRoster(roster: Roster, world: World, until: Temporal.PlainDate): Compiled {
  const zone = world.calendar.timeZone;
  const layers = roster.layers.map((layer, index) => {
    const shifts: Shift[] = [];
    for (const { personId, days } of turnsOf(layer, world, until))
      for (const { day, dayOff } of days)
        shifts.push({
          layer: index,
          personId,
          ...shiftOf(layer, zone, day),
          day: day.toString(),
          dayOff,
          overridden: false,
        });
    return withoutHoursAway(overridden(shifts, roster, index, zone), layer, world);
  });
  const starts = layers.map((shifts) => Float64Array.from(shifts, ({ start }) => start.epochMilliseconds));
  return { layers, starts };
}

/** Who is on at a moment, the first layer first; each person once. */
export function onAt({ layers, starts }: Compiled, at: Temporal.Instant): string[] {
  const ms = at.epochMilliseconds;
  const found = layers.flatMap((shifts, index) => {
    const begins = starts[index] as Float64Array;
    let low = 0;
    let high = begins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((begins[middle] as number) <= ms) low = middle + 1;
      else high = middle;
    }
    const shift = shifts[low - 1];
    return shift && shift.end.epochMilliseconds > ms ? (shift.personId ?? []) : [];
  });
  return [...new Set(found)];
}

export interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** Stretches in which nobody at all is on. */
export function gapsOfCover({ layers }: Compiled, from: Temporal.Instant, until: Temporal.Instant): Span[] {
  const manned = layers
    .flat()
    .filter(({ personId }) => personId !== null)
    .sort((a, b) => Temporal.Instant.compare(a.start, b.start));
  const gaps: Span[] = [];
  let covered = from;
  for (const { start, end } of manned) {
    if (Temporal.Instant.compare(end, covered) <= 0) continue;
    if (Temporal.Instant.compare(start, until) >= 0) break;
    if (Temporal.Instant.compare(start, covered) > 0) gaps.push({ from: covered, until: start });
    covered = end;
  }
  if (Temporal.Instant.compare(covered, until) < 0) gaps.push({ from: covered, until });
  return gaps;
}

/** Stretches in which one person stands in two layers at once. */
export function overlapsOf(
  { layers }: Compiled,
  from: Temporal.Instant,
  until: Temporal.Instant,
): (Span & { personId: string })[] {
  const within = layers.map((shifts) =>
    shifts.filter(
      ({ start, end, personId }) =>
        personId !== null &&
        Temporal.Instant.compare(end, from) > 0 &&
        Temporal.Instant.compare(start, until) < 0,
    ),
  );
  const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
  return within.flatMap((shifts, i) =>
    within.slice(i + 1).flatMap((others) =>
      shifts.flatMap((one) =>
        others.flatMap((other) => {
          const start = later(one.start, other.start);
          const end = Temporal.Instant.compare(one.end, other.end) < 0 ? one.end : other.end;
          const both = one.personId === other.personId && Temporal.Instant.compare(start, end) < 0;
          return both && one.personId ? [{ personId: one.personId, from: start, until: end }] : [];
        }),
      ),
    ),
  );
}

export interface Load {
  readonly shifts: number;
  readonly nights: number;
  readonly daysOff: number;
}

/** How the burden is shared: shifts, those that run over midnight, and those on a day off, by person. */
export function loadOf(
  { layers }: Compiled,
  from: Temporal.Instant,
  until: Temporal.Instant,
  zone: string,
): Map<string, Load> {
  const loads = new Map<string, Load>();
  for (const { personId, start, end, dayOff } of layers.flat()) {
    if (
      personId === null ||
      Temporal.Instant.compare(start, from) < 0 ||
      Temporal.Instant.compare(start, until) >= 0
    )
      continue;
    const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
    const night = !dayOf(start).equals(dayOf(end.subtract({ milliseconds: 1 })));
    const before = loads.get(personId) ?? { shifts: 0, nights: 0, daysOff: 0 };
    loads.set(personId, {
      shifts: before.shifts + 1,
      nights: before.nights + (night ? 1 : 0),
      daysOff: before.daysOff + (dayOff ? 1 : 0),
    });
  }
  return loads;
}
