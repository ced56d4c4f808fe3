import { calendarOn, type Holidays, isDayOff, type KeptCalendar } from '../calendars/rules.ts';
import type { Calendar } from '../calendars/schema.ts';
import type { Layer, Leave, Roster } from './schema.ts';

/** Leave, and from when until when it was known: who was on before it was told, or after it was taken back, was on. */
export interface Absence extends Pick<Leave, 'personId' | 'from' | 'fromTime' | 'until' | 'untilTime'> {
  readonly since?: Temporal.Instant | undefined;
  readonly till?: Temporal.Instant | undefined;
}

/** What a roster is read against. */
export interface World {
  readonly calendar: Calendar;
  /** What the calendar was on days gone by, where it was written anew since; its zone is always the one of today. */
  readonly earlier?: KeptCalendar['earlier'];
  readonly holidays: Holidays;
  readonly leave: readonly Absence[];
  /** Who has left the organisation, and when: whatever was to come of their turns others take. */
  readonly gone: ReadonlyMap<string, Temporal.Instant>;
}

/** Leave by person, for a roster asks after each of its members on each day. */
interface Looked extends Pick<World, 'calendar' | 'earlier' | 'holidays' | 'gone'> {
  readonly leaveOf: ReadonlyMap<string, readonly Spanned[]>;
}
/** Leave of hours holds for these alone, to the minute. */
interface Spanned extends Absence {
  readonly hours: { readonly start: Temporal.Instant; readonly end: Temporal.Instant } | null;
}

