import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { ChangeState } from './schema.ts';

export interface StoredChange {
  readonly id: string;
  readonly incidentId: string;
  readonly number: number;
  readonly title: string;
  readonly skipped: string;
  readonly sideEffects: string;
  readonly rollback: string;
  readonly expiresAt: Temporal.Instant | null;
  readonly permanentFix: string;
  readonly state: ChangeState;
  readonly proposedBy: string;
  /** Whoever changed what it says since. */
  readonly amendedBy: readonly string[];
  readonly approvedBy: string | null;
  readonly outcome: string;
  readonly changedAt: Temporal.Instant;
}

const changes = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('emergency_change')
    .select([
      'id',
      'incident_id as incidentId',
      'number',
      'title',
      'skipped',
      'side_effects as sideEffects',
      'rollback',
      'expires_at as expiresAt',
      'permanent_fix as permanentFix',
      'proposed_by as proposedBy',
      'amended_by as amendedBy',
      'approved_by as approvedBy',
      'outcome',
      'changed_at as changedAt',
    ])
    .select(sql<ChangeState>`state`.as('state'));

export const changesOf = async (trx: Transaction<Tables>, incidentId: string): Promise<StoredChange[]> =>
  changes(trx).where('incident_id', '=', incidentId).orderBy('number').execute();

export const findChange = async (trx: Transaction<Tables>, id: string): Promise<StoredChange | undefined> =>
  changes(trx).where('id', '=', id).executeTakeFirst();

export const lockChange = async (trx: Transaction<Tables>, id: string): Promise<StoredChange | undefined> =>
  changes(trx).where('id', '=', id).forUpdate().executeTakeFirst();

/** The caller has locked the incident. @returns the number given */
export async function insertChange(
  trx: Transaction<Tables>,
  orgId: string,
  change: Omit<StoredChange, 'number' | 'state' | 'amendedBy' | 'approvedBy' | 'outcome'>,
): Promise<number> {
  const last = await trx
    .selectFrom('emergency_change')
    .select((e) => e.fn.max('number').as('number'))
    .where('incident_id', '=', change.incidentId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('emergency_change')
    .values({
      org_id: orgId,
      id: change.id,
      incident_id: change.incidentId,
      number,
      title: change.title,
      skipped: change.skipped,
      side_effects: change.sideEffects,
      rollback: change.rollback,
      expires_at: change.expiresAt?.toString() ?? null,
      permanent_fix: change.permanentFix,
      state: 'proposed',
      proposed_by: change.proposedBy,
      outcome: '',
      changed_at: change.changedAt.toString(),
    })
    .execute();
  return number;
}

/** States what was left open when it was proposed. */
export async function amendChangeRow(
  trx: Transaction<Tables>,
  id: string,
  set: {
    readonly rollback: string;
    readonly expiresAt: Temporal.Instant | null;
    readonly permanentFix: string;
    readonly amendedBy: readonly string[];
  },
): Promise<void> {
  await trx
    .updateTable('emergency_change')
    .set({
      rollback: set.rollback,
      expires_at: set.expiresAt?.toString() ?? null,
      permanent_fix: set.permanentFix,
      amended_by: [...set.amendedBy],
    })
    .where('id', '=', id)
    .execute();
}

export async function setChange(
  trx: Transaction<Tables>,
  id: string,
  set: { readonly state: ChangeState; readonly approvedBy?: string | null; readonly outcome?: string },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('emergency_change')
    .set({
      state: set.state,
      changed_at: at.toString(),
      ...(set.approvedBy !== undefined && { approved_by: set.approvedBy }),
      // How applying it went stays beside how taking it back did.
      ...(set.outcome !== undefined && {
        outcome: sql<string>`concat_ws(E'\\n', nullif(outcome, ''), ${set.outcome}::text)`,
      }),
    })
    .where('id', '=', id)
    .execute();
}
