import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface StoredHeadquarters {
  readonly id: string;
  readonly incidentId: string;
  readonly name: string;
  readonly state: 'proposed' | 'standing' | 'stoodDown' | 'declined';
  readonly inputs: Record<string, unknown>;
  readonly level: number;
  /** The lowest the plan's level has been since it ended; null: it has not been looked at since. */
  readonly lowLevel: number | null;
  readonly proposedAt: Temporal.Instant;
  readonly noticedAt: Temporal.Instant;
  readonly targetMinutes: number;
  readonly setUpAt: Temporal.Instant | null;
  readonly room: string;
  readonly bridge: string;
  readonly briefMinutes: number;
  readonly endedAt: Temporal.Instant | null;
}
const HEADQUARTERS = [
  'id',
  'incident_id as incidentId',
  'name',
  'state',
  'inputs',
  'level',
  'low_level as lowLevel',
  'proposed_at as proposedAt',
  'noticed_at as noticedAt',
  'target_minutes as targetMinutes',
  'set_up_at as setUpAt',
  'room',
  'bridge',
  'brief_minutes as briefMinutes',
  'ended_at as endedAt',
] as const;

/** The last headquarters of an incident, whatever became of it. */
export async function lastHeadquarters(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<StoredHeadquarters | undefined> {
  return trx
    .selectFrom('headquarters')
    .select(HEADQUARTERS)
    .where('incident_id', '=', incidentId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function insertHeadquarters(
  trx: Transaction<Tables>,
  orgId: string,
  made: Omit<
    StoredHeadquarters,
    'state' | 'lowLevel' | 'setUpAt' | 'room' | 'bridge' | 'briefMinutes' | 'endedAt'
  >,
): Promise<void> {
  await trx
    .insertInto('headquarters')
    .values({
      org_id: orgId,
      id: made.id,
      incident_id: made.incidentId,
      name: made.name,
      state: 'proposed',
      inputs: JSON.stringify(made.inputs),
      level: made.level,
      proposed_at: made.proposedAt.toString(),
      noticed_at: made.noticedAt.toString(),
      target_minutes: made.targetMinutes,
      room: '',
      bridge: '',
      brief_minutes: 0,
    })
    .execute();
}

export async function setInputs(
  trx: Transaction<Tables>,
  id: string,
  { inputs, level }: Pick<StoredHeadquarters, 'inputs' | 'level'>,
): Promise<void> {
  await trx
    .updateTable('headquarters')
    .set({ inputs: JSON.stringify(inputs), level })
    .where('id', '=', id)
    .execute();
}

export async function setLow(trx: Transaction<Tables>, id: string, low: number): Promise<void> {
  await trx.updateTable('headquarters').set({ low_level: low }).where('id', '=', id).execute();
}

export async function setPlace(
  trx: Transaction<Tables>,
  id: string,
  set: { readonly room: string; readonly bridge: string; readonly briefMinutes: number },
): Promise<void> {
  await trx
    .updateTable('headquarters')
    .set({ room: set.room, bridge: set.bridge, brief_minutes: set.briefMinutes })
    .where('id', '=', id)
    .execute();
}

export async function markStanding(
  trx: Transaction<Tables>,
  id: string,
  set: { readonly room: string; readonly bridge: string; readonly briefMinutes: number },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('headquarters')
    .set({
      state: 'standing',
      set_up_at: at.toString(),
      room: set.room,
      bridge: set.bridge,
      brief_minutes: set.briefMinutes,
    })
    .where('id', '=', id)
    .execute();
}

export async function markEnded(
  trx: Transaction<Tables>,
  id: string,
  state: 'stoodDown' | 'declined',
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('headquarters')
    .set({ state, ended_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export interface StoredBrief {
  readonly id: string;
  readonly incidentId: string;
  readonly number: number;
  readonly text: string;
  readonly draftedAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
}
const BRIEF = [
  'id',
  'incident_id as incidentId',
  'number',
  'text',
  'drafted_at as draftedAt',
  'sent_at as sentAt',
] as const;

export async function briefsOf(trx: Transaction<Tables>, incidentId: string): Promise<StoredBrief[]> {
  return trx
    .selectFrom('brief')
    .select(BRIEF)
    .where('incident_id', '=', incidentId)
    .orderBy('number', 'desc')
    .execute();
}

export async function lockBrief(trx: Transaction<Tables>, id: string): Promise<StoredBrief | undefined> {
  return trx.selectFrom('brief').select(BRIEF).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertBrief(
  trx: Transaction<Tables>,
  orgId: string,
  { id, incidentId, number, text, draftedAt }: Omit<StoredBrief, 'sentAt'>,
): Promise<void> {
  await trx
    .insertInto('brief')
    .values({ org_id: orgId, id, incident_id: incidentId, number, text, drafted_at: draftedAt.toString() })
    .execute();
}

export async function markSent(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  { text, readerIds }: { readonly text: string; readonly readerIds: readonly string[] },
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('brief').set({ text, sent_at: at.toString() }).where('id', '=', id).execute();
  await trx
    .insertInto('brief_reading')
    .values(readerIds.map((person_id) => ({ org_id: orgId, brief_id: id, person_id })))
    .onConflict((c) => c.doNothing())
    .execute();
}

/** @returns false where it was not sent to them, or they have read it */
export async function markRead(
  trx: Transaction<Tables>,
  id: string,
  personId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('brief_reading')
    .set({ read_at: at.toString() })
    .where('brief_id', '=', id)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Briefs that were sent to one person and not read. */
export async function unreadBriefs(
  trx: Transaction<Tables>,
  personId: string,
): Promise<{ id: string; incidentId: string; number: number }[]> {
  return trx
    .selectFrom('brief as b')
    .innerJoin('brief_reading as r', (join) =>
      join.onRef('r.org_id', '=', 'b.org_id').onRef('r.brief_id', '=', 'b.id'),
    )
    .select(['b.id', 'b.incident_id as incidentId', 'b.number'])
    .where('r.person_id', '=', personId)
    .where('r.read_at', 'is', null)
    .orderBy('b.sent_at', 'desc')
    .limit(100)
    .execute();
}

export async function readingsOf(
  trx: Transaction<Tables>,
  briefIds: readonly string[],
): Promise<{ briefId: string; personId: string; readAt: Temporal.Instant | null }[]> {
  if (briefIds.length === 0) return [];
  return trx
    .selectFrom('brief_reading')
    .select(['brief_id as briefId', 'person_id as personId', 'read_at as readAt'])
    .where('brief_id', 'in', briefIds)
    .execute();
}
