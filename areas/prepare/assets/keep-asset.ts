import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { mapInTurns } from '../../../kernel/in-turns.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { unitTree } from '../parties/index.ts';
import { type AssetInput, asset } from './schema.ts';
import { lockSeen, type Seen } from './seen-asset.ts';
import { idsOfKeys, upsertAssets, type Written, writeEdges } from './store.ts';

/** So many are written by one statement: it is put together in one go, and none may take longer than a statement may. */
const BATCH = 1_000;

/**
 * Writes one entry of the register by its key, new or known, with everything it depends on.
 * @throws Fault `conflict` when it is not what the writer had seen
 */
export async function keepAsset(ctx: Context, input: AssetInput, seen?: Seen): Promise<{ id: string }> {
  permit(ctx, 'register.manage');
  return inTransaction(ctx, async (tx) => {
    await lockSeen(tx, { key: input.key }, seen);
    const [id = ''] = await keepAssetsWithin(tx, [input]);
    return { id };
  });
}

/**
 * The same for several that may name each other, within the caller's transaction.
 * @returns their ids in order
 */
export async function keepAssetsWithin(tx: Tx, inputs: readonly AssetInput[]): Promise<string[]> {
  const { ctx, sql } = tx;
  const entries = await mapInTurns(inputs, (input) => asset.parse(input));
  const keys = entries.flatMap(({ key, edges }) => [key, ...edges.map(({ to }) => to)]);
  const known = await idsOfKeys(sql, keys);
  const written = entries.map((entry): Written => ({ ...entry, id: known.get(entry.key) ?? ctx.newId() }));
  const ids = new Map([...known, ...written.map(({ key, id }) => [key, id] as const)]);
  const faults = await faultsOf(tx, written, ids);
  if (faults.length > 0) throw new Fault('invalid', { fields: faults });
  const inOrder = written.toSorted((x, y) => (x.key < y.key ? -1 : 1));
  const batches = Array.from({ length: Math.ceil(inOrder.length / BATCH) }, (_, n) =>
    inOrder.slice(n * BATCH, (n + 1) * BATCH),
  );
  for (const batch of batches)
    for (const [key, id] of await upsertAssets(sql, ctx.orgId, batch, ctx.now)) ids.set(key, id);
  const idOf = (key: string): string => ids.get(key) as string;
  for (const batch of batches)
    await writeEdges(
      sql,
      ctx.orgId,
      batch.map(({ key }) => idOf(key)),
      batch.flatMap(({ key, edges }) =>
        edges.map(({ kind, to }) => ({ fromId: idOf(key), kind, toId: idOf(to) })),
      ),
    );
  const assetIds = written.map(({ key }) => idOf(key));
  record(tx, 'asset.kept', { body: { assetIds: assetIds.slice(0, 500), count: assetIds.length } });
  return assetIds;
}

async function faultsOf(
  tx: Tx,
  entries: readonly Written[],
  ids: ReadonlyMap<string, string>,
): Promise<FieldFault[]> {
  const units = new Set((await unitTree(tx.sql)).map(({ id }) => id));
  return entries.flatMap(({ key, unitId, edges }) => [
    ...(unitId !== null && !units.has(unitId)
      ? [
          {
            field: 'unitId',
            mend: {
              ja: '部署が見つかりません。一覧から選択してください',
              en: 'No such department. Choose one from the list',
            },
          },
        ]
      : []),
    ...edges.flatMap(({ to }, i) =>
      to === key
        ? [
            {
              field: `edges.${i}.to`,
              mend: { ja: '自分自身は指定できません', en: 'It cannot refer to itself' },
            },
          ]
        : ids.has(to)
          ? []
          : [
              {
                field: `edges.${i}.to`,
                mend: { ja: `「${to}」は台帳に登録されていません`, en: `“${to}” is not in the register` },
              },
            ],
    ),
  ]);
}
