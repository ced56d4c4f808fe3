import { createHash } from 'node:crypto';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { isTooWide, markOf } from './rules.ts';
import { LARGEST_MARK_BYTES } from './schema.ts';
import { dropMark, findMark, lockMark, putMark } from './store.ts';
import { MARK_TOO_LARGE, MARK_TOO_WIDE, NO_MARK_IMAGE } from './words.ts';

async function holdMark(tx: Tx, seen: string | undefined): Promise<void> {
  await lockMark(tx.sql, tx.ctx.orgId);
  holdToSeen(seen, (await findMark(tx.sql))?.sha256 ?? '');
}

/**
 * Gives the organisation a mark; the one it had is replaced.
 * @param seen hash of the one the writer had before them, empty where none was; undefined asks nothing
 * @throws Fault `conflict` when it is another by now, or there is none any more; `too-large` and `unsupported-media` for
 * what cannot be one
 */
export async function setMark(ctx: Context, content: Uint8Array, seen?: string): Promise<{ sha256: string }> {
  permit(ctx, 'organisation.manage');
  if (content.length > LARGEST_MARK_BYTES) throw new Fault('too-large', { detail: MARK_TOO_LARGE });
  const mark = markOf(content);
  if (!mark) throw new Fault('unsupported-media', { detail: NO_MARK_IMAGE });
  const { type, bytes } = mark;
  if (isTooWide(mark.size)) throw new Fault('too-large', { detail: MARK_TOO_WIDE });
  const told = { type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  return inTransaction(ctx, async (tx) => {
    await holdMark(tx, seen);
    await putMark(tx.sql, ctx.orgId, { ...told, content: bytes });
    record(tx, 'organisation.mark-set', { body: told });
    return { sha256: told.sha256 };
  });
}

/** Takes the mark away; where there is none, and none was seen, nothing happens. @throws Fault `conflict` as above */
export async function removeMark(ctx: Context, seen?: string): Promise<void> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, async (tx) => {
    await holdMark(tx, seen);
    const sha256 = await dropMark(tx.sql);
    if (sha256 !== undefined) record(tx, 'organisation.mark-removed', { body: { sha256 } });
  });
}
