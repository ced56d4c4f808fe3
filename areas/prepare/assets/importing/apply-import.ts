import { type Context, inTransaction, reading } from '../../../../database/transaction.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { idsOfKeys, keysOf, upsertAssets, type Written } from '../store.ts';
import { readFile } from './check-file.ts';
import { outcomesOf, type ReadRow } from './rules.ts';
import { addEdges, findImport, type HandedIn, knownEntries, setImportState } from './store.ts';

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
    await applyBatch(context(), importId, rows, entries, done, good.length * 2);
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
  const exists = new Set((await reading(ctx, keysOf)).map(({ key }) => key));
  const outcomes = outcomesOf(
    rows,
    () => undefined,
    (key) => exists.has(key),
  );
  return rows.filter((_, i) => outcomes[i]?.change !== 'faulty');
}

async function applyBatch(
  ctx: Context,
  importId: string,
  rows: readonly ReadRow[],
  entries: boolean,
  done: number,
  total: number,
): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    if (entries) {
      const keys = rows.map(({ key }) => key);
      const ids = await idsOfKeys(tx.sql, keys);
      const known = await knownEntries(tx.sql, [...ids.keys()]);
      const written = rows.flatMap(({ entry }): Written[] => {
        if (!entry) return [];
        // A file says nothing of parties, data and controls: what is known of them stays.
        const before = known.get(entry.key);
        const details = before ? { ...before.details, note: entry.details.note } : entry.details;
        return [
          {
            ...entry,
            critical: before?.critical ?? entry.critical,
            details,
            id: ids.get(entry.key) ?? ctx.newId(),
          },
        ];
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
  });
}
