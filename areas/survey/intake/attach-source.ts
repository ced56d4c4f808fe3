import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { keptOf } from '../../respond/attachments/rules.ts';
import { LARGEST_FILE_BYTES } from '../../respond/attachments/schema.ts';
import { EMPTY_FILE, FILE_TOO_LARGE, TOO_MANY_PIXELS } from '../../respond/attachments/words.ts';
import { keepReading } from './keep-reading.ts';
import { keepSource } from './keep-source.ts';
import { bytesOf, findSource } from './sources/index.ts';
import { findReport, lockReport } from './store.ts';
import { SOURCES_FULL } from './words.ts';

/** All sources of one report together. */
const LARGEST_SOURCES_BYTES = 50 * 1024 * 1024;

/** Keeps what a report was typed from: the fax, the mail, the form, byte by byte with its hash. */
export async function attachSource(
  ctx: Context,
  reportId: string,
  name: string,
  content: Uint8Array,
): Promise<{ id: string; sha256: string }> {
  permit(ctx, 'survey.intake');
  if (content.length === 0) throw new Fault('malformed', { detail: EMPTY_FILE });
  if (content.length > LARGEST_FILE_BYTES) throw new Fault('too-large', { detail: FILE_TOO_LARGE });
  const kept = keptOf(content);
  if (!kept) throw new Fault('too-large', { detail: TOO_MANY_PIXELS });
  return inTransaction(ctx, async (tx) => {
    if (!(await lockReport(tx.sql, reportId))) throw new Fault('not-found');
    if ((await bytesOf(tx.sql, reportId)) + content.length > LARGEST_SOURCES_BYTES)
      throw new Fault('too-large', { detail: SOURCES_FULL });
    return keepSource(tx, reportId, { name, type: kept.type, content });
  });
}

/** Hands a source out; who took it is written down. */
export async function readSource(ctx: Context, reportId: string, sourceId: string) {
  permit(ctx, 'survey.intake');
  const found = await reading(ctx, (trx) => findSource(trx, reportId, sourceId));
  if (!found) throw new Fault('not-found');
  await inTransaction(ctx, async (tx) => {
    const report = await findReport(tx.sql, reportId);
    await keepReading(tx, reportId, report?.version ?? 0, 'download');
  });
  return found;
}
