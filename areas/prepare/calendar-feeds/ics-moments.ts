import type ICAL from 'ical.js';
import { type Zone, zoneOf } from './ics-zones.ts';

/** A day or a time as a calendar writes it, and the moment that is. */
export interface Moment {
  readonly isDay: boolean;
  /** On the clocks of the place it is told for. */
  readonly wall: Temporal.PlainDateTime;
  readonly zone: Zone;
  readonly ms: number;
  /** It was written in UTC, so that its day is nobody’s. */
  readonly isUtc?: boolean;
  /** How long a period lasts; an event of its own length otherwise. */
  readonly lastsMs?: number;
}

/** What moments are read against. */
export interface Place {
  /** Where days, and times without a zone, are counted. */
  readonly here: Zone;
  /** The zones a file describes. */
  readonly own: ReadonlyMap<string, Zone>;
}

/** A zone that nobody can look up. */
export class UnknownZone extends Error {
  readonly zone: string;
  constructor(zone: string) {
    super(`unknown zone ${zone}`);
    this.zone = zone;
  }
}
/** A day or time that does not exist, as it was written. */
export class NoSuchTime extends Error {
  readonly written: string;
  constructor(written: string) {
    super(`no such time ${written}`);
    this.written = written;
  }
}

/** What the parser makes of a day where a time was announced. */
const WRITTEN = /^(?<day>\d{4}-\d\d-\d\d)(?:T(?:::|(?<time>\d\d:\d\d:\d\d)(?<utc>Z?)))?$/;

export const momentAt = (isDay: boolean, wall: Temporal.PlainDateTime, zone: Zone): Moment => ({
  isDay,
  wall,
  zone,
  ms: zone.instantOf(wall).epochMilliseconds,
});

/** @throws NoSuchTime, UnknownZone */
export function momentOf(text: string, tzid: string | undefined, { here, own }: Place): Moment {
  const { day, time, utc } = WRITTEN.exec(text)?.groups ?? {};
  let wall: Temporal.PlainDateTime;
  try {
    if (day === undefined) throw new RangeError(text);
    wall = Temporal.PlainDateTime.from(`${day}T${time ?? '00:00:00'}`);
  } catch {
    throw new NoSuchTime(text.replace(/T?::$/, ''));
  }
  if (time === undefined) return momentAt(true, wall, here);
  const name = utc ? 'UTC' : tzid;
  const zone = name === undefined ? here : zoneOf(name, own);
  if (!zone) throw new UnknownZone(name ?? '');
  return { ...momentAt(false, wall, zone), ...(utc && { isUtc: true }) };
}

const tzidOf = (property: ICAL.Property): string | undefined => {
  const { tzid } = property.toJSON()[1] as { tzid?: string | string[] };
  return Array.isArray(tzid) ? tzid[0] : tzid;
};

/** A period tells its end, or how long it lasts. */
function periodOf([from = '', to = '']: readonly string[], tzid: string | undefined, place: Place): Moment {
  const at = momentOf(from, tzid, place);
  if (!to.includes('P')) return { ...at, lastsMs: Math.max(0, momentOf(to, tzid, place).ms - at.ms) };
  return { ...at, lastsMs: Temporal.Duration.from(to).total({ unit: 'milliseconds', relativeTo: at.wall }) };
}

/** Every moment of a property. */
const momentsOf = (property: ICAL.Property, place: Place): Moment[] =>
  (property.toJSON().slice(3) as (string | string[])[]).map((value) =>
    Array.isArray(value)
      ? periodOf(value, tzidOf(property), place)
      : momentOf(String(value), tzidOf(property), place),
  );

export const momentsIn = (component: ICAL.Component, name: string, place: Place): Moment[] =>
  component.getAllProperties(name).flatMap((each) => momentsOf(each, place));

/** The first moment of a property, if there is one. */
export const momentIn = (component: ICAL.Component, name: string, place: Place): Moment | undefined =>
  momentsIn(component, name, place)[0];
