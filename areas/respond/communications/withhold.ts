import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { isTooShort } from './rules.ts';
import type { NewWithheld } from './schema.ts';
import { insertWithheld, removeWithheld } from './store.ts';

/** Decides that an audience is not told something, and why. The word itself stays out of the ledger. */
export async function withhold(ctx: Context, incidentId: string, item: NewWithheld): Promise<void> {
  permit(ctx, 'statement.approve');
  if (isTooShort(item.term))
    throw invalidField('term', {
      ja: '文字を二つ以上含む言葉にしてください（記号だけの言葉は照合できません）',
      en: 'Use a word of at least two letters: signs alone cannot be looked for',
    });
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    await insertWithheld(tx.sql, ctx.orgId, { ...item, id: ctx.newId(), incidentId });
    record(tx, 'withheld.set', { incidentId, body: { audience: item.audience, lifted: false } });
  });
}

/** Lets it be told after all. */
export async function liftWithheld(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'statement.approve');
  await inTransaction(ctx, async (tx) => {
    const lifted = await removeWithheld(tx.sql, id);
    if (!lifted) throw new Fault('not-found');
    const { incidentId, audience } = lifted;
    record(tx, 'withheld.set', { incidentId, body: { audience, lifted: true } });
  });
}
