import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { mapInTurns } from '../../../../kernel/in-turns.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { allKeys, upsertAssets, type Written } from '../store.ts';
import { readFile } from './check-file.ts';
import { mergedInto, outcomesOf, type ReadRow } from './rules.ts';
import { addEdges, findImport, type HandedIn, knownEntries, lockImport, setImportState } from './store.ts';

const BATCH = 2_000;

/**
 * Job: lets the good rows in, some thousand at a time, entries first and then the edges between them. How far it has come
 * is written with each batch, so that a process that dies leaves the rest to the next.
 */
export async function applyImport(context: () => Context, { importId }: { importId: string }): Promise<void> {
  const ctx = context();
  permit(ctx, 'register.manage');
  const file = await reading(ctx, (trx) => findImport(trx, importId));
  if (file?.state !== 'applying') return;
  const good = await goodRows(ctx, file);
  // Every row is written twice over: as an entry, then as edges.
  const steps = [
    ...batchesOf(good).map((rows) => ({ rows, entries: true })),
    ...batchesOf(good).map((rows) => ({ rows, entries: false })),
  ];
  let done = 0;
  for (const { rows, entries } of steps) {
    done += rows.length;
    if (done <= file.done) continue;
    const batch = { rows, entries, done, total: good.length * 2 };
    if (!(await applyBatch(context(), file, batch))) return;
  }
  await inTransaction(context(), async (tx) => {
    await setImportState(tx.sql, importId, {
      state: 'applied',
      done: good.length * 2,
      total: good.length * 2,
    });
    record(tx, 'asset.imported', { body: { importId, count: good.length } });
  });
}

const batchesOf = (rows: readonly ReadRow[]): ReadRow[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) => rows.slice(i * BATCH, (i + 1) * BATCH));

/** The same rows the check called good, in the order of the file. */
async function goodRows(ctx: Context, file: HandedIn): Promise<ReadRow[]> {
  const { rows } = await readFile(ctx, file);
  const exists = await reading(ctx, allKeys);
  const outcomes = outcomesOf(
    rows,
    () => undefined,
    (key) => exists.has(key),
  );
  const good = await mapInTurns(outcomes, ({ change }) => change !== 'faulty');
  return rows.filter((_, i) => good[i]);
}

interface Batch {
  readonly rows: readonly ReadRow[];
  /** Entries, or the edges between them. */
  readonly entries: boolean;
  /** Rows done once this is in, of so many. */
  readonly done: number;
  readonly total: number;
}

/** @returns false when somebody else is at it already */
async function applyBatch(ctx: Context, file: HandedIn, batch: Batch): Promise<boolean> {
  const { id: importId } = file;
  const { rows, entries, done, total } = batch;
  permit(ctx, 'register.manage');
  return inTransaction(ctx, async (tx) => {
    const now = await lockImport(tx.sql, importId);
    if (now?.state !== 'applying' || now.done >= done) return false;
    if (entries) {
      const known = await knownEntries(
        tx.sql,
        rows.map(({ key }) => key),
      );
      const written = rows.flatMap(({ entry, spoken }): Written[] => {
        if (!entry) return [];
        const before = known.get(entry.key);
        const after = before ? mergedInto(before, entry, spoken) : entry;
        return [{ ...after, id: before?.id ?? ctx.newId() }];
      });
      await upsertAssets(tx.sql, ctx.orgId, written, ctx.now);
    } else {
      const edges = rows.flatMap(({ key, edges: own }) =>
        own.map(({ kind, from, to }) => ({ kind, from: from ?? key, to })),
      );
      await addEdges(tx.sql, ctx.orgId, edges);
    }
    await setImportState(tx.sql, importId, { state: 'applying', done, total });
    record(tx, 'asset.imported', { body: { importId, count: rows.length } });
    return true;
  });
}
