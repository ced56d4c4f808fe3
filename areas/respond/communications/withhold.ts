import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { didItThemselves } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { isTooShort } from './rules.ts';
import { type NewWithheld, newWithheld } from './schema.ts';
import { insertWithheld, lockWithheld, removeWithheld, setLiftAsked } from './store.ts';
import { alsoFor } from './synonyms/rules.ts';

/**
 * Decides that an audience is not told something, and why; in its readings and synonyms too. The words themselves stay out of
 * the ledger.
 */
export async function withhold(ctx: Context, incidentId: string, given: NewWithheld): Promise<void> {
  permit(ctx, 'statement.approve');
  const { suggest, ...item } = newWithheld.parse(given);
  for (const [i, word] of [item.term, ...item.also].entries())
    if (isTooShort(word))
      throw invalidField(i === 0 ? 'term' : `also.${i - 1}`, {
        ja: '2文字以上の語句を入力してください（記号のみの語句は照合できません）',
        en: 'Use a term of at least two letters. Symbols alone cannot be matched',
      });
  const also = [...new Set([...item.also, ...(suggest ? alsoFor(item.term) : [])])];
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    await insertWithheld(tx.sql, ctx.orgId, { ...item, also, id: ctx.newId(), incidentId });
    record(tx, 'withheld.set', { incidentId, body: { audience: item.audience, lifted: false } });
  });
}

/**
 * Lets it be told after all: one person asks for it and says why, another lifts it.
 * @returns whether it is lifted by now
 */
export async function liftWithheld(ctx: Context, id: string, reason: string): Promise<{ lifted: boolean }> {
  permit(ctx, 'statement.approve');
  return inTransaction(ctx, async (tx) => {
    const item = await lockWithheld(tx.sql, id);
    if (!item) throw new Fault('not-found');
    const { incidentId, audience, liftAskedBy } = item;
    if (liftAskedBy === null) {
      await setLiftAsked(tx.sql, id, { by: byOf(ctx.actor), reason });
      record(tx, 'withheld.lift-asked', { incidentId, body: { audience } });
      return { lifted: false };
    }
    if (await didItThemselves(tx.sql, ctx.actor, liftAskedBy))
      throw new Fault('forbidden', {
        detail: {
          ja: '自分が提案した解除は承認できません。別の人に承認を依頼してください',
          en: 'You cannot approve your own request. Ask someone else',
        },
      });
    await removeWithheld(tx.sql, id);
    record(tx, 'withheld.set', { incidentId, body: { audience, lifted: true } });
    return { lifted: true };
  });
}
