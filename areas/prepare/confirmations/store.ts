import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { ConfirmationKind, QuestionRow } from './schema.ts';

const questions = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('confirmation')
    .select(['id', 'kind', 'person_id as personId', 'subject', 'digest', 'asked_at as askedAt']);

export async function insertQuestion(
  trx: Transaction<Tables>,
  orgId: string,
  { id, kind, personId, subject, digest, askedAt }: QuestionRow,
  askedBy: string,
): Promise<void> {
  await trx
    .insertInto('confirmation')
    .values({
      org_id: orgId,
      id,
      kind,
      person_id: personId,
      subject,
      digest,
      asked_at: askedAt.toString(),
      asked_by: askedBy,
    })
    .execute();
}

/** Ids of questions about a subject that nobody answered. */
export async function unanswered(
  trx: Transaction<Tables>,
  kind: ConfirmationKind,
  subject: string,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('confirmation')
    .select('id')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('answered_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Everything that was asked of a person. */
export async function forgetQuestions(trx: Transaction<Tables>, personId: string): Promise<void> {
  await trx.deleteFrom('confirmation').where('person_id', '=', personId).execute();
}

export async function questionRow(trx: Transaction<Tables>, id: string): Promise<QuestionRow | undefined> {
  return questions(trx).where('id', '=', id).executeTakeFirst();
}

export async function setAnswered(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
  by: string,
): Promise<void> {
  await trx
    .updateTable('confirmation')
    .set({ answered_at: at.toString(), answered_by: by })
    .where('id', '=', id)
    .execute();
}

/** The last question about each subject. */
export async function latestRows(
  trx: Transaction<Tables>,
  kind: ConfirmationKind,
  subjects: readonly string[],
): Promise<QuestionRow[]> {
  if (subjects.length === 0) return [];
  return questions(trx)
    .distinctOn('subject')
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .orderBy('subject')
    .orderBy('asked_at', 'desc')
    .execute();
}
