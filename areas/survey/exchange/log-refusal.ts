import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { Package } from './package-text.ts';
import type { Refusal } from './refusal.ts';
import type { Door } from './schema.ts';
import { countRefusal, insertRefusal, type RefusedPackage, refusalsSince } from './store.ts';

/** Repeats within this time are counted, and no more than so many are told apart: the door is open to nobody in particular. */
const WINDOW = { hours: 1 } as const;
const MOST_APART = 200;
const LONGEST_DETAIL = 200;

/** Who it says it is by; of somebody unknown not their name either, which may be anything. */
function saidBy(refusal: Refusal, found: Package | undefined, door: Door): RefusedPackage {
  const { reason, detail } = refusal;
  const { id, sender } = found?.envelope ?? {};
  return {
    reason,
    detail: detail.slice(0, LONGEST_DETAIL),
    senderId: sender?.id ?? null,
    sender: sender?.name ?? '',
    packageId: id ?? null,
    door,
  };
}

/** Keeps that a package was turned away, and why. */
export async function logRefusal(
  ctx: Context,
  refusal: Refusal,
  found: Package | undefined,
  door: Door,
): Promise<void> {
  permit(ctx, 'report.send');
  const since = ctx.now.subtract(WINDOW);
  await inTransaction(ctx, async (tx) => {
    const said = saidBy(refusal, found, door);
    if (await countRefusal(tx.sql, said, since, ctx.now)) return;
    const crowd = (await refusalsSince(tx.sql, since)) >= MOST_APART;
    const kept = crowd ? { ...said, senderId: null, sender: '', packageId: null, detail: '' } : said;
    if (crowd && (await countRefusal(tx.sql, kept, since, ctx.now))) return;
    await insertRefusal(tx.sql, ctx.orgId, ctx.newId(), kept, ctx.now);
    record(tx, 'package.refused', {
      body: {
        packageId: kept.packageId,
        peerId: kept.senderId,
        kind: '',
        number: 0,
        reason: kept.reason,
        door,
      },
    });
  });
}
