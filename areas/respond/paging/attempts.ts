import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findMessages } from '../../sending/outbox/index.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { type AttemptPlace, placesIn, placesOf } from './store.ts';

/** One try to reach one person by one way: a message, and where it stands in its page. */
export interface Attempt extends AttemptPlace, Omit<MessageRow, 'id' | 'personId'> {
  readonly personId: string;
}

/** Every page calls people, so each of its messages went to one. */
const joined = (place: AttemptPlace, message: MessageRow): Attempt => ({
  ...message,
  ...place,
  personId: message.personId ?? '',
});

/** Of these pages, in the order in which people were asked. */
export async function attemptsOf(trx: Transaction<Tables>, pageIds: readonly string[]): Promise<Attempt[]> {
  const places = await placesIn(trx, pageIds);
  const messages = await findMessages(
    trx,
    places.map(({ id }) => id),
  );
  return places.flatMap((place) => {
    const message = messages.get(place.id);
    return message ? joined(place, message) : [];
  });
}

/** What these messages are in their pages, in the same order. */
export async function asAttempts(
  trx: Transaction<Tables>,
  messages: readonly MessageRow[],
): Promise<Attempt[]> {
  const places = await placesOf(
    trx,
    messages.map(({ id }) => id),
  );
  return messages.flatMap((message) => {
    const place = places.get(message.id);
    return place ? joined(place, message) : [];
  });
}

/** The same of one. */
export async function asAttempt(trx: Transaction<Tables>, message: MessageRow): Promise<Attempt | undefined> {
  return (await asAttempts(trx, [message]))[0];
}
