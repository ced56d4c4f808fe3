import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { tellOrigin } from './packages/tell-origin.ts';
import { isUnanswered } from './rules.ts';
import type { Asked } from './schema.ts';
import { lockReport } from './store.ts';
import {
  insertQuestion,
  lockQuestion,
  questionsOf,
  type StoredQuestion,
  setAnswer,
  setDropped,
} from './thread/index.ts';
import { NOT_RECEIVED } from './words.ts';

/** Asks something about a report; who reported sees it by whichever door the report came. */
export async function askQuestion(
  ctx: Context,
  reportId: string,
  { field, text }: Asked,
): Promise<{ id: string }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, reportId);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'received') throw new Fault('conflict', { detail: NOT_RECEIVED });
    const number = (await questionsOf(tx.sql, reportId)).length + 1;
    const id = ctx.newId();
    const question = { id, reportId, number, field, text, askedBy: byOf(ctx.actor) };
    await insertQuestion(tx.sql, ctx.orgId, question, ctx.now);
    await tellOrigin(tx, reportId, 'question', { questionId: id, number, field, text });
    record(tx, 'survey.question-asked', { body: { reportId, questionId: id, number } });
    return { id };
  });
}

/** @throws Fault `conflict` where it was answered or dropped before */
function refuseSettled(question: StoredQuestion | undefined): asserts question is StoredQuestion {
  if (!question) throw new Fault('not-found');
  if (!isUnanswered(question)) throw new Fault('conflict');
}

/**
 * Keeps an answer in the caller's transaction, by whichever door it came.
 * @param by who said it, as text
 */
export async function settleQuestion(tx: Tx, questionId: string, answer: string, by: string): Promise<void> {
  const question = await lockQuestion(tx.sql, questionId);
  refuseSettled(question);
  await setAnswer(tx.sql, questionId, answer, by, tx.ctx.now);
  const { reportId, number } = question;
  record(tx, 'survey.question-answered', { body: { reportId, questionId, number } });
}

/** An answer that came by telephone or mail, typed in. */
export async function answerQuestion(
  ctx: Context,
  questionId: string,
  { answer, by }: { readonly answer: string; readonly by: string },
): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    await settleQuestion(tx, questionId, answer, by);
  });
}

/** A question that needs no answer any more. */
export async function dropQuestion(ctx: Context, questionId: string): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    const question = await lockQuestion(tx.sql, questionId);
    refuseSettled(question);
    await setDropped(tx.sql, questionId, ctx.now);
    const { reportId, number } = question;
    await tellOrigin(tx, reportId, 'question-dropped', { questionId });
    record(tx, 'survey.question-dropped', { body: { reportId, questionId, number } });
  });
}
