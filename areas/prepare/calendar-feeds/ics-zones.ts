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

/** A zone as a calendar file itself describes it. */
function ownZone(component: ICAL.Component): Zone | undefined {
  if (!component.getFirstSubcomponent('standard') && !component.getFirstSubcomponent('daylight'))
    return undefined;
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
    (windows === undefined ? undefined : ianaZone(windows))
  );
}
