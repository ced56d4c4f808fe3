import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { LinkageAnswer, NewAttempt, PublicFact } from './schema.ts';

export interface KeptDecision {
  readonly key: string;
  readonly version: number;
  readonly as: LinkageAnswer;
  readonly reason: string;
  readonly number: number;
  readonly by: string;
  readonly at: Temporal.Instant;
}

export const lockLinkage = async (trx: Transaction<Tables>, orgId: string, caseId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`linkage ${orgId} ${caseId}`}, 0))`.execute(trx);
};

export const decisionsOf = (trx: Transaction<Tables>, caseId: string): Promise<KeptDecision[]> =>
  trx
    .selectFrom('survey_linkage_decision')
    .select(['key', 'version', 'decision as as', 'reason', 'number', 'decided_by as by', 'decided_at as at'])
    .where('case_id', '=', caseId)
    .execute();

export async function keepDecision(
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
  { key, version, as, reason, number, by, at }: KeptDecision,
): Promise<void> {
  const set = { version, decision: as, reason, number, decided_by: by, decided_at: at.toString() };
  await trx
    .insertInto('survey_linkage_decision')
    .values({ org_id: orgId, case_id: caseId, key, ...set })
    .onConflict((c) => c.columns(['org_id', 'case_id', 'key']).doUpdateSet(set))
    .execute();
}

export const publicFactsOf = (
  trx: Transaction<Tables>,
  caseId: string,
): Promise<(PublicFact & { id: string })[]> =>
  trx
    .selectFrom('survey_public_fact')
    .select(['id', 'text', 'address'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();

export async function insertPublicFact(
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
  { id, text, address }: PublicFact & { readonly id: string },
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_public_fact')
    .values({ org_id: orgId, case_id: caseId, id, text, address, noted_by: by, noted_at: at.toString() })
    .execute();
}

/** The latest first. */
export const attemptsOf = (trx: Transaction<Tables>, caseId: string) =>
  trx
    .selectFrom('survey_identification_attempt')
    .select([
      'id',
      'number',
      'tried_by as triedBy',
      'minutes',
      'means',
      'found',
      'note',
      'logged_at as loggedAt',
    ])
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute();

export async function insertAttempt(
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
  { id, number, triedBy, minutes, means, found, note }: NewAttempt & { readonly id: string },
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_identification_attempt')
    .values({
      org_id: orgId,
      case_id: caseId,
      id,
      number,
      tried_by: triedBy,
      minutes,
      means,
      found,
      note,
      logged_by: by,
      logged_at: at.toString(),
    })
    .execute();
}

/** Sector, event type and quarter of an event, and how many events were reported that share all three. */
export async function alikeEvents(
  trx: Transaction<Tables>,
  eventId: string,
  zone: string,
): Promise<{ sector: string; type: string; quarter: string; count: number } | undefined> {
  const { rows } = await sql<{ sector: string; type: string; quarter: string; count: number }>`
    SELECT own.sector, own.type, own.quarter, (
      SELECT count(DISTINCT r.event_id)::int FROM survey_report r
       WHERE r.state = 'received' AND r.place = 'primary' AND r.sector = own.sector AND r.event_type = own.type
         AND to_char(r.submitted_at AT TIME ZONE ${zone}, 'YYYY"Q"Q') = own.quarter) AS count
    FROM (SELECT sector, event_type AS type, to_char(submitted_at AT TIME ZONE ${zone}, 'YYYY"Q"Q') AS quarter
            FROM survey_report WHERE event_id = ${eventId}::uuid AND place = 'primary' AND state = 'received'
             AND sector IS NOT NULL AND event_type IS NOT NULL ORDER BY number LIMIT 1) AS own`.execute(trx);
  return rows[0];
}
