import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export async function caseOfEvent(trx: Transaction<Tables>, eventId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('survey_draft')
    .select('case_id')
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row?.case_id;
}

export async function eventOfCase(trx: Transaction<Tables>, caseId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('survey_draft')
    .select('event_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.event_id;
}

/** @returns false where a case was drafted of it before */
export async function insertDraft(
  trx: Transaction<Tables>,
  orgId: string,
  { eventId, caseId }: { readonly eventId: string; readonly caseId: string },
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_draft')
    .values({ org_id: orgId, event_id: eventId, case_id: caseId, drafted_by: by, drafted_at: at.toString() })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
