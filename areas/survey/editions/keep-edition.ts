import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fillIn } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { listsInForce } from './index.ts';
import { editionFaults } from './rules.ts';
import type { ListKind, NewEdition } from './schema.ts';
import { insertEdition, lockList } from './store.ts';
import { EDITION_FAULTS } from './words.ts';

/** Keeps another edition of a list; what is in force and what reports were counted by stays readable. */
export async function keepEdition(
  ctx: Context,
  list: ListKind,
  { seen, ...document }: NewEdition,
): Promise<{ edition: number }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockList(tx.sql, ctx.orgId, list);
    const now = (await listsInForce(tx.sql))[list];
    if (now.edition !== seen) throw new Fault('conflict');
    const [wrong] = editionFaults(now, document);
    if (wrong) {
      const text = EDITION_FAULTS[wrong.fault];
      throw invalidField('entries', { ja: fillIn(text.ja, wrong), en: fillIn(text.en, wrong) });
    }
    const edition = now.edition + 1;
    await insertEdition(tx.sql, ctx.orgId, { list, edition, document }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.list-kept', { body: { list, edition } });
    return { edition };
  });
}
