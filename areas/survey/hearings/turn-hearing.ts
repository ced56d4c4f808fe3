import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { countLines } from './minutes/index.ts';
import { type HearingTurn, turned } from './rules.ts';
import type { Cooperation, OwnQuestion } from './schema.ts';
import { insertQuestion, lockHearing, setHearing } from './store.ts';
import { NO_MINUTES, NOT_OPEN, NOT_PLANNED } from './words.ts';

/** Begins a hearing, ends it, or goes on with one that was ended too early; what was confirmed stays as it is. */
export async function turnHearing(ctx: Context, id: string, turn: HearingTurn): Promise<void> {
  permit(ctx, 'survey.intake');
  await inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, id);
    if (!hearing) throw new Fault('not-found');
    const state = turned(hearing.state, turn);
    if (state === null || hearing.confirmedAt) throw new Fault('conflict', { detail: NOT_OPEN });
    if (state === 'completed' && (await countLines(tx.sql, id)) === 0)
      throw new Fault('conflict', { detail: NO_MINUTES });
    await setHearing(tx.sql, id, { state }, ctx.now);
    record(tx, 'survey.hearing-turned', { body: { hearingId: id, state } });
  });
}

/** That the operator agreed to cooperate in the survey (C0-M3): by whom, and when. */
export async function agreeCooperation(ctx: Context, id: string, agreed: Cooperation): Promise<void> {
  permit(ctx, 'survey.intake');
  const at = notAhead(Temporal.Instant.from(agreed.at), ctx.now, 'at').toString();
  await inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, id);
    if (!hearing) throw new Fault('not-found');
    if (hearing.state === 'cancelled') throw new Fault('conflict', { detail: NOT_PLANNED });
    await setHearing(tx.sql, id, { cooperation: JSON.stringify({ ...agreed, at }) }, ctx.now);
    record(tx, 'survey.cooperation-agreed', { body: { hearingId: id } });
  });
}

/** A question nobody could work out from the record. */
export async function addQuestion(ctx: Context, id: string, asked: OwnQuestion): Promise<{ id: string }> {
  permit(ctx, 'survey.intake');
  return inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, id);
    if (!hearing) throw new Fault('not-found');
    const question = { ...asked, id: ctx.newId(), eventId: hearing.eventId };
    await insertQuestion(tx.sql, ctx.orgId, question, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.hearing-question-added', { body: { hearingId: id, questionId: question.id } });
    return { id: question.id };
  });
}
