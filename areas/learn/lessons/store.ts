import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { likeAnywhere, searchWords } from '../../../kernel/text.ts';
import { lesson } from '../cases/schema.ts';
import type { LessonFilter, LessonView } from './schema.ts';

interface Row extends Omit<LessonView, 'lesson'> {
  readonly changedAt: Temporal.Instant;
  readonly position: number;
  readonly lesson: unknown;
}

/** Lessons of reviewed cases and drafts alike, those of the newest case first; what was withdrawn teaches nothing. */
export async function listLessons(
  trx: Transaction<Tables>,
  filter: LessonFilter,
): Promise<{ lessons: LessonView[]; next: string | null }> {
  const [at, caseId, position] = filter.after?.split('~') ?? [];
  const words = searchWords(filter.search ?? '');
  const kinds = [filter.system, filter.party].filter((kind) => kind !== 'any');
  const { rows } = await sql<Row>`
    SELECT l.case_id AS "caseId", c.title AS "caseTitle", c.cause_group AS "causeGroup", l.lesson, l.position,
      c.changed_at AS "changedAt"
    FROM learn_lesson l JOIN learn_case c ON c.org_id = l.org_id AND c.id = l.case_id
    WHERE c.state <> 'withdrawn' AND l.folded LIKE ALL (${words.map(likeAnywhere)}::text[]) AND c.kinds @> ${kinds}::text[]
      AND (${filter.group} = 'any' OR c.cause_group = ${filter.group})
      AND (${filter.theme} = 'any' OR l.lesson->'themes' ? ${filter.theme})
      AND (${filter.need} = 'any' OR l.lesson->>'need' = ${filter.need})
      AND (${at ?? null}::timestamptz IS NULL OR (c.changed_at, c.id) < (${at ?? null}::timestamptz, ${caseId ?? null}::uuid)
        OR (c.id = ${caseId ?? null}::uuid AND l.position > ${position ?? null}::int))
    ORDER BY c.changed_at DESC, c.id DESC, l.position LIMIT ${filter.limit}`.execute(trx);
  const last = rows.length === filter.limit ? rows.at(-1) : undefined;
  return {
    lessons: rows.map(({ caseId: id, caseTitle, causeGroup, lesson: stored }) => ({
      caseId: id,
      caseTitle,
      causeGroup,
      lesson: lesson.parse(stored),
    })),
    next: last ? `${last.changedAt.toString()}~${last.caseId}~${last.position}` : null,
  };
}
