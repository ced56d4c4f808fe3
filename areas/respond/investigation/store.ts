import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import type { hypothesisView } from './schema.ts';

type View = z.output<typeof hypothesisView>;

export interface StoredHypothesis extends Omit<View, 'limitAt' | 'timedOutAt'> {
  readonly incidentId: string;
  readonly limitAt: Temporal.Instant | null;
  readonly timedOutAt: Temporal.Instant | null;
}

const hypotheses = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('hypothesis')
    .select([
      'id',
      'incident_id as incidentId',
      'number',
      'text',
      'why',
      'test',
      'cyber',
      'state',
      'outcome',
      'limit_at as limitAt',
      'timed_out_at as timedOutAt',
    ])
    .select(sql<View['certainty']>`certainty`.as('certainty'));

export const hypothesesOf = async (
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<StoredHypothesis[]> =>
  hypotheses(trx).where('incident_id', '=', incidentId).orderBy('number').execute();

export const findHypothesis = async (
  trx: Transaction<Tables>,
  id: string,
): Promise<StoredHypothesis | undefined> => hypotheses(trx).where('id', '=', id).executeTakeFirst();

export const lockHypothesis = async (
  trx: Transaction<Tables>,
  id: string,
): Promise<StoredHypothesis | undefined> =>
  hypotheses(trx).where('id', '=', id).forUpdate().executeTakeFirst();

/** The caller has locked the incident. @returns the number given */
export async function insertHypothesis(
  trx: Transaction<Tables>,
  orgId: string,
  made: Pick<StoredHypothesis, 'id' | 'incidentId' | 'text' | 'why' | 'test' | 'cyber' | 'limitAt'>,
  at: Temporal.Instant,
): Promise<number> {
  const last = await trx
    .selectFrom('hypothesis')
    .select((e) => e.fn.max('number').as('number'))
    .where('incident_id', '=', made.incidentId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('hypothesis')
    .values({
      org_id: orgId,
      id: made.id,
      incident_id: made.incidentId,
      number,
      text: made.text,
      why: made.why,
      test: made.test,
      cyber: made.cyber,
      state: 'open',
      certainty: 'unknown',
      outcome: '',
      limit_at: made.limitAt?.toString() ?? null,
      changed_at: at.toString(),
    })
    .execute();
  return number;
}

export async function settle(
  trx: Transaction<Tables>,
  id: string,
  set: Pick<StoredHypothesis, 'state' | 'certainty' | 'outcome'>,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('hypothesis')
    .set({ ...set, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function markTimedOut(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('hypothesis').set({ timed_out_at: at.toString() }).where('id', '=', id).execute();
}
