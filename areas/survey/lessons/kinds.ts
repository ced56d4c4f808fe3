import { Fault } from '../../../kernel/errors.ts';
import { record } from '../../record.ts';
import type { PackageKind } from '../exchange/index.ts';
import { KIND_WORDS } from '../exchange/words.ts';
import { type LessonAnswersPackage, lessonAnswersPackage } from './schema.ts';
import { keepLessonAnswers, lessonsSentTo } from './store.ts';

/** Answers of an operator that was asked. The record tells that answers came, and not what was answered. */
const takeAnswers: PackageKind['accept'] = async (tx, { payload, peer }) => {
  const said = payload as LessonAnswersPackage;
  if (!(await lessonsSentTo(tx.sql, said.ref)).has(peer.id)) throw new Fault('not-found');
  await keepLessonAnswers(tx.sql, peer.id, said);
  record(tx, 'survey.lesson-answers-received', { body: { cycleId: said.ref } });
};

export const LESSON_KINDS: readonly PackageKind[] = [
  {
    name: 'lesson-answers',
    words: KIND_WORDS['lesson-answers'],
    payload: lessonAnswersPackage,
    byHand: false,
    leavesNothing: true,
    accept: takeAnswers,
  },
];
