import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { canonicalJson, fold } from '../../../../kernel/text.ts';
import { record } from '../../../record.ts';
import { unitTree } from '../../parties/index.ts';
import { idsByName } from '../../parties/rules.ts';
import { allKeys } from '../store.ts';
import { readTable, type TableFile } from './read-table.ts';
import { guessMapping, mergedInto, outcomesOf, type ReadRow, readRow, summaryOf } from './rules.ts';
import type { Mapping } from './schema.ts';
import {
  findImport,
  type HandedIn,
  knownEntries,
  lockImport,
  NO_REPORT,
  type Report,
  saveCheck,
} from './store.ts';

/** The file as entries, edges and faults, by what its columns were said to mean or probably mean. */
export async function readFile(
  ctx: Context,
  { format, content, mapping: said }: HandedIn,
): Promise<{ table: TableFile; mapping: Mapping; rows: ReadRow[] }> {
  const table = await readTable(format, content);
  const mapping = Object.keys(said).length > 0 ? said : guessMapping(table.headers);
  const units = idsByName(await reading(ctx, unitTree), fold);
  return { table, mapping, rows: table.rows.map((cells, i) => readRow(i + 2, cells, mapping, units)) };
}

/** Job: reads the file and compares it with the register. May run twice with one effect. */
export async function checkImport(context: () => Context, { importId }: { importId: string }): Promise<void> {
  const ctx = context();
  permit(ctx, 'register.manage');
  const file = await reading(ctx, (trx) => findImport(trx, importId));
  if (file?.state !== 'checking') return;
  const found = await checked(ctx, file);
  await inTransaction(context(), async (tx) => {
    const { state, total, mapping, report } = found;
    // The columns may have been given another meaning meanwhile: that check is on its way, and this one is void.
    const now = await lockImport(tx.sql, importId);
    if (now?.state !== 'checking' || canonicalJson(now.mapping) !== canonicalJson(file.mapping)) return;
    await saveCheck(tx.sql, importId, state, total, mapping, report);
    record(tx, 'asset.file-checked', { body: { importId, ...report.counts } });
  });
}

interface Checked {
  readonly state: 'checked' | 'failed';
  readonly total: number;
  readonly mapping: Mapping;
  readonly report: Report;
}

async function checked(ctx: Context, file: HandedIn): Promise<Checked> {
  try {
    const { table, mapping, rows } = await readFile(ctx, file);
    const outcomes = await reading(ctx, async (trx) => {
      const keys = await allKeys(trx);
      const known = await knownEntries(
        trx,
        rows.flatMap(({ key }) => (keys.has(key) ? [key] : [])),
      );
      return outcomesOf(
        rows,
        (key) => known.get(key),
        (key) => keys.has(key),
        (before, read) => mergedInto(before, read, mapping, file.format),
      );
    });
    const report = { headers: table.headers, counts: summaryOf(outcomes), failure: null, outcomes };
    return { state: 'checked', total: rows.length, mapping, report };
  } catch (error) {
    // A file that cannot be read is an answer for its sender, not a failure of the house.
    if (!(error instanceof Fault)) throw error;
    const failure = error.details.detail ?? { ja: error.message, en: error.message };
    return { state: 'failed', total: 0, mapping: file.mapping, report: { ...NO_REPORT, failure } };
  }
}
