import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import type { Confirmation, ConfirmationKind, ConfirmationState } from './schema.ts';

const COLUMNS = [
  'id',
  'kind',
  'person_id as personId',
  'subject',
  'digest',
  'name',
  'address',
  'language',
  'asked_at as askedAt',
  'until',
  'state',
] as const;

export async function insertConfirmation(
  trx: Transaction<Tables>,
  orgId: string,
  c: Omit<Confirmation, 'state'> & {
    readonly linkHash: Uint8Array;
    readonly askedBy: string;
    readonly sendAt: Temporal.Instant;
  },
): Promise<void> {
  await trx
    .insertInto('confirmation')
    .values({
      org_id: orgId,
      id: c.id,
      kind: c.kind,
      person_id: c.personId,
      subject: c.subject,
      digest: c.digest,
      name: c.name,
      address: c.address,
      language: c.language,
      link_hash: c.linkHash,
      asked_at: c.askedAt.toString(),
      asked_by: c.askedBy,
      send_at: c.sendAt.toString(),
      until: c.until.toString(),
      state: 'queued',
      reason: '',
    })
    .execute();
}

/** Earlier questions about the same that nobody answered: their links are good no more. */
export async function closeEarlier(
  trx: Transaction<Tables>,
  kind: ConfirmationKind,
  subject: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('confirmation')
    .set({ until: at.toString() })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '!=', 'answered')
    .execute();
}

/** Everything that was asked of a person, with their name and addresses. */
export async function forgetQuestions(trx: Transaction<Tables>, personId: string): Promise<void> {
  await trx.deleteFrom('confirmation').where('person_id', '=', personId).execute();
}

/** Questions that waited for a mail server, and still matter. @returns their ids, queued again */
export async function queueHeld(trx: Transaction<Tables>, now: Temporal.Instant): Promise<string[]> {
  const rows = await trx
    .updateTable('confirmation')
    .set({ state: 'queued', reason: '' })
    .where('state', '=', 'held')
    .where('until', '>', now.toString() as unknown as Temporal.Instant)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Counts another try. @returns how many there were */
export async function countTry(trx: Transaction<Tables>, id: string): Promise<number> {
  const row = await trx
    .updateTable('confirmation')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirst();
  return row?.tries ?? 0;
}

export async function lockConfirmation(
  trx: Transaction<Tables>,
  id: string,
): Promise<Confirmation | undefined> {
  return trx.selectFrom('confirmation').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findConfirmation(
  trx: Transaction<Tables>,
  id: string,
): Promise<Confirmation | undefined> {
  return trx.selectFrom('confirmation').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function setConfirmation(
  trx: Transaction<Tables>,
  id: string,
  state: ConfirmationState,
  reason: string,
): Promise<void> {
  await trx.updateTable('confirmation').set({ state, reason }).where('id', '=', id).execute();
}

export async function setAnswered(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
  by: string,
): Promise<void> {
  await trx
    .updateTable('confirmation')
    .set({ state: 'answered', answered_at: at.toString(), answered_by: by })
    .where('id', '=', id)
    .execute();
}

/** The last question about each subject. */
export async function latestConfirmations(
  trx: Transaction<Tables>,
  kind: ConfirmationKind,
  subjects: readonly string[],
): Promise<Map<string, Confirmation>> {
  if (subjects.length === 0) return new Map();
  const rows = await trx
    .selectFrom('confirmation')
    .distinctOn('subject')
    .select(COLUMNS)
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .orderBy('subject')
    .orderBy('asked_at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}

/** Whose link it is; asked before anybody is known, so it looks across organisations by the secret alone. */
export async function confirmationOfLink(
  database: Database,
  hash: Uint8Array,
): Promise<{ orgId: string; id: string } | undefined> {
  const { rows } = await sql<{ orgId: string; id: string }>`
    SELECT org_id AS "orgId", id FROM confirmation_of_link(${hash})`.execute(database.kysely);
  return rows[0];
}
