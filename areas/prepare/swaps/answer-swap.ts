import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { namesOf } from '../contacts/index.ts';
import { lockEntry, writeEntry } from '../registers/acts.ts';
import { readRegister } from '../registers/index.ts';
import { ROSTERS } from '../rosters/register.ts';
import { canTake, fromNowOn, isTurnOf } from './own-turn.ts';
import { lockSwap, type StoredSwap, setSwap } from './store.ts';

const ANSWERS = { agree: 'agreed', decline: 'declined', withdraw: 'withdrawn' } as const;
const GONE = {
  ja: '当番シフト表が変更され、その時間は相手の当番ではなくなりました',
  en: 'The roster changed in the meantime. That is no longer their shift',
};

/**
 * Agrees, declines or withdraws. Whoever was asked answers; whoever asked may withdraw. On agreement the roster gets an
 * override, in the same transaction.
 * @throws Fault `conflict` when it was answered, or the turn is no longer the giver's
 */
export async function answerSwap(ctx: Context, id: string, answer: keyof typeof ANSWERS): Promise<void> {
  permit(ctx, 'roster.read');
  await inTransaction(ctx, async (tx) => {
    const swap = await lockSwap(tx.sql, id);
    const by = swap && (answer === 'withdraw' ? swap.giverId : swap.takerId);
    if (!swap || by !== ctx.actor.personId) throw new Fault('not-found');
    if (swap.state !== 'asked') throw new Fault('conflict');
    if (answer === 'agree') await moveTurn(tx, swap);
    await setSwap(tx.sql, id, ANSWERS[answer], ctx.now);
    record(tx, 'swap.answered', { body: { swapId: id, state: ANSWERS[answer] } });
  });
}

async function moveTurn(tx: Tx, swap: StoredSwap): Promise<void> {
  const { ctx, sql } = tx;
  await lockEntry(sql, 'rosters', swap.roster);
  const roster = (await readRegister(sql, ROSTERS)).find(({ key }) => key === swap.roster)?.entry;
  if (!roster || !(await isTurnOf(tx, swap, swap.giverId))) throw new Fault('conflict', { detail: GONE });
  const from = await fromNowOn(tx, swap);
  if (from >= swap.until) throw new Fault('conflict', { detail: GONE });
  if (!(await canTake(tx, swap)))
    throw new Fault('conflict', {
      detail: {
        ja: 'その時間は不在の予定です。先に不在を変更するか、辞退してください',
        en: 'You are on leave then. Change the leave first, or decline',
      },
    });
  const names = await namesOf(sql, [swap.giverId, swap.takerId]);
  const override = {
    layer: swap.layer,
    personId: swap.takerId,
    from,
    until: swap.until,
    reason: `${names[swap.giverId] ?? '?'} → ${names[swap.takerId] ?? '?'}`,
  };
  const version = await writeEntry(sql, {
    orgId: ctx.orgId,
    register: 'rosters',
    key: swap.roster,
    entry: { ...roster, overrides: [...roster.overrides, override] },
    at: ctx.now,
    by: byOf(ctx.actor),
  });
  record(tx, 'register.kept', { body: { register: 'rosters', key: swap.roster, version } });
}
