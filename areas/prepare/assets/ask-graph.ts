import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import {
  type Graph,
  gatesBetween,
  type Spread,
  whatIsBehind,
  whatIsReached,
  whatItIsMadeOf,
  whatStops,
} from './graph.ts';
import { type Known, knownAssets } from './graph-memory.ts';
import { recoveryOrder } from './recovery-order.ts';
import { completeness, gapsOf } from './rules.ts';
import { type AnswerPage, answerPage, GAPS, isRated, type Ranked, type Reached } from './schema.ts';
import { idsOfKeys } from './store.ts';

export interface Answer {
  readonly reached: Reached[];
  readonly total: number;
  /** What to ask for next; null at the end. */
  readonly next: number | null;
}

const A_PAGE = answerPage.parse({});

async function knownOf(ctx: Context): Promise<Known> {
  permit(ctx, 'register.read');
  // What is kept in memory is the whole register, and an outside party may see only what was shared with it.
  if (ctx.actor.outside) throw new Fault('forbidden');
  return reading(ctx, (trx) => knownAssets(trx, ctx.orgId));
}

function indexOf(known: Known, id: string): number {
  const index = known.indexOf.get(id);
  if (index === undefined) throw new Fault('not-found');
  return index;
}

/** The most important first, then the nearest. */
function answer(
  { nodes }: Known,
  { order, via, steps }: Spread,
  { after, limit }: AnswerPage = A_PAGE,
): Answer {
  const rows = Array.from(order, (node, i) => ({ node, via: via[i] as number, steps: steps[i] as number }));
  const impactOf = (node: number): number => nodes[node]?.impact ?? -1;
  if (rows.length <= 50_000) rows.sort((a, b) => impactOf(b.node) - impactOf(a.node) || a.steps - b.steps);
  const reached = rows.slice(after, after + limit).flatMap(({ node, via: by, steps: far }): Reached[] => {
    const found = nodes[node];
    if (!found) return [];
    const { id, key, name, kind, impact } = found;
    return [{ id, key, name, kind, impact, viaName: nodes[by]?.name ?? null, steps: far }];
  });
  return { reached, total: rows.length, next: after + limit < rows.length ? after + limit : null };
}

export async function askWhatStops(ctx: Context, id: string, page?: AnswerPage): Promise<Answer> {
  const known = await knownOf(ctx);
  return answer(known, whatStops(known.graph, indexOf(known, id)), page);
}

export async function askWhatIsReached(ctx: Context, id: string, page?: AnswerPage): Promise<Answer> {
  const known = await knownOf(ctx);
  return answer(known, whatIsReached(known.graph, indexOf(known, id)), page);
}

export async function askWhatIsBehind(ctx: Context, id: string, page?: AnswerPage): Promise<Answer> {
  const known = await knownOf(ctx);
  return answer(known, whatIsBehind(known.graph, indexOf(known, id)), page);
}

/** What every connection between two things leads through. */
export async function askGates(
  ctx: Context,
  fromId: string,
  toId: string,
): Promise<{ connected: boolean; gates: { id: string; name: string }[] }> {
  const known = await knownOf(ctx);
  const gates = gatesBetween(known.graph, indexOf(known, fromId), indexOf(known, toId));
  return {
    connected: gates !== undefined,
    gates: (gates ?? []).flatMap((node) => {
      const found = known.nodes[node];
      return found ? [{ id: found.id, name: found.name }] : [];
    }),
  };
}

/** What a party provides, and everything that stops with it (C3-B1). */
export async function askWhatUses(ctx: Context, party: string, page?: AnswerPage): Promise<Answer> {
  const known = await knownOf(ctx);
  const provided = known.nodes.flatMap((node, i) => (node.providers.includes(party) ? [i] : []));
  const all = new Map<number, { via: number; steps: number }>(
    provided.map((node) => [node, { via: -1, steps: 0 }]),
  );
  for (const start of provided) {
    const { order, via, steps } = whatStops(known.graph, start);
    order.forEach((node, i) => {
      const before = all.get(node);
      const far = steps[i] as number;
      if (!before || before.steps > far) all.set(node, { via: via[i] as number, steps: far });
    });
  }
  const rows = [...all];
  const spread = {
    order: Int32Array.from(rows, ([node]) => node),
    via: Int32Array.from(rows, ([, { via }]) => via),
    steps: Int32Array.from(rows, ([, { steps }]) => steps),
  };
  return answer(known, spread, page);
}

