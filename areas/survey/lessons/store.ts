import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { LessonAnswersPackage } from './schema.ts';

type Trx = Transaction<Tables>;

/** What each organisation was sent last of a survey, by its hash. */
export async function lessonsSentTo(trx: Trx, cycleId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom('survey_lessons_sent')
    .select(['peer_id as peerId', 'hash'])
    .where('cycle_id', '=', cycleId)
    .execute();
  return new Map(rows.map(({ peerId, hash }) => [peerId, hash]));
}

export async function putLessonsSent(
  trx: Trx,
  orgId: string,
  sent: { cycleId: string; peerId: string; edition: number; hash: string; packageId: string },
  at: Temporal.Instant,
): Promise<void> {
  const now = {
    edition: sent.edition,
    hash: sent.hash,
    package_id: sent.packageId,
    sent_at: at.toString(),
  };
  await trx
    .insertInto('survey_lessons_sent')
    .values({ org_id: orgId, cycle_id: sent.cycleId, peer_id: sent.peerId, ...now })
    .onConflict((c) => c.columns(['org_id', 'cycle_id', 'peer_id']).doUpdateSet(now))
    .execute();
}

/** Who answered what goes in and never comes out. */
export async function keepLessonAnswers(
  trx: Trx,
  peerId: string,
  { ref, answers }: LessonAnswersPackage,
): Promise<void> {
  await sql`SELECT keep_lesson_answers(${ref}::uuid, ${peerId}::uuid, ${JSON.stringify(answers)}::json)`.execute(
    trx,
  );
}

export interface LessonCount {
  readonly lesson: string;
  readonly hash: string;
  readonly adopt: number;
  readonly instead: number;
  readonly doesNotApply: number;
  readonly refuse: number;
}
/** Sums over operators; of a lesson that fewer than three answered there is no row. */
export async function lessonCounts(trx: Trx, cycleId: string): Promise<LessonCount[]> {
  const { rows } = await sql<LessonCount>`
    SELECT lesson, hash, adopt, instead, does_not_apply AS "doesNotApply", refuse FROM lesson_counts(${cycleId}::uuid)`.execute(
    trx,
  );
  return rows;
}
