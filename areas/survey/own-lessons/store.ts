import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import type { Theme } from '../../learn/cases/schema.ts';
import type { LessonsPackage } from '../lessons/schema.ts';
import type { LessonAnswer } from '../terms/words.ts';

type Trx = Transaction<Tables>;

export interface OwnPublished {
  readonly id: string;
  readonly peerId: string;
  readonly fiscalYear: number;
  readonly edition: number;
  readonly receivedAt: Temporal.Instant;
  readonly outcome: 'taken' | 'refused' | null;
}
export interface OwnLesson {
  readonly lesson: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly themes: Theme[];
  readonly hash: string;
  readonly version: number;
  readonly withdrawnIn: number | null;
  readonly answer: LessonAnswer | null;
  readonly reason: string;
  readonly answeredHash: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly improvementId: string | null;
}

const published = (trx: Trx) =>
  trx
    .selectFrom('own_published')
    .select([
      'id',
      'peer_id as peerId',
      'fiscal_year as fiscalYear',
      'edition',
      'received_at as receivedAt',
      'outcome',
    ]);

export const findOwnPublished = (trx: Trx, id: string): Promise<OwnPublished | undefined> =>
  published(trx).where('id', '=', id).executeTakeFirst();
export const lockOwnPublished = (trx: Trx, id: string): Promise<OwnPublished | undefined> =>
  published(trx).where('id', '=', id).forUpdate().executeTakeFirst();
const MOST_LISTED = 100;
/** The latest first. */
export const listOwnPublished = (trx: Trx): Promise<OwnPublished[]> =>
  published(trx).orderBy('received_at', 'desc').orderBy('id', 'desc').limit(MOST_LISTED).execute();

/** In the order of the report; those that were withdrawn last. */
export const lessonsOfPublished = (trx: Trx, id: string): Promise<OwnLesson[]> =>
  trx
    .selectFrom('own_published_lesson')
    .select([
      'lesson',
      'number',
      'title',
      'body',
      'themes',
      'hash',
      'version',
      'withdrawn_in as withdrawnIn',
      'answer',
      'reason',
      'answered_hash as answeredHash',
      'answered_at as answeredAt',
      'improvement_id as improvementId',
    ])
    .where('published_id', '=', id)
    .orderBy((e) => e('withdrawn_in', 'is not', null))
    .orderBy('position')
    .orderBy('lesson')
    .execute();

/** An edition in place of the one before: what is new is asked, what reads otherwise is asked again, what is gone was withdrawn. */
export async function putPublished(
  trx: Trx,
  orgId: string,
  peerId: string,
  { ref, fiscalYear, edition, hash, lessons }: LessonsPackage,
  at: Temporal.Instant,
): Promise<{ readonly withdrawn: number }> {
  const head = { fiscal_year: fiscalYear, edition, hash, received_at: at.toString() };
  await trx
    .insertInto('own_published')
    .values({ org_id: orgId, id: ref, peer_id: peerId, ...head })
    .onConflict((c) => c.columns(['org_id', 'id']).doUpdateSet(head))
    .execute();
  const before = new Map((await lessonsOfPublished(trx, ref)).map((each) => [each.lesson, each]));
  for (const [position, each] of lessons.entries()) {
    const old = before.get(each.lesson);
    before.delete(each.lesson);
    const row = {
      position,
      number: each.number,
      title: JSON.stringify(each.title),
      body: JSON.stringify(each.body),
      themes: JSON.stringify(each.themes),
      hash: each.hash,
      version:
        old && old.hash === each.hash && old.withdrawnIn === null ? old.version : (old?.version ?? 0) + 1,
      withdrawn_in: null,
    };
    await trx
      .insertInto('own_published_lesson')
      .values({ org_id: orgId, published_id: ref, lesson: each.lesson, ...row })
      .onConflict((c) => c.columns(['org_id', 'published_id', 'lesson']).doUpdateSet(row))
      .execute();
  }
  const gone = [...before.values()].filter(({ withdrawnIn }) => withdrawnIn === null);
  for (const { lesson, version } of gone)
    await trx
      .updateTable('own_published_lesson')
      .set({ withdrawn_in: edition, version: version + 1 })
      .where('published_id', '=', ref)
      .where('lesson', '=', lesson)
      .execute();
  return { withdrawn: gone.length };
}

export async function answerInStore(
  trx: Trx,
  publishedId: string,
  { lesson, hash, version }: OwnLesson,
  said: { readonly answer: LessonAnswer; readonly reason: string; readonly improvementId: string | null },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('own_published_lesson')
    .set({
      answer: said.answer,
      reason: said.reason,
      improvement_id: said.improvementId,
      answered_hash: hash,
      answered_at: at.toString(),
      version: version + 1,
    })
    .where('published_id', '=', publishedId)
    .where('lesson', '=', lesson)
    .execute();
}

export async function noteAnswersSent(trx: Trx, id: string, packageId: string): Promise<void> {
  await trx
    .updateTable('own_published')
    .set({ package_id: packageId, outcome: null })
    .where('id', '=', id)
    .execute();
}

/** @returns of which published report, where these are the answers sent last */
export async function settleAnswers(
  trx: Trx,
  packageId: string,
  outcome: 'taken' | 'refused',
): Promise<string | undefined> {
  const row = await trx
    .updateTable('own_published')
    .set({ outcome })
    .where('package_id', '=', packageId)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}
