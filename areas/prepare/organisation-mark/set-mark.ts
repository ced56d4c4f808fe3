import { createHash } from 'node:crypto';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { markOf } from './rules.ts';
import { LARGEST_MARK_BYTES } from './schema.ts';
import { dropMark, putMark } from './store.ts';
import { MARK_TOO_LARGE, NO_MARK_IMAGE } from './words.ts';

/** Gives the organisation a mark; the one it had is replaced. */
export async function setMark(ctx: Context, content: Uint8Array): Promise<{ sha256: string }> {
  permit(ctx, 'organisation.manage');
  if (content.length > LARGEST_MARK_BYTES) throw new Fault('too-large', { detail: MARK_TOO_LARGE });
  const mark = markOf(content);
  if (!mark) throw new Fault('unsupported-media', { detail: NO_MARK_IMAGE });
  const { type, bytes } = mark;
  const told = { type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  return inTransaction(ctx, async (tx) => {
    await putMark(tx.sql, ctx.orgId, { ...told, content: bytes });
    record(tx, 'organisation.mark-set', { body: told });
    return { sha256: told.sha256 };
  });
}

/** Takes the mark away; where there is none nothing happens. */
export async function removeMark(ctx: Context): Promise<void> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, async (tx) => {
    const sha256 = await dropMark(tx.sql);
    if (sha256 !== undefined) record(tx, 'organisation.mark-removed', { body: { sha256 } });
  });
}
