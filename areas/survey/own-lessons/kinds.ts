import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { record } from '../../record.ts';
import type { PackageKind, Settled } from '../exchange/index.ts';
import { KIND_WORDS } from '../exchange/words.ts';
import { hashOfLesson, hashOfLessons } from '../lessons/index.ts';
import { type LessonsPackage, lessonsPackage } from '../lessons/schema.ts';
import { lockOwnPublished, putPublished, settleAnswers } from './store.ts';
import { NOT_THEIR_HASH } from './words.ts';

/** Lessons to be asked about. Hashes are worked out here as well: an answer is about what was read. */
const takeLessons: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const sent = payload as LessonsPackage;
  const whole = sent.lessons.every((each) => hashOfLesson(each) === each.hash);
  if (!whole || hashOfLessons(sent.lessons) !== sent.hash)
    throw new Fault('conflict', { detail: NOT_THEIR_HASH });
  const before = await lockOwnPublished(tx.sql, sent.ref);
  if (before && before.peerId !== peer.id) throw new Fault('not-found');
  // An edition that came before stands.
  if (before && before.edition > sent.edition) return;
  const { withdrawn } = await putPublished(tx.sql, tx.ctx.orgId, peer.id, sent, tx.ctx.now);
  record(tx, 'own-report.lessons-received', {
    body: { publishedId: sent.ref, edition: sent.edition, lessons: sent.lessons.length, withdrawn },
  });
};

/** What an organisation takes of whoever publishes lessons. */
export const OWN_LESSON_KINDS: readonly PackageKind[] = [
  {
    name: 'lessons-published',
    words: KIND_WORDS['lessons-published'],
    payload: lessonsPackage,
    byHand: false,
    forSenders: true,
    accept: takeLessons,
  },
];

/** The recipient signed for the answers sent last. */
export async function lessonAnswersSettled(
  tx: Tx,
  { packageId, outcome }: Pick<Settled, 'packageId' | 'outcome'>,
): Promise<void> {
  const publishedId = await settleAnswers(tx.sql, packageId, outcome);
  if (publishedId !== undefined)
    record(tx, 'own-report.lesson-answers-settled', { body: { publishedId, packageId, outcome } });
}
