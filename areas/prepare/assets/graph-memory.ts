import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Recent } from '../../../kernel/recent.ts';
import { linesOfKinds } from '../../ledger/index.ts';
import { buildGraph, type Graph } from './graph.ts';
import { type AssetEdge, type AssetNode, edgeIndex, kindIndex, readEdges, readNodes } from './store.ts';

/** The register as one process knows it, up to a line of the ledger. */
export interface Known {
  readonly seq: number;
  readonly nodes: readonly AssetNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly graph: Graph;
}

interface Kept extends Known {
  readonly byId: Map<string, AssetNode>;
  readonly edgesOf: Map<string, readonly AssetEdge[]>;
}

const KINDS = ['asset.kept', 'asset.removed', 'asset.imported'] as const;
/** Beyond so many changes everything is read anew, which then is quicker. */
const MOST_CHANGES = 200;
/** So many organisations are kept in memory; the one asked longest ago goes first. */
const MOST_KEPT = 50;

const kept = new Recent<string, Kept>(MOST_KEPT);

function assembled(
  seq: number,
  byId: Map<string, AssetNode>,
  edgesOf: Map<string, readonly AssetEdge[]>,
): Kept {
  // In the order of ids, so that every process answers the same whatever came first.
  const nodes = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map(nodes.map(({ id }, i) => [id, i]));
  const edges = nodes.flatMap(({ id }) => edgesOf.get(id) ?? []).filter(({ toId }) => indexOf.has(toId));
  const at = (id: string): number => indexOf.get(id) as number;
  const graph = buildGraph(
    Uint8Array.from(nodes, ({ kind }) => kindIndex(kind)),
    {
      from: Int32Array.from(edges, ({ fromId }) => at(fromId)),
      to: Int32Array.from(edges, ({ toId }) => at(toId)),
      kind: Uint8Array.from(edges, ({ kind }) => edgeIndex(kind)),
    },
  );
  return { seq, nodes, indexOf, graph, byId, edgesOf };
}

async function readAll(trx: Transaction<Tables>, seq: number): Promise<Kept> {
  const byId = new Map((await readNodes(trx)).map((node) => [node.id, node]));
  return assembled(
    seq,
    byId,
    Map.groupBy(await readEdges(trx), ({ fromId }) => fromId),
  );
}

/** What changed since, read again; the rest is what it was. */
async function patched(
  trx: Transaction<Tables>,
  before: Kept,
  ids: readonly string[],
  seq: number,
): Promise<Kept> {
  const byId = new Map(before.byId);
  const edgesOf = new Map(before.edgesOf);
  for (const id of ids) {
    byId.delete(id);
    edgesOf.delete(id);
  }
  for (const node of await readNodes(trx, ids)) byId.set(node.id, node);
  for (const [id, edges] of Map.groupBy(await readEdges(trx, ids), ({ fromId }) => fromId))
    edgesOf.set(id, edges);
  return assembled(seq, byId, edgesOf);
}

/**
 * The register as it stands in the caller's snapshot, kept current from the ledger: a process that changed nothing itself
 * learns of changes by the lines that tell of them.
 */
export async function knownAssets(trx: Transaction<Tables>, orgId: string): Promise<Known> {
  const before = kept.get(orgId);
  const { lines, upTo, more } = await linesOfKinds(trx, before?.seq ?? 0, KINDS, MOST_CHANGES);
  // A snapshot older than what is kept, in a process that answers several at once: read for itself.
  if (before && upTo < before.seq) return readAll(trx, upTo);
  if (before && lines.length === 0) {
    return remember(orgId, { ...before, seq: upTo });
  }
  const ids = lines.flatMap(({ kind, body }) =>
    kind === 'asset.removed' ? [String(body['assetId'])] : ((body['assetIds'] as string[] | undefined) ?? []),
  );
  const countless =
    more || lines.some(({ kind, body }) => kind === 'asset.imported' || Number(body['count'] ?? 0) > 500);
  const now = before && !countless ? await patched(trx, before, ids, upTo) : await readAll(trx, upTo);
  return remember(orgId, now);
}

function remember(orgId: string, now: Kept): Kept {
  kept.set(orgId, now);
  return now;
}
