import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { withheldIn } from './rules.ts';
import { insertInquiry, lockInquiry, setAnswer, withheldOf } from './store.ts';
import { withheldFault } from './withheld-fault.ts';

/** Logs what somebody outside asked. */
export async function logInquiry(
  ctx: Context,
  incidentId: string,
  { cameFrom, question }: { readonly cameFrom: string; readonly question: string },
): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const id = ctx.newId();
    const number = await insertInquiry(tx.sql, ctx.orgId, {
      id,
      incidentId,
      cameFrom,
      question,
      cameAt: ctx.now,
    });
    record(tx, 'inquiry.logged', { incidentId, body: { inquiryId: id, number, question } });
    return { id };
  });
}

/**
 * Answers one. An answer by telephone is as public as a statement: what is withheld from anybody is not said here either.
 */
export async function answerInquiry(ctx: Context, id: string, answer: string): Promise<void> {
  permit(ctx, 'statement.write');
  await inTransaction(ctx, async (tx) => {
    const inquiry = await lockInquiry(tx.sql, id);
    if (!inquiry) throw new Fault('not-found');
    const { incidentId, number } = inquiry;
    if (inquiry.state === 'answered')
      throw new Fault('conflict', { detail: { ja: '回答済みです', en: 'It was answered already' } });
    // Nobody knows who listens: what is withheld from anybody is not said.
    const items = await withheldOf(tx.sql, incidentId);
    const found = items.filter((item) => withheldIn(answer, item.audience, [item]).length > 0);
    if (found.length > 0) throw withheldFault(found, 'answer');
    await setAnswer(tx.sql, id, answer, ctx.now);
    record(tx, 'inquiry.answered', { incidentId, body: { inquiryId: id, number, answer } });
  });
}
