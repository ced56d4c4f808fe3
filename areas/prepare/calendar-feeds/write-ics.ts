import ICAL from 'ical.js';
import type { Turn } from './schema.ts';

// The library folds after so many octets and puts a space before the next: together no more than the 75 of RFC 5545 §3.1.
ICAL.foldLength = 74;

const utc = (at: Temporal.Instant): ICAL.Time => ICAL.Time.fromJSDate(new Date(at.epochMilliseconds), true);

/** Turns (or anything else with a time) as an iCalendar file (RFC 5545), its times in UTC so that every program and every zone agrees on them. */
export function writeIcs(
  name: string,
  turns: readonly Pick<Turn, 'uid' | 'title' | 'start' | 'end'>[],
  now: Temporal.Instant,
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Sonae//EN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', name);
  // RFC 7986 §5.7: how often it is worth asking again.
  const refresh = new ICAL.Property('refresh-interval', calendar);
  refresh.setParameter('value', 'DURATION');
  refresh.setValue(ICAL.Duration.fromString('PT1H'));
  calendar.addProperty(refresh);
  for (const { uid, title, start, end } of turns) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', uid);
    event.updatePropertyWithValue('dtstamp', utc(now));
    event.updatePropertyWithValue('dtstart', utc(start));
    event.updatePropertyWithValue('dtend', utc(end));
    event.updatePropertyWithValue('summary', title);
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
