import ICAL from 'ical.js';
import type { Turn } from './schema.ts';

// The library folds after so many octets and puts a space before the next: together no more than the 75 of RFC 5545 §3.1.
ICAL.foldLength = 74;

export const utc = (at: Temporal.Instant): ICAL.Time =>
  ICAL.Time.fromJSDate(new Date(at.epochMilliseconds), true);

/** Text of RFC 5545 §3.3.11: lines end one way, and no other control character is held. */
export const lineText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that are left out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

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
  calendar.updatePropertyWithValue('x-wr-calname', lineText(name).replaceAll('\n', ' '));
  // RFC 7986 §5.7: how often it is worth asking again.
  calendar.addProperty(new ICAL.Property(['refresh-interval', {}, 'duration', 'PT1H'], calendar));
  for (const { uid, title, start, end } of turns) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', uid);
    event.updatePropertyWithValue('dtstamp', utc(now));
    event.updatePropertyWithValue('dtstart', utc(start));
    event.updatePropertyWithValue('dtend', utc(end));
    event.updatePropertyWithValue('summary', lineText(title));
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
