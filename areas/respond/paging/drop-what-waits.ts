import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { withdrawUnsent } from '../../sending/outbox/index.ts';
import { stopPage } from './stop-pages.ts';
import { allSeekingPages } from './store.ts';

/** A copy of days ago goes on: nobody is to be called or told now of what was under way then. */
export async function dropWhatWaits(ctx: Context): Promise<{ messages: number; pages: number }> {
  permit(ctx, 'page.command');
  return inTransaction(ctx, async (tx) => {
    const pages = await allSeekingPages(tx.sql);
    for (const { id, incidentId } of pages) await stopPage(tx, id, incidentId);
    const dropped = { messages: await withdrawUnsent(tx.sql, ctx.now, 'restored'), pages: pages.length };
    record(tx, 'pages.dropped', { body: dropped });
    return dropped;
  });
}
