import ICAL from 'ical.js';
import type { Calendar } from '../../../channels/channel.ts';
import type { Language } from '../../../kernel/language.ts';
import { lineText, utc } from '../../prepare/calendar-feeds/index.ts';
import type { StoredHearing } from './store.ts';
import { MODE_WORDS } from './words.ts';

/**
 * A hearing as an appointment (RFC 5546): the same one however often it is sent, so that a calendar moves or drops what it
 * holds. Whoever is invited is named by their address alone.
 */
export function appointmentOf(
  hearing: Pick<StoredHearing, 'id' | 'version' | 'startsAt' | 'endsAt' | 'mode' | 'place' | 'note'>,
  method: Calendar['method'],
  {
    title,
    organiser,
    attendee,
    language,
    now,
  }: {
    readonly title: string;
    readonly organiser: string;
    readonly attendee: string;
    readonly language: Language;
    readonly now: Temporal.Instant;
  },
): Calendar {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Sonae//EN');
  calendar.updatePropertyWithValue('method', method);
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', `${hearing.id}@sonae`);
  // A cancelled one follows whatever stood before it.
  event.updatePropertyWithValue('sequence', method === 'CANCEL' ? hearing.version : hearing.version - 1);
  event.updatePropertyWithValue('dtstamp', utc(now));
  event.updatePropertyWithValue('dtstart', utc(hearing.startsAt));
  event.updatePropertyWithValue('dtend', utc(hearing.endsAt));
  event.updatePropertyWithValue('status', method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
  event.updatePropertyWithValue('summary', lineText(title));
  event.updatePropertyWithValue('location', lineText(hearing.place || MODE_WORDS[hearing.mode][language]));
  if (hearing.note) event.updatePropertyWithValue('description', lineText(hearing.note));
  event.updatePropertyWithValue('organizer', `mailto:${organiser}`);
  const invited = event.addPropertyWithValue('attendee', `mailto:${attendee}`);
  invited.setParameter('role', 'REQ-PARTICIPANT');
  if (method === 'REQUEST') {
    invited.setParameter('partstat', 'NEEDS-ACTION');
    invited.setParameter('rsvp', 'TRUE');
  }
  calendar.addSubcomponent(event);
  return { method, content: `${calendar.toString()}\r\n` };
}
