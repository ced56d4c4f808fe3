import type { Contact } from '../../content/schema.ts';
import type { Attendee } from '../schema.ts';

const boxOf = (email: string): string => email.trim().toLowerCase();

/** Whether somebody of an operator was heard: a mail address tells who it is, a name may be another's. */
export function isHeard(
  contacts: readonly Pick<Contact, 'email'>[],
  attendees: readonly Pick<Attendee, 'side' | 'email'>[],
): boolean {
  const own = new Set(contacts.map(({ email }) => boxOf(email)).filter((email) => email !== ''));
  return attendees.some(({ side, email }) => side === 'operator' && own.has(boxOf(email)));
}
