import ICAL from 'ical.js';
import { WINDOWS_ZONES } from './windows-zones.ts';

/** Where clocks on the wall are told as moments. */
export interface Zone {
  instantOf(wall: Temporal.PlainDateTime): Temporal.Instant;
}

/** A zone by the name that IANA or an offset gives it; undefined where there is none. */
function ianaZone(id: string): Zone | undefined {
  try {
    new Temporal.ZonedDateTime(0n, id);
  } catch {
    return undefined;
  }
  return { instantOf: (wall) => wall.toZonedDateTime(id).toInstant() };
}

export const zoneCalled = (id: string): Zone => {
  const zone = ianaZone(id);
  if (!zone) throw new RangeError(`no zone ${id}`);
  return zone;
};

/** Clocks are changed once a year, on a day that comes: a file may write any other rule, and would keep whoever follows it busy for ever. */
function isYearly(rule: ICAL.Property): boolean {
  const { freq, interval, parts } = rule.getFirstValue() as ICAL.Recur;
  const all = parts as Record<string, readonly (string | number)[] | undefined>;
  const ordinals = (all['BYDAY'] ?? []).map((each) => Math.abs(Number.parseInt(String(each), 10) || 1));
  return (
    freq === 'YEARLY' &&
    interval === 1 &&
    Object.keys(all).every((part) => ['BYDAY', 'BYMONTH', 'BYMONTHDAY'].includes(part)) &&
    ordinals.every((nth) => nth <= 5) &&
    (all['BYMONTHDAY'] ?? []).every((day) => Math.abs(Number(day)) <= 28)
  );
}

/** A zone as a calendar file itself describes it; nothing of one that changes its clocks as none does. */
function ownZone(component: ICAL.Component): Zone | undefined {
  if (!component.getFirstSubcomponent('standard') && !component.getFirstSubcomponent('daylight'))
    return undefined;
  const rules = component.getAllSubcomponents().flatMap((each) => each.getAllProperties('rrule'));
  if (!rules.every(isYearly)) return undefined;
  const zone = new ICAL.Timezone(component);
  return {
    instantOf(wall) {
      const { year, month, day, hour, minute, second } = wall;
      const local = new ICAL.Time(
        { year, month, day, hour, minute, second, isDate: false },
        ICAL.Timezone.localTimezone,
      );
      const offset = zone.utcOffset(local);
      return wall.toZonedDateTime('UTC').toInstant().subtract({ seconds: offset });
    },
  };
}

/** The zones that one calendar of a file describes, by their names. */
export function zonesOf(calendar: ICAL.Component): Map<string, Zone> {
  const found = new Map<string, Zone>();
  for (const each of calendar.getAllSubcomponents('vtimezone')) {
    const zone = ownZone(each);
    if (zone) found.set(String(each.getFirstPropertyValue('tzid')), zone);
  }
  return found;
}

/** Programs put a path before the name of IANA: /freeassociation.sourceforge.net/Europe/Vienna. */
const PATHS = /^\/[^/]+\/(?:Tzfile\/|[\d_]+\/)?(?<name>.+)$/i;

/** As programs write what is so many hours from UTC: GMT+0900, UTC+9, (UTC+09:00). */
const OFFSET = /^(?:GMT|UTC)(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?$/i;
function offsetZone(name: string): Zone | undefined {
  const { sign, hours = '', minutes = '00' } = OFFSET.exec(name)?.groups ?? {};
  return sign ? ianaZone(`${sign}${hours.padStart(2, '0')}:${minutes}`) : undefined;
}

/** What lists of zones call the one of Japan, where names of a place are written instead of the zone's. */
const JAPAN =
  /^(?:JST|東京 ?[(（]標準時[)）]|(?:\((?:GMT|UTC)\+0?9[:.]00\) ?)?(?:Osaka ?[,/] ?Sapporo ?[,/] ?Tokyo|大阪、札幌、東京))$/i;

/**
 * The zone of a name: as the file describes it, else as IANA, a path that ends in it, or Windows calls it.
 * @returns undefined where none of them knows it: nothing is guessed
 */
export function zoneOf(tzid: string, own: ReadonlyMap<string, Zone>): Zone | undefined {
  const name = tzid.trim().replace(/^"|"$/g, '');
  const within = PATHS.exec(name)?.groups?.['name'];
  const windows = WINDOWS_ZONES.get(name.toLowerCase());
  return (
    own.get(tzid) ??
    ianaZone(name) ??
    (within === undefined ? undefined : ianaZone(within)) ??
    (windows === undefined ? undefined : ianaZone(windows)) ??
    (JAPAN.test(name) ? ianaZone('Asia/Tokyo') : offsetZone(name))
  );
}
