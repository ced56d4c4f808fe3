import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';

export interface StoredQuestion {
  readonly id: string;
  readonly reportId: string;
  readonly number: number;
  readonly field: string | null;
  readonly text: string;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly answer: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly answeredBy: string;
  readonly droppedAt: Temporal.Instant | null;
}

const QUESTION = [
  'id',
  'report_id as reportId',
  'number',
  'field',
  'text',
  'asked_at as askedAt',
  'asked_by as askedBy',
  'answer',
  'answered_at as answeredAt',
  'answered_by as answeredBy',
  'dropped_at as droppedAt',
] as const;

/** In the order they were asked; the caller holds the report's lock where it adds to them. */
export const questionsOf = (trx: Transaction<Tables>, reportId: string): Promise<StoredQuestion[]> =>
  trx
    .selectFrom('survey_question')
    .select(QUESTION)
    .where('report_id', '=', reportId)
    .orderBy('number')
    .execute();

export const lockQuestion = (trx: Transaction<Tables>, id: string): Promise<StoredQuestion | undefined> =>
  trx.selectFrom('survey_question').select(QUESTION).where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertQuestion(
  trx: Transaction<Tables>,
  orgId: string,
  question: Pick<StoredQuestion, 'id' | 'reportId' | 'number' | 'field' | 'text' | 'askedBy'>,
  at: Temporal.Instant,
): Promise<void> {
  const { reportId, askedBy, ...rest } = question;
  await trx
    .insertInto('survey_question')
    .values({
      org_id: orgId,
      report_id: reportId,
      asked_by: askedBy,
      asked_at: at.toString(),
      answered_by: '',
      ...rest,
    })
    .execute();
}

export async function setAnswer(
  trx: Transaction<Tables>,
  id: string,
  answer: string,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_question')
    .set({ answer, answered_by: by, answered_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function setDropped(trx: Transaction<Tables>, id: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('survey_question').set({ dropped_at: at.toString() }).where('id', '=', id).execute();
}

/** How many questions of each report wait for an answer. */
export async function openOf(
  trx: Transaction<Tables>,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (reportIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('survey_question')
    .select(['report_id as reportId', sql<number>`count(*)::integer`.as('open')])
    .where('report_id', 'in', [...reportIds])
    .where('answered_at', 'is', null)
    .where('dropped_at', 'is', null)
    .groupBy('report_id')
    .execute();
  return new Map(rows.map(({ reportId, open }) => [reportId, open]));
}