function lookedUp({ leave, ...world }: World): Looked {
  const at = (day: Temporal.PlainDate, time: string) =>
    day
      .toZonedDateTime({ timeZone: world.calendar.timeZone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant();
  const spanned = leave.map((each): Spanned => {
    const { from, fromTime, until, untilTime } = each;
    if (fromTime === null && untilTime === null) return { ...each, hours: null };
    const last = Temporal.PlainDate.from(until);
    return {
      ...each,
      hours: {
        start: at(Temporal.PlainDate.from(from), fromTime ?? '00:00'),
        end: untilTime === null ? at(last.add({ days: 1 }), '00:00') : at(last, untilTime),
      },
    };
  });
  return { ...world, leaveOf: Map.groupBy(spanned, ({ personId }) => personId) };
}

const covers = (layer: Layer, dayOff: boolean): boolean =>
  layer.days === 'every' || (layer.days === 'daysOff') === dayOff;

/** Whether one of these absences holds, by what was known at a moment: for its whole duty day, or at that very moment. */
const away = (leave: readonly Spanned[], day: string, at: Temporal.Instant): boolean =>
  leave.some(({ from, fromTime, until, untilTime, hours, since, till }) => {
    const wholeDay =
      (day > from || (day === from && fromTime === null)) &&
      (day < until || (day === until && untilTime === null));
    const now =
      hours !== null &&
      Temporal.Instant.compare(hours.start, at) <= 0 &&
      Temporal.Instant.compare(at, hours.end) < 0;
    return (
      (wholeDay || now) &&
      (since === undefined || Temporal.Instant.compare(since, at) <= 0) &&
      (till === undefined || Temporal.Instant.compare(at, till) < 0)
    );
  });

/** One turn: whose it is by the rotation, who stands in for them, and the days of it that the layer covers. */
interface Turn {
  /** Indices of members: the owner, then whoever is asked in their place, in order. Empty where nobody has joined yet. */
  readonly order: readonly number[];
  readonly days: readonly { readonly day: Temporal.PlainDate; readonly dayOff: boolean }[];
}

/**
 * Turns from the layer's first day until `until` (exclusive). Whose turn it is depends on nothing but who joined when: a
 * holiday or a weekend uses up nobody's turn, who joins goes to the end, and who is away or has left keeps their place,
 * for otherwise everybody else's turns would move, those gone by among them.
 */
function* turnsOf(layer: Layer, world: Looked, until: Temporal.PlainDate): Generator<Turn> {
  const kept = { now: world.calendar, earlier: world.earlier ?? [] };
  const queue: number[] = [];
  const joined = new Set<number>();
  const turnsHad = new Map<number, number>();
  for (
    let first = Temporal.PlainDate.from(layer.start);
    Temporal.PlainDate.compare(first, until) < 0;
    first = first.add({ days: layer.turnDays })
  ) {
    const days = Array.from({ length: layer.turnDays }, (_, n) => first.add({ days: n }))
      .map((day) => ({ day, dayOff: isDayOff(calendarOn(kept, day.toString()), day, world.holidays) }))
      .filter(({ dayOff }) => covers(layer, dayOff));
    const [head] = days;
    if (!head) continue;
    layer.members.forEach(({ from }, index) => {
      if (joined.has(index) || (from !== null && from > head.day.toString())) return;
      joined.add(index);
      queue.push(index);
    });
    const owner = queue.shift();
    if (owner === undefined) {
      yield { order: [], days };
      continue;
    }
    const had = turnsHad.get(owner) ?? 0;
    turnsHad.set(owner, had + 1);
    yield { order: [owner, ...standInsOf(queue, had)], days };
    queue.push(owner);
  }
}

/**
 * Who stands in for the owner of a turn: whoever is next, the time after that the one after. It is read off the rotation
 * alone and not off who stood in before, so that one more absence moves nothing but what that person had.
 * @param had turns the owner had before
 */
function standInsOf(others: readonly number[], had: number): number[] {
  const at = others.length === 0 ? 0 : had % others.length;
  const [first, ...rest] = [...others.slice(at), ...others.slice(0, at)];
  if (first === undefined) return [];
  // Back the other way every second round: where one is away too, not always the same takes both.
  return [first, ...(Math.floor(had / others.length) % 2 === 0 ? rest : rest.reverse())];
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

/** Whether a person can be on at a moment of a duty day: not away that day, and not gone by then. */
function canBeOn(world: Looked, personId: string, day: string, at: Temporal.Instant): boolean {
  const left = world.gone.get(personId);
  if (left !== undefined && Temporal.Instant.compare(at, left) >= 0) return false;
  return !away(world.leaveOf.get(personId) ?? [], day, at);
}

/** A stretch in pieces in which nothing changes for these people. */
function piecesOf(
  { gone, leaveOf }: Looked,
  personIds: readonly string[],
  start: Temporal.Instant,
  end: Temporal.Instant,
): { start: Temporal.Instant; end: Temporal.Instant }[] {
  const edges = personIds
    .flatMap((id) => [
      gone.get(id),
      ...(leaveOf.get(id) ?? []).flatMap(({ since, till, hours }) => [since, till, hours?.start, hours?.end]),
    ])
    .filter((at) => at !== undefined)
    .filter((at) => Temporal.Instant.compare(at, start) > 0 && Temporal.Instant.compare(at, end) < 0)
    .sort(Temporal.Instant.compare)
    .filter((at, n, all) => !all[n - 1]?.equals(at));
  const starts = [start, ...edges];
  return starts.map((from, n) => ({ start: from, end: starts[n + 1] ?? end }));
}

/** Joins what follows on the same person without a break. */
function joinedUp(shifts: readonly Shift[]): Shift[] {
  const list: Shift[] = [];
  for (const shift of shifts) {
    const last = list.at(-1);
    if (
      last?.personId === shift.personId &&
      last.day === shift.day &&
      Temporal.Instant.compare(last.end, shift.start) === 0
    )
      list[list.length - 1] = { ...last, end: shift.end };
    else list.push(shift);
  }
  return list;
}

/** Who is on for each day of a turn: its owner while they can, else the first in order who can; a gap where nobody can. */
function shiftsOfTurn({ order, days }: Turn, index: number, layer: Layer, world: Looked): Shift[] {
  const zone = world.calendar.timeZone;
  const members = order.map((n) => layer.members[n] as Layer['members'][number]);
  const ids = members.map(({ personId }) => personId);
  return days.flatMap(({ day: date, dayOff }) => {
    const day = date.toString();
    const { start, end } = shiftOf(layer, zone, date);
    // Hours that the clocks leave out that day.
    if (Temporal.Instant.compare(start, end) >= 0) return [];
    return joinedUp(
      piecesOf(world, ids, start, end).map((piece): Shift => {
        const on = members.find(
          ({ personId, until, from }) =>
            (from === null || from <= day) &&
            (until === null || until >= day) &&
            canBeOn(world, personId, day, piece.start),
        );
        return { layer: index, personId: on?.personId ?? null, ...piece, day, dayOff, overridden: false };
      }),
    );
  });
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

/** An override that does not hold for a stretch, because whoever was to take it has left or is away. */
export interface Fallen {
  readonly layer: number;
  readonly personId: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly why: 'left' | 'away';
}

/** The day a moment belongs to in a layer: a shift over midnight belongs to the day on which it begins. */
function dutyDay(layer: Layer, zone: string, at: Temporal.Instant): Temporal.PlainDate {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime();
  const before = layer.until <= layer.from && local.toPlainTime().toString() < layer.from;
  return local.toPlainDate().subtract({ days: before ? 1 : 0 });
}

/** An override in the stretches in which it holds, and those in which it has fallen away. */
function overrideIn(override: Roster['overrides'][number], layer: Layer, world: Looked) {
  const zone = world.calendar.timeZone;
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  const { personId } = override;
  const [start, end] = [at(override.from), at(override.until)];
  const holds: { start: Temporal.Instant; end: Temporal.Instant }[] = [];
  const fallen: Fallen[] = [];
  let from = start;
  while (Temporal.Instant.compare(from, end) < 0) {
    const day = dutyDay(layer, zone, from);
    const plainTime = Temporal.PlainTime.from(layer.until <= layer.from ? layer.from : '00:00');
    const next = day.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
    const until = Temporal.Instant.compare(next, end) < 0 ? next : end;
    for (const piece of piecesOf(world, personId === null ? [] : [personId], from, until)) {
      if (personId === null || canBeOn(world, personId, day.toString(), piece.start)) {
        const last = holds.at(-1);
        if (last && Temporal.Instant.compare(last.end, piece.start) === 0) last.end = piece.end;
        else holds.push({ ...piece });
        continue;
      }
      const left = world.gone.get(personId);
      const why = left && Temporal.Instant.compare(left, piece.start) <= 0 ? 'left' : 'away';
      const last = fallen.at(-1);
      if (last?.why === why && Temporal.Instant.compare(last.end, piece.start) === 0)
        fallen[fallen.length - 1] = { ...last, end: piece.end };
      else fallen.push({ layer: override.layer, personId, ...piece, why });
    }
    from = until;
  }
  return { holds, fallen };
}

/** Where an override would not hold, as its taker has left or is away. */
export const fallsAway = (override: Roster['overrides'][number], layer: Layer, world: World): Fallen[] =>
  overrideIn(override, layer, lookedUp(world)).fallen;

/** Cuts a stretch out of the shifts of a layer and puts a person, or a gap somebody meant, in its place. */
function putOver(
  shifts: readonly Shift[],
  put: Pick<Shift, 'layer' | 'personId' | 'start' | 'end' | 'day'>,
): Shift[] {
  const { start, end, day } = put;
  const kept = shifts.flatMap((shift): Shift[] => {
    if (Temporal.Instant.compare(shift.end, start) <= 0 || Temporal.Instant.compare(shift.start, end) >= 0)
      return [shift];
    return [
      ...(Temporal.Instant.compare(shift.start, start) < 0 ? [{ ...shift, end: start }] : []),
      ...(Temporal.Instant.compare(shift.end, end) > 0 ? [{ ...shift, start: end }] : []),
    ];
  });
  const dayOff = shifts.find((shift) => shift.day === day)?.dayOff ?? false;
  return [...kept, { ...put, dayOff, overridden: true }].sort((a, b) =>
    Temporal.Instant.compare(a.start, b.start),
  );
}

/** The shifts of one layer with its overrides, of which each holds only while whoever is to take it is there. */
function layerOf(
  roster: Pick<Roster, 'layers' | 'overrides'>,
  index: number,
  world: Looked,
  until: Temporal.PlainDate,
) {
  const layer = roster.layers[index] as Layer;
  let shifts: Shift[] = [];
  for (const turn of turnsOf(layer, world, until)) shifts.push(...shiftsOfTurn(turn, index, layer, world));
  const fallen: Fallen[] = [];
  for (const override of roster.overrides.filter((each) => each.layer === index)) {
    const found = overrideIn(override, layer, world);
    fallen.push(...found.fallen);
    for (const { start, end } of found.holds) {
      const day = start.toZonedDateTimeISO(world.calendar.timeZone).toPlainDate().toString();
      shifts = putOver(shifts, { layer: index, personId: override.personId, start, end, day });
    }
  }
  return { shifts, fallen };
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

/** Everybody whose turn may come from a day on, each once. */
export const membersFrom = ({ layers }: Pick<Roster, 'layers'>, day: string): string[] => [
  ...new Set(
    layers.flatMap(({ members }) =>
      members.flatMap(({ personId, until }) => (until === null || until >= day ? personId : [])),
    ),
  ),
];

/** Who is on leave at a moment, to the minute; for pages and for the simulation alike. */
export function awayAt(leave: readonly Leave[], timeZone: string, at: Temporal.Instant): ReadonlySet<string> {
  const local = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return new Set(leave.flatMap((each) => (holdsAt(each, local) ? each.personId : [])));
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

const TIMING = ['from', 'until', 'days', 'start', 'turnDays'] as const;

type Dated = Pick<World, 'calendar' | 'earlier' | 'holidays'>;

/**
 * Whether other members of the same rotation, or another calendar, change whose turn it was, of turns that have begun by
 * now. A layer that begins on another day, or at another hour, is another rotation.
 */
export function movesTurnsGoneBy(
  [before, was]: readonly [Layer, Dated],
  [after, is]: readonly [Layer, Dated],
  now: Temporal.Instant,
): boolean {
  if (TIMING.some((field) => before[field] !== after[field])) return false;
  const begun = (layer: Layer, dated: Dated): string => {
    const world = { ...dated, leaveOf: new Map(), gone: new Map() };
    const today = now.toZonedDateTimeISO(dated.calendar.timeZone).toPlainDate();
    const { shifts } = layerOf({ layers: [layer], overrides: [] }, 0, world, today.add({ days: 1 }));
    return shifts
      .filter(({ start }) => Temporal.Instant.compare(start, now) <= 0)
      .map(({ personId, start }) => `${start} ${personId}`)
      .join();
  };
  return begun(before, was) !== begun(after, is);
}

/**
 * Overrides that were written for one layer and would stand in another, because layers were moved or taken out, by their
 * places. A layer that is only called otherwise is the same.
 */
export function strayOverrides(before: Roster, after: Roster): number[] {
  const same = (x: Roster['overrides'][number], y: Roster['overrides'][number]): boolean =>
    x.layer === y.layer && x.personId === y.personId && x.from === y.from && x.until === y.until;
  const named = ({ layers }: Roster, name: string | undefined): boolean =>
    layers.some((each) => each.name === name);
  return after.overrides.flatMap((override, n) => {
    const [was, is] = [before.layers[override.layer]?.name, after.layers[override.layer]?.name];
    const moved = was !== is && (named(after, was) || named(before, is));
    return moved && before.overrides.some((each) => same(each, override)) ? n : [];
  });
}

/** A roster worked out up to a day, for asking again and again. */
export interface Compiled {
  readonly layers: readonly (readonly Shift[])[];
  /** Starts in ms, for looking up. */
  readonly starts: readonly Float64Array[];
  readonly fallen: readonly Fallen[];
}

/** @param until the first day that is not worked out any more */
export function compileRoster(roster: Roster, world: World, until: Temporal.PlainDate): Compiled {
  const looked = lookedUp(world);
  const worked = roster.layers.map((_, index) => layerOf(roster, index, looked, until));
  const layers = worked.map(({ shifts }) => shifts);
  const starts = layers.map((shifts) => Float64Array.from(shifts, ({ start }) => start.epochMilliseconds));
  return { layers, starts, fallen: worked.flatMap(({ fallen }) => fallen) };
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
