import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { plainText } from '../../../kernel/plain.ts';
import { cutAt } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { MOST_REFUSED, type NewRefused } from './schema.ts';
import { insertRefused } from './store.ts';

/** Characters that are kept of a body. */
const LONGEST = 65_536;
const MOST_REASONS = 50;
/** A sender that is wrong is wrong with every body: a line of the ledger now and then says so. */
const TOLD_EVERY = { minutes: 1 } as const;
/** So many in a while are enough to see what is wrong; a flood of them must not become one of writes. */
const KEPT_EVERY = { seconds: 10 } as const;

/** When this process last told of a source, and how many it kept since it last began to count. */
const lately = new Map<string, { toldAt: Temporal.Instant; countedAt: Temporal.Instant; kept: number }>();
const MOST_SOURCES = 1_000;

/** Keeps a body of which something could not be taken, or was left out by its sender; the oldest go. */
export async function keepRefused(ctx: Context, refused: NewRefused): Promise<void> {
  permit(ctx, 'signal.send');
  const before = lately.get(refused.sourceId);
  const again = (at: Temporal.Instant | undefined, every: Temporal.DurationLike): boolean =>
    at === undefined || Temporal.Instant.compare(at.add(every), ctx.now) <= 0;
  const counting = again(before?.countedAt, KEPT_EVERY) ? undefined : before;
  if ((counting?.kept ?? 0) >= MOST_REFUSED) return;
  const tell = again(before?.toldAt, TOLD_EVERY);
  await inTransaction(ctx, async (tx) => {
    await insertRefused(tx.sql, ctx.orgId, ctx.newId(), ctx.now, {
      ...refused,
      body: plainText(cutAt(refused.body, LONGEST)),
      length: refused.body.length,
      reasons: refused.reasons.slice(0, MOST_REASONS),
    });
    const { sourceId, taken, reasons } = refused;
    if (tell) record(tx, 'source.refused', { body: { sourceId, taken, refused: reasons.length } });
  });
  if (lately.size >= MOST_SOURCES) lately.clear();
  lately.set(refused.sourceId, {
    toldAt: tell ? ctx.now : (before?.toldAt ?? ctx.now),
    countedAt: counting?.countedAt ?? ctx.now,
    kept: (counting?.kept ?? 0) + 1,
  });
}
