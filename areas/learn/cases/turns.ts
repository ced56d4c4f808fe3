import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Actor } from '../../../kernel/caller.ts';
import { didOneThemselves } from '../../prepare/contacts/index.ts';
import type { CaseTurn } from './schema.ts';

/** A turn of a case as it was taken. */
export interface TakenTurn {
  readonly turn: CaseTurn;
  readonly version: number;
  readonly reason: string;
  /** Whoever took it had written what it is about. */
  readonly own: boolean;
  readonly turnedAt: Temporal.Instant;
  readonly turnedBy: string;
}

export async function insertTurn(
  trx: Transaction<Tables>,
  at: { readonly orgId: string; readonly id: string; readonly caseId: string },
  { turn, version, reason, own, turnedAt, turnedBy }: TakenTurn,
): Promise<void> {
  await trx
    .insertInto('learn_case_turn')
    .values({
      org_id: at.orgId,
      id: at.id,
      case_id: at.caseId,
      turn,
      version,
      reason,
      own,
      turned_at: turnedAt.toString(),
      turned_by: turnedBy,
    })
    .execute();
}

/** Every turn a case ever took since turns are kept, the oldest first. */
export const turnsOf = (trx: Transaction<Tables>, caseId: string): Promise<TakenTurn[]> =>
  trx
    .selectFrom('learn_case_turn')
    .select(['turn', 'version', 'reason', 'own', 'turned_at as turnedAt', 'turned_by as turnedBy'])
    .where('case_id', '=', caseId)
    .orderBy('turned_at')
    .orderBy('id')
    .execute();

/** Whether somebody wrote any of what was written since a case was last approved: then its review is their own. */
export async function wroteThemselves(
  trx: Transaction<Tables>,
  actor: Actor,
  caseId: string,
): Promise<boolean> {
  const writers = await trx
    .selectFrom('learn_case_version')
    .select('changed_by as by')
    .distinct()
    .where('case_id', '=', caseId)
    .where('version', '>', ({ selectFrom, fn, val }) =>
      selectFrom('learn_case_turn')
        .select(fn.coalesce(fn.max('version'), val(0)).as('version'))
        .where('case_id', '=', caseId)
        .where('turn', '=', 'approve'),
    )
    .execute();
  return didOneThemselves(
    trx,
    actor,
    writers.map(({ by }) => by),
  );
}
