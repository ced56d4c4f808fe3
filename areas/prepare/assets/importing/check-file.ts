import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { mapInTurns } from '../../../../kernel/in-turns.ts';
import { permit } from '../../../../kernel/permit.ts';
import { canonicalJson, fold } from '../../../../kernel/text.ts';
import { record } from '../../../record.ts';
import { unitTree } from '../../parties/index.ts';
import { idsByName } from '../../parties/rules.ts';
import { allKeys } from '../store.ts';
import type { TableFile } from './grid.ts';
import { readTableInWorker } from './read-table-in-worker.ts';
import {
  guessMapping,
  mergedInto,
  outcomesOf,
  type ReadRow,
  readRow,
  summaryOf,
  unusedHeaders,
} from './rules.ts';
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
  { format, content, mapping: said, reading: where }: HandedIn,
): Promise<{ table: TableFile; mapping: Mapping; rows: ReadRow[] }> {
  const table = await readTableInWorker({ format, content, reading: where });
  const mapping = Object.keys(said).length > 0 ? said : guessMapping(table.headers);
  const units = idsByName(await reading(ctx, unitTree), fold);
  return { table, mapping, rows: await mapInTurns(table.rows, (row) => readRow(row, mapping, units)) };
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
    const asked = ({ mapping: meant, reading: place }: HandedIn) => canonicalJson([meant, place]);
    if (now?.state !== 'checking' || asked(now) !== asked(file)) return;
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
    const { keys, known } = await reading(ctx, async (trx) => {
      const there = await allKeys(trx);
      const named = rows.flatMap(({ key }) => (there.has(key) ? [key] : []));
      return { keys: there, known: await knownEntries(trx, named) };
    });
    const outcomes = await mapInTurns(
      outcomesOf(
        rows,
        (key) => known.get(key),
        (key) => keys.has(key),
        (before, read, { spoken }) => mergedInto(before, read, spoken),
      ),
      (outcome) => outcome,
    );
    const { headers, headerRow, remarks, sheet, sheets } = table;
    const unused = unusedHeaders(table, mapping);
    const where = { headerRow, remarks, sheet, sheets, unused };
    const report = { headers, ...where, counts: summaryOf(outcomes), failure: null, outcomes };
    return { state: 'checked', total: rows.length, mapping, report };
  } catch (error) {
    // A file that cannot be read is an answer for its sender, not a failure of the house.
    if (!(error instanceof Fault)) throw error;
    const failure = error.details.detail ?? { ja: error.message, en: error.message };
    return { state: 'failed', total: 0, mapping: file.mapping, report: { ...NO_REPORT, failure } };
  }
}