/** The order in which services and systems are brought back, every one of them listed. */
export async function askRecoveryOrder(ctx: Context): Promise<Ranked[]> {
  return rankedOf(await knownOf(ctx));
}

/** The same for a reader inside who was permitted already. */
export const recoveryOfAll = async (trx: Transaction<Tables>, orgId: string): Promise<Ranked[]> =>
  rankedOf(await knownAssets(trx, orgId));

function rankedOf({ nodes, graph }: Known): Ranked[] {
  const placed = recoveryOrder(
    graph,
    nodes.map(({ kind, impact, rtoMinutes, confirmed }) => ({
      listed: isRated(kind),
      impact,
      rtoMinutes,
      confirmed,
    })),
  );
  return placed.flatMap(({ node, impact, because, needsOwner }, i): Ranked[] => {
    const found = nodes[node];
    if (!found) return [];
    const { id, key, name, kind, rtoMinutes, confirmed } = found;
    return [
      {
        id,
        key,
        name,
        kind,
        rank: i + 1,
        impact,
        ownImpact: found.impact,
        rtoMinutes,
        confirmed,
        needsOwner,
        becauseName: because === node ? null : (nodes[because]?.name ?? null),
      },
    ];
  });
}

/** How complete the register is, by what is missing; every number leads to what it counts. */
export async function askCompleteness(ctx: Context): Promise<{
  filled: number;
  asked: number;
  entries: number;
  gaps: { gap: (typeof GAPS)[number]; count: number }[];
}> {
  const { nodes, graph } = await knownOf(ctx);
  const degree = (i: number): number =>
    (graph.out.start[i + 1] as number) -
    (graph.out.start[i] as number) +
    ((graph.in.start[i + 1] as number) - (graph.in.start[i] as number));
  const entries = nodes.map((node, i) => ({ ...node, degree: degree(i) }));
  const missing = entries.flatMap(gapsOf);
  return {
    ...completeness(entries),
    entries: entries.length,
    gaps: GAPS.map((gap) => ({ gap, count: missing.filter((each) => each === gap).length })),
  };
}

/** Keys of these systems and of everything that stops with them; keys the register does not know are left out. */
export async function keysThatStop(
  trx: Transaction<Tables>,
  orgId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (keys.length === 0) return found;
  const known = await knownAssets(trx, orgId);
  for (const id of (await idsOfKeys(trx, keys)).values()) {
    const index = known.indexOf.get(id);
    if (index === undefined) continue;
    for (const node of [index, ...whatStops(known.graph, index).order]) {
      const key = known.nodes[node]?.key;
      if (key !== undefined) found.add(key);
    }
  }
  return found;
}

/** Keys of everything that is behind something: what reaches the rest through it alone. */
export const keysBehind = (trx: Transaction<Tables>, orgId: string, key: string): Promise<string[]> =>
  keysReached(trx, orgId, { key, field: 'behind' }, whatIsBehind);

/** Keys of all that a system or fleet is made of and runs on, or that stands at a site; and its own. */
export const keysMadeOf = async (trx: Transaction<Tables>, orgId: string, key: string): Promise<string[]> => [
  key,
  ...(await keysReached(trx, orgId, { key, field: 'of' }, whatItIsMadeOf)),
];

async function keysReached(
  trx: Transaction<Tables>,
  orgId: string,
  { key, field }: { readonly key: string; readonly field: string },
  walk: (graph: Graph, node: number) => Spread,
): Promise<string[]> {
  const known = await knownAssets(trx, orgId);
  const id = (await idsOfKeys(trx, [key])).get(key);
  const index = id === undefined ? undefined : known.indexOf.get(id);
  if (index === undefined)
    throw invalidField(field, {
      ja: `「${key}」は台帳に登録されていません`,
      en: `“${key}” is not in the register`,
    });
  return Array.from(walk(known.graph, index).order).flatMap((node) => known.nodes[node]?.key ?? []);
}
