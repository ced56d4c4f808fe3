import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface Subscriber {
  readonly id: string;
  readonly email: string;
  readonly language: 'ja' | 'en';
  readonly askedAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
}

const subscribers = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('status_subscriber')
    .select(['id', 'email', 'language', 'asked_at as askedAt', 'confirmed_at as confirmedAt']);

export async function subscriberByEmail(
  trx: Transaction<Tables>,
  email: string,
): Promise<Subscriber | undefined> {
  return subscribers(trx).where(sql<boolean>`lower(email) = lower(${email})`).executeTakeFirst();
}

/** Whoever else asks for this address at the same moment waits, and finds it asked. */
export async function lockAddress(trx: Transaction<Tables>, orgId: string, email: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(lower(${`subscriber ${orgId} ${email}`}), 0))`.execute(
    trx,
  );
}

/** How many addresses were asked since then. */
export async function askedSince(trx: Transaction<Tables>, since: Temporal.Instant): Promise<number> {
  const row = await trx
    .selectFrom('status_subscriber')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('asked_at', '>', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** And how many of them from one network. */
export async function askedFromSince(
  trx: Transaction<Tables>,
  from: string,
  since: Temporal.Instant,
): Promise<number> {
  const row = await trx
    .selectFrom('status_subscriber')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('asked_from', '=', from)
    .where('asked_at', '>', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function insertSubscriber(
  trx: Transaction<Tables>,
  orgId: string,
  subscriber: Pick<Subscriber, 'id' | 'email' | 'language'> & { readonly from: string },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('status_subscriber')
    .values({
      org_id: orgId,
      id: subscriber.id,
      email: subscriber.email,
      language: subscriber.language,
      asked_at: at.toString(),
      asked_from: subscriber.from,
    })
    // Asked before and never answered: it is asked anew under the same link.
    .onConflict((c) => c.doNothing())
    .execute();
  await trx
    .updateTable('status_subscriber')
    .set({ asked_at: at.toString(), asked_from: subscriber.from })
    .where('id', '=', subscriber.id)
    .execute();
}

/** Takes away addresses that never said that they are somebody's. @returns their ids */
export async function forgetUnconfirmed(
  trx: Transaction<Tables>,
  before: Temporal.Instant,
): Promise<{ id: string; email: string }[]> {
  return trx
    .deleteFrom('status_subscriber')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`)
    .returning(['id', 'email'])
    .execute();
}

/** @returns false where it was confirmed already, or is gone */
export async function confirmSubscriber(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('status_subscriber')
    .set({ confirmed_at: at.toString() })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** @returns the address that was taken away; undefined where there was none */
export async function removeSubscriber(trx: Transaction<Tables>, id: string): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('status_subscriber')
    .where('id', '=', id)
    .returning('email')
    .executeTakeFirst();
  return row?.email;
}

/** Those who want word, after one of them, in the order of their ids. */
export async function confirmedAfter(
  trx: Transaction<Tables>,
  after: string | undefined,
  limit: number,
): Promise<Subscriber[]> {
  return subscribers(trx)
    .where('confirmed_at', 'is not', null)
    .$if(after !== undefined, (q) => q.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}
