import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { absorb, enqueue, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { composePack } from './compose-pack.ts';
import { gatherPack } from './gather-pack.ts';
import { PACK_DAYS, RENEW_DAYS } from './schema.ts';
import { lockPack, readPack, type StoredPack, writePack } from './store.ts';

/** Timer: something the pack tells of has changed, or it is a week old. Making it takes a while, so it is a job. */
export async function packIsOld(tx: Tx): Promise<void> {
  permit(tx.ctx, 'register.manage');
  await absorb(tx, 'renew-pack');
  enqueue(tx, 'make-pack', {}, { at: tx.ctx.now });
  setTimer(tx, 'renew-pack', 'weekly', {}, { at: tx.ctx.now.add({ hours: RENEW_DAYS * 24 }) });
}

/** Job: makes the pack anew if anything in it changed, or it is a week old. May run twice with one effect. */
export async function makePack(context: () => Context): Promise<void> {
  await renewPack(context());
}

/** The same at once, for whoever is about to leave the building. */
export async function renewPack(ctx: Context): Promise<void> {
  permit(ctx, 'register.manage');
  const { digest, content } = await composed(ctx);
  await inTransaction(ctx, async (tx) => {
    // Two that were made at once are written one after the other, each with a number of its own.
    await lockPack(tx.sql, ctx.orgId);
    const before = await readPack(tx.sql);
    if (before && before.digest === digest && !isOld(before, ctx.now)) return;
    const version = (before?.version ?? 0) + 1;
    await writePack(tx.sql, ctx.orgId, {
      version,
      digest,
      content,
      madeAt: ctx.now,
      expiresAt: ctx.now.add({ hours: PACK_DAYS * 24 }),
    });
    record(tx, 'pack.renewed', { body: { version, changed: before?.digest !== digest } });
  });
}

const isOld = ({ madeAt }: StoredPack, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(madeAt.add({ hours: RENEW_DAYS * 24 }), now) <= 0;

/** Read in one look, outside the transaction that writes it. */
async function composed(ctx: Context): Promise<Pick<StoredPack, 'digest' | 'content'>> {
  const source = await reading(ctx, (trx) => gatherPack(trx, ctx.orgId, ctx.now));
  const [ja, en] = [composePack(source, 'ja'), composePack(source, 'en')];
  const said = [ja.rest, en.rest, source.dutyList, source.turnsFrom];
  return {
    digest: hashOf(canonicalJson(said)).toString('hex'),
    content: { ja: [ja.duty, ...ja.rest], en: [en.duty, ...en.rest] },
  };
}
