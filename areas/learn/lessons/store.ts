import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { lesson } from '../cases/schema.ts';
import type { LessonFilter, LessonView } from './schema.ts';

interface Row extends Omit<LessonView, 'lesson'> {
  readonly changedAt: Temporal.Instant;
  readonly position: number;
  readonly rank: number;
  readonly lesson: unknown;
}

/**
 * Lessons of reviewed cases and drafts alike: what fits words best comes first, and then those of the newest case; what was
 * withdrawn teaches nothing.
 */
export async function listLessons(
  trx: Transaction<Tables>,
  filter: LessonFilter,
): Promise<{ lessons: LessonView[]; next: string | null }> {
  const [at = null, caseId = null, position = null, rank = null] = filter.after?.split('~') ?? [];
  const kinds = [filter.system, filter.party].filter((kind) => kind !== 'any');
  const { rows } = await sql<Row>`
    WITH said AS MATERIALIZED (SELECT words, find_patterns(words) AS patterns FROM find_words(${filter.search ?? null}) AS words),
    fits AS (
      SELECT l.case_id AS "caseId", c.title AS "caseTitle", c.cause_group AS "causeGroup", l.lesson, l.position,
        c.changed_at AS "changedAt", CASE WHEN s.words = '{}' THEN 0 ELSE
          find_rank(l.title_folded, l.folded, s.words) END AS rank
      FROM said s, learn_lesson l JOIN learn_case c ON c.org_id = l.org_id AND c.id = l.case_id
      WHERE c.state <> 'withdrawn' AND l.folded LIKE ALL (s.patterns) AND c.kinds @> ${kinds}::text[]
        AND (${filter.group} = 'any' OR c.cause_group = ${filter.group})
        AND (${filter.theme} = 'any' OR l.lesson->'themes' ? ${filter.theme})
        AND (${filter.need} = 'any' OR l.lesson->>'need' = ${filter.need}))
    SELECT * FROM fits f
    WHERE ${at}::timestamptz IS NULL OR (f.rank, f."changedAt", f."caseId") < (${rank}::int, ${at}::timestamptz, ${caseId}::uuid)
      OR (f.rank = ${rank}::int AND f."caseId" = ${caseId}::uuid AND f.position > ${position}::int)
    ORDER BY f.rank DESC, f."changedAt" DESC, f."caseId" DESC, f.position LIMIT ${filter.limit}`.execute(trx);
  const last = rows.length === filter.limit ? rows.at(-1) : undefined;
  return {
    lessons: rows.map(({ caseId: id, caseTitle, causeGroup, lesson: stored }) => ({
      caseId: id,
      caseTitle,
      causeGroup,
      lesson: lesson.parse(stored),
    })),
    next: last ? `${last.changedAt.toString()}~${last.caseId}~${last.position}~${last.rank}` : null,
  };
}
