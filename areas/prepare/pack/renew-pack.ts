import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { absorb, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { composePack } from './compose-pack.ts';
import { gatherPack } from './gather-pack.ts';
import { PACK_DAYS, RENEW_DAYS } from './schema.ts';
import { readPack, writePack } from './store.ts';

/** Timer: something the pack tells of has changed, or it is a week old. */
export async function renewPack(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'register.manage');
  await absorb(tx, 'renew-pack');
  const source = await gatherPack(tx.sql, ctx.orgId, ctx.now);
  const composed = { ja: composePack(source, 'ja'), en: composePack(source, 'en') };
  const digest = hashOf(canonicalJson([composed.ja.rest, composed.en.rest])).toString('hex');
  const before = await readPack(tx.sql);
  const due = before?.madeAt.add({ hours: RENEW_DAYS * 24 });
  if (before && due && before.digest === digest && Temporal.Instant.compare(due, ctx.now) > 0)
    return setTimer(tx, 'renew-pack', 'pack', {}, { at: due });
  const version = (before?.version ?? 0) + 1;
  await writePack(tx.sql, ctx.orgId, {
    version,
    digest,
    content: {
      ja: [composed.ja.duty, ...composed.ja.rest],
      en: [composed.en.duty, ...composed.en.rest],
    },
    madeAt: ctx.now,
    expiresAt: ctx.now.add({ hours: PACK_DAYS * 24 }),
  });
  setTimer(tx, 'renew-pack', 'pack', {}, { at: ctx.now.add({ hours: RENEW_DAYS * 24 }) });
  record(tx, 'pack.renewed', { body: { version, changed: before?.digest !== digest } });
}

/** The same at once, for whoever is about to leave the building. */
export async function renewPackNow(ctx: Context): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, (tx) => renewPack(tx));
}
