import { sql, type Transaction } from 'kysely';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import type { ImprovementChange, ImprovementFilter, ImprovementView } from './schema.ts';

export async function listImprovements(
  trx: Transaction<Tables>,
  filter: ImprovementFilter,
): Promise<{ improvements: Omit<ImprovementView, 'proofs'>[]; next: string | null }> {
  const [beforeAt, beforeId] = filter.before?.split('~') ?? [];
  const rows = await trx
    .selectFrom('improvement as i')
    .leftJoin('person as p', (join) =>
      join.onRef('p.org_id', '=', 'i.org_id').onRef('p.id', '=', 'i.owner_id'),
    )
    .leftJoin('learn_case as c', (join) =>
      join.onRef('c.org_id', '=', 'i.org_id').onRef('c.id', '=', 'i.case_id'),
    )
    .select([
      'i.id',
      'i.title',
      'i.text',
      'i.state',
      'i.owner_id as ownerId',
      'p.name as ownerName',
      'i.case_id as caseId',
      'i.lesson_id as lessonId',
      'c.title as caseTitle',
      'i.changed_at as changedAt',
      sql<string | null>`i.due_on::text`.as('dueOn'),
    ])
    .$if(filter.state !== 'any', (q) => q.where('i.state', '=', filter.state as 'draft'))
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'i.title', 'i.text')))
    .$if(beforeId !== undefined, (q) =>
      q.where(
        sql<boolean>`(i.changed_at, i.id) < (${beforeAt ?? null}::timestamptz, ${beforeId ?? null}::uuid)`,
      ),
    )
    .orderBy('i.changed_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(filter.limit)
    .execute();
  const improvements = rows.map((row) => ({ ...row, changedAt: row.changedAt.toString() }));
  const last = improvements.length === filter.limit ? improvements.at(-1) : undefined;
  return { improvements, next: last ? `${last.changedAt}~${last.id}` : null };
}

/** @returns false when the lesson was adopted before */
export async function insertImprovement(
  trx: Transaction<Tables>,
  orgId: string,
  improvement: {
    id: string;
    title: string;
    text: string;
    caseId: string | null;
    lessonId: string | null;
    at: Temporal.Instant;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('improvement')
    .values({
      org_id: orgId,
      id: improvement.id,
      title: improvement.title,
      text: improvement.text,
      state: 'draft',
      owner_id: null,
      due_on: null,
      case_id: improvement.caseId,
      lesson_id: improvement.lessonId,
      changed_at: improvement.at.toString(),
    })
    .onConflict((c) => c.columns(['org_id', 'case_id', 'lesson_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function improvementOfLesson(
  trx: Transaction<Tables>,
  caseId: string,
  lessonId: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('improvement')
    .select('id')
    .where('case_id', '=', caseId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst();
  return row?.id;
}

export async function updateImprovement(
  trx: Transaction<Tables>,
  id: string,
  change: ImprovementChange,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('improvement')
    .set({
      title: change.title,
      text: change.text,
      state: change.state,
      owner_id: change.ownerId,
      due_on: change.dueOn,
      changed_at: at.toString(),
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
