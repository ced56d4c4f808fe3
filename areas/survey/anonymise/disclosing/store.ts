import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Decided } from './apply.ts';

export interface KeptDisclosure extends Decided {
  readonly part: string;
  readonly version: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly approvedBy: string | null;
}

export const disclosuresOf = (trx: Transaction<Tables>, caseId: string): Promise<KeptDisclosure[]> =>
  trx
    .selectFrom('survey_disclosure')
    .select([
      'part',
      'version',
      'disclosure',
      'general',
      'reason',
      'mark',
      'decided_by as by',
      'decided_at as at',
      'approved_by as approvedBy',
    ])
    .where('case_id', '=', caseId)
    .execute();

/** Another decision has to be approved anew. */
export async function keepDisclosure(
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
  { part, version, disclosure, general, reason, mark, by, at }: Omit<KeptDisclosure, 'approvedBy'>,
): Promise<void> {
  const set = {
    version,
    disclosure,
    general: general ? JSON.stringify(general) : null,
    reason,
    mark,
    decided_by: by,
    decided_at: at.toString(),
    approved_by: null,
    approved_at: null,
    approval_reason: '',
  };
  await trx
    .insertInto('survey_disclosure')
    .values({ org_id: orgId, case_id: caseId, part, ...set })
    .onConflict((c) => c.columns(['org_id', 'case_id', 'part']).doUpdateSet(set))
    .execute();
}

export async function keepApproval(
  trx: Transaction<Tables>,
  caseId: string,
  { part, reason, version }: { readonly part: string; readonly reason: string; readonly version: number },
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_disclosure')
    .set({ version, approved_by: by, approved_at: at.toString(), approval_reason: reason })
    .where('case_id', '=', caseId)
    .where('part', '=', part)
    .execute();
}
