import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { didItThemselves } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { withheldIn } from './rules.ts';
import { inquiriesOf, insertInquiry, lockInquiry, setAnswer, withheldOf } from './store.ts';
import { withheldFault } from './withheld-fault.ts';

const CAME = { ja: '問い合わせの受付', en: 'it was asked' };

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
      cameAt: whenOf(ctx).at,
    });
    record(tx, 'inquiry.logged', { incidentId, body: { inquiryId: id, number, question } });
    return { id };
  });
}

/**
 * Answers one, in words that were approved: an answer somebody approved for another question of this incident is given at
 * once, any other waits for a second person. An answer by telephone is as public as a statement: what is withheld from
 * anybody is not said here either.
 */
export async function answerInquiry(ctx: Context, id: string, answer: string): Promise<void> {
  permit(ctx, 'statement.write');
  await inTransaction(ctx, async (tx) => {
    const inquiry = await lockInquiry(tx.sql, id);
    if (!inquiry) throw new Fault('not-found');
    const { incidentId, number } = inquiry;
    if (inquiry.state === 'answered')
      throw new Fault('conflict', { detail: { ja: '回答済みです', en: 'Already answered' } });
    refuseBefore(ctx, { at: inquiry.cameAt }, CAME);
    await refuseWithheld(tx, incidentId, answer);
    const known = (await inquiriesOf(tx.sql, incidentId)).find(
      (each) =>
        each.id !== id && each.state === 'answered' && each.answer === answer && each.approvedBy !== null,
    );
    const approvedBy = known?.approvedBy ?? null;
    await setAnswer(tx.sql, id, { answer, proposedBy: byOf(ctx.actor), approvedBy }, whenOf(ctx).at);
    if (approvedBy === null) record(tx, 'inquiry.proposed', { incidentId, body: { inquiryId: id, number } });
    else record(tx, 'inquiry.answered', { incidentId, body: { inquiryId: id, number, answer } });
  });
}

/**
 * Approves the exact answer that was read: somebody else than whoever proposed it.
 * @throws Fault `conflict` when it reads otherwise by now
 */
export async function approveAnswer(ctx: Context, id: string, answer: string): Promise<void> {
  permit(ctx, 'statement.approve');
  await inTransaction(ctx, async (tx) => {
    const inquiry = await lockInquiry(tx.sql, id);
    if (!inquiry) throw new Fault('not-found');
    const { incidentId, number, proposedBy } = inquiry;
    if (inquiry.state !== 'proposed' || inquiry.answer !== answer)
      throw new Fault('conflict', {
        detail: {
          ja: '回答が変更されました。内容を再確認してください',
          en: 'The answer has changed. Read it again',
        },
      });
    if (proposedBy === null || (await didItThemselves(tx.sql, ctx.actor, proposedBy)))
      throw new Fault('forbidden', {
        detail: {
          ja: '自分が作成した回答は承認できません。別の人に承認を依頼してください',
          en: 'You cannot approve your own answer. Ask someone else',
        },
      });
    // It may have been withheld since it was written.
    await refuseWithheld(tx, incidentId, answer);
    await setAnswer(tx.sql, id, { answer, proposedBy, approvedBy: byOf(ctx.actor) }, ctx.now);
    record(tx, 'inquiry.answered', { incidentId, body: { inquiryId: id, number, answer } });
  });
}

/** Nobody knows who listens: what is withheld from anybody is not said. */
async function refuseWithheld(tx: Tx, incidentId: string, answer: string): Promise<void> {
  const items = await withheldOf(tx.sql, incidentId);
  const found = items.filter((item) => withheldIn(answer, item.audience, [item]).length > 0);
  if (found.length > 0) throw withheldFault(found, 'answer');
}
