import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findPerson } from '../contacts/index.ts';
import { canTake, isTurnOf } from './own-turn.ts';
import type { SwapWanted } from './schema.ts';
import { insertSwap } from './store.ts';

const TAKER_AWAY = {
  ja: 'その時間は不在の予定です。ほかの人を選択してください',
  en: 'They are on leave then. Choose someone else',
};

/** Asks somebody to take one's own turn. Nothing moves before they agree. */
export async function askSwap(ctx: Context, wanted: SwapWanted): Promise<{ id: string }> {
  permit(ctx, 'roster.read');
  const giverId = ctx.actor.personId;
  if (giverId === undefined) throw new Fault('forbidden');
  return inTransaction(ctx, async (tx) => {
    if (wanted.takerId === giverId || !(await findPerson(tx.sql, wanted.takerId)))
      throw invalidField('takerId', { ja: 'ほかの人を選択してください', en: 'Choose someone else' });
    if (!(await isTurnOf(tx, wanted, giverId)))
      throw invalidField('from', {
        ja: '自分の当番ではない時間、または過去の時間です',
        en: 'That is not your shift, or it is over',
      });
    if (!(await canTake(tx, wanted))) throw invalidField('takerId', TAKER_AWAY);
    const id = ctx.newId();
    await insertSwap(tx.sql, ctx.orgId, { ...wanted, id, giverId, askedAt: ctx.now });
    record(tx, 'swap.asked', {
      body: { swapId: id, roster: wanted.roster, giverId, takerId: wanted.takerId },
    });
    return { id };
  });
}
