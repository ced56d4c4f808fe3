import { createHash } from 'node:crypto';
import type { Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { record } from '../../record.ts';
import { plainName } from '../../respond/attachments/rules.ts';
import { insertSource } from './sources/index.ts';

interface HandedIn {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/**
 * Keeps what a report was typed or read from, in the caller's transaction: the bytes as they came, for a source is evidence and
 * its hash has to be that of what was handed in.
 */
export async function keepSource(
  tx: Tx,
  reportId: string,
  { name, type, content }: HandedIn,
): Promise<{ id: string; sha256: string }> {
  const { ctx } = tx;
  const id = ctx.newId();
  const size = content.length;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const source = { id, name: plainName(name), type, size, sha256, content };
  await insertSource(tx.sql, ctx.orgId, reportId, source, byOf(ctx.actor), ctx.now);
  record(tx, 'survey.report-source-added', { body: { reportId, sourceId: id, sha256, size } });
  return { id, sha256 };
}
