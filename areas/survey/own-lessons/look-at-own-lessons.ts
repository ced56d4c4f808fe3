import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPeer } from '../exchange/index.ts';
import { rowsOfRegisters } from './rows.ts';
import { indexRows, rowsFor } from './rules.ts';
import type { OwnLessonsSummary, OwnLessonsView } from './schema.ts';
import {
  findOwnPublished,
  lessonsOfPublished,
  listOwnPublished,
  type OwnLesson,
  type OwnPublished,
} from './store.ts';

const isAnswered = ({ answer, answeredHash, hash }: OwnLesson): boolean =>
  answer !== null && answeredHash === hash;

async function summaryOf(
  trx: Transaction<Tables>,
  { peerId, receivedAt, ...published }: OwnPublished,
  lessons: readonly OwnLesson[],
): Promise<OwnLessonsSummary> {
  const standing = lessons.filter(({ withdrawnIn }) => withdrawnIn === null);
  const answered = standing.filter(isAnswered).length;
  return {
    ...published,
    peer: (await findPeer(trx, peerId))?.name ?? '',
    receivedAt: receivedAt.toString(),
    open: standing.length - answered,
    answered,
    withdrawn: lessons.length - standing.length,
  };
}

/** Reports whose lessons we were asked about, the latest first. */
export async function ownLessonsFor(ctx: Context): Promise<OwnLessonsSummary[]> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const all: OwnLessonsSummary[] = [];
    for (const each of await listOwnPublished(trx))
      all.push(await summaryOf(trx, each, await lessonsOfPublished(trx, each.id)));
    return all;
  });
}

/** Each lesson of a report with the rows of our registers that it speaks of, and what we answered. */
export async function lookAtOwnLessons(ctx: Context, id: string): Promise<OwnLessonsView> {
  permit(ctx, 'report.send');
  return reading(ctx, async (trx) => {
    const published = await findOwnPublished(trx, id);
    if (!published) throw new Fault('not-found');
    const lessons = await lessonsOfPublished(trx, id);
    // A key that may not read registers gets the questions without rows.
    const rows = indexRows(ctx.actor.permissions.has('register.read') ? await rowsOfRegisters(trx) : []);
    return {
      ...(await summaryOf(trx, published, lessons)),
      lessons: lessons.map((each) => {
        const { hash: _, answeredHash: _of, answeredAt, ...lesson } = each;
        return {
          ...lesson,
          answeredAt: answeredAt?.toString() ?? null,
          changed: lesson.answer !== null && !isAnswered(each),
          rows: lesson.withdrawnIn === null ? rowsFor(lesson, rows) : [],
        };
      }),
    };
  });
}
