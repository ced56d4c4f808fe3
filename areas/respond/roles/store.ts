import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface StoredRole {
  readonly role: string;
  readonly name: string;
  readonly personId: string;
  readonly since: Temporal.Instant;
  readonly nextPersonId: string | null;
  readonly handOver: string;
  readonly attendedAt: Temporal.Instant | null;
}
const ROLE = [
  'role',
  'name',
  'person_id as personId',
  'since',
  'next_person_id as nextPersonId',
  'hand_over as handOver',
  'attended_at as attendedAt',
] as const;

export async function rolesOf(trx: Transaction<Tables>, incidentId: string): Promise<StoredRole[]> {
  return trx
    .selectFrom('incident_role')
    .select(ROLE)
    .where('incident_id', '=', incidentId)
    .orderBy('since')
    .orderBy('role')
    .execute();
}

/** Roles one person was asked to take over. */
export async function offersTo(
  trx: Transaction<Tables>,
  personId: string,
): Promise<{ incidentId: string; role: string; name: string }[]> {
  return trx
    .selectFrom('incident_role')
    .select(['incident_id as incidentId', 'role', 'name'])
    .where('next_person_id', '=', personId)
    .execute();
}

/** Gives a role to somebody; whoever held it holds it no more, and an offer that was open is gone. */
export async function putRole(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  held: { readonly role: string; readonly name: string; readonly personId: string },
  at: Temporal.Instant,
): Promise<void> {
  const set = {
    name: held.name,
    person_id: held.personId,
    since: at.toString(),
    next_person_id: null,
    hand_over: '',
    attended_at: null,
  };
  await trx
    .insertInto('incident_role')
    .values({ org_id: orgId, incident_id: incidentId, role: held.role, ...set })
    .onConflict((c) => c.columns(['org_id', 'incident_id', 'role']).doUpdateSet(set))
    .execute();
}

/** Nobody holds it any more. */
export async function removeRole(trx: Transaction<Tables>, incidentId: string, role: string): Promise<void> {
  await trx
    .deleteFrom('incident_role')
    .where('incident_id', '=', incidentId)
    .where('role', '=', role)
    .execute();
}

export async function setOffer(
  trx: Transaction<Tables>,
  incidentId: string,
  role: string,
  offer: { readonly toId: string; readonly note: string },
): Promise<void> {
  await trx
    .updateTable('incident_role')
    .set({ next_person_id: offer.toId, hand_over: offer.note })
    .where('incident_id', '=', incidentId)
    .where('role', '=', role)
    .execute();
}

/** @returns false where they were there already */
export async function setAttended(
  trx: Transaction<Tables>,
  incidentId: string,
  role: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('incident_role')
    .set({ attended_at: at.toString() })
    .where('incident_id', '=', incidentId)
    .where('role', '=', role)
    .where('attended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
