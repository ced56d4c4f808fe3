import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface MeasuredIncident {
  readonly id: string;
  readonly severity: number;
  readonly drill: boolean;
  readonly declaredAt: Temporal.Instant;
}

/** Incidents the caller may see that were declared since a moment, the latest first; what was merged goes on as another. */
export async function declaredSince(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
): Promise<MeasuredIncident[]> {
  return trx
    .selectFrom('incident')
    .select(['id', 'severity', 'drill', 'declared_at as declaredAt'])
    .where('declared_at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .where('merged_into', 'is', null)
    .orderBy('declared_at', 'desc')
    .execute();
}

export interface MeasuredPage {
  readonly id: string;
  readonly incidentId: string | null;
  readonly startedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  readonly state: string;
}

/** Pages since a moment with their first answer; a drill wakes people too. */
export async function pagesSince(trx: Transaction<Tables>, since: Temporal.Instant): Promise<MeasuredPage[]> {
  const { rows } = await sql<MeasuredPage>`
    SELECT p.id, p.incident_id AS "incidentId", p.started_at AS "startedAt", p.state,
      (SELECT min(a.answered_at) FROM page_answer a WHERE a.org_id = p.org_id AND a.page_id = p.id) AS "answeredAt"
    FROM page p WHERE p.started_at >= ${since.toString()}::timestamptz ORDER BY p.started_at`.execute(trx);
  return rows;
}

export async function answersSince(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
): Promise<{ personId: string; at: Temporal.Instant }[]> {
  return trx
    .selectFrom('page_answer')
    .select(['person_id as personId', 'answered_at as at'])
    .where('answered_at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .execute();
}

/** Signals that appeared since a moment, and how many of them belong to an incident. */
export async function signalsSince(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
): Promise<{ appeared: number; linked: number }> {
  const { rows } = await sql<{ appeared: number; linked: number }>`
    SELECT count(*)::int AS appeared, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM incident_signal l WHERE l.org_id = s.org_id AND l.signal_id = s.id))::int AS linked
    FROM signal s WHERE s.first_at >= ${since.toString()}::timestamptz`.execute(trx);
  return rows[0] ?? { appeared: 0, linked: 0 };
}
