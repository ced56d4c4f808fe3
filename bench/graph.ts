import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DirectedGraph } from 'graphology';
import { bfsFromNode } from 'graphology-traversal';
import pg from 'pg';
import { buildGraph, whatStops } from '../areas/prepare/assets/graph.ts';
import { ASSET_KINDS, EDGE_KINDS, type EdgeKind } from '../areas/prepare/assets/schema.ts';
import { JAPANESE_HOLIDAYS } from '../areas/prepare/calendars/holidays.ts';
import { USUAL_CALENDAR } from '../areas/prepare/calendars/schema.ts';
import { compileRoster, onAt } from '../areas/prepare/rosters/rules.ts';
import { leave, roster } from '../areas/prepare/rosters/schema.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { seededRandom } from '../kernel/random.ts';

/** Nodes and edges as `buildGraph` takes them. */
interface Drawn {
  readonly kinds: Uint8Array;
  readonly edges: { readonly from: Int32Array; readonly to: Int32Array; readonly kind: Uint8Array };
}
/** Asked for what stops with a node, without the node; an id ends in the node's number. */
type Ask = (start: number) => ArrayLike<number | string> | Promise<ArrayLike<number | string>>;

const ORG = '00000000-0000-4000-9000-000000000000';
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const STOPS: readonly EdgeKind[] = ['dependsOn', 'connectsThrough', 'composedOf', 'hostedOn'];

const COUNTS = { service: 40, system: 300, interface: 200, site: 60, fleet: 30, host: 36_000 } as const;
/** From each of the first kind, so many edges to any of the second: about 80,000 in all. */
const DRAWN: readonly (readonly [keyof typeof COUNTS, EdgeKind, keyof typeof COUNTS, number])[] = [
  ['service', 'dependsOn', 'system', 6],
  ['system', 'dependsOn', 'system', 4],
  ['system', 'hostedOn', 'host', 8],
  ['system', 'copiesTo', 'system', 1],
  ['interface', 'dependsOn', 'system', 1],
  ['interface', 'connectsThrough', 'interface', 1],
  ['host', 'hostedOn', 'site', 1],
  ['host', 'connectsThrough', 'interface', 1],
  ['fleet', 'composedOf', 'host', 120],
];

/** Hosts in sites and behind relays; a system falls with any of its hosts, a relay with the system that manages it. */
function house(): Drawn {
  const random = seededRandom(36_000);
  const kinds = Uint8Array.from(ASSET_KINDS.flatMap((kind, k) => new Array<number>(COUNTS[kind]).fill(k)));
  const any = (kind: keyof typeof COUNTS): number =>
    kinds.indexOf(ASSET_KINDS.indexOf(kind)) + Math.floor(random() * COUNTS[kind]);
  const known = DRAWN.flatMap(([from, kind, to, each]) =>
    Array.from({ length: COUNTS[from] * each }, (_, n) => [
      kinds.indexOf(ASSET_KINDS.indexOf(from)) + (n % COUNTS[from]),
      any(to),
      EDGE_KINDS.indexOf(kind),
    ]),
  );
  const column = (c: number): Int32Array => Int32Array.from(known, (edge) => edge[c] as number);
  return { kinds, edges: { from: column(0), to: column(1), kind: Uint8Array.from(column(2)) } };
}

/** Edges between any two, each of which stops: nearly every start reaches nearly everything, in no order of memory. */
function tangle(nodes: number, count: number): Drawn {
  const random = seededRandom(count);
  const ends = (): Int32Array => new Int32Array(count).map(() => Math.floor(random() * nodes));
  const kind = new Uint8Array(count).map(() => Math.floor(random() * STOPS.length));
  const kinds = new Uint8Array(nodes).fill(ASSET_KINDS.indexOf('system'));
  return { kinds, edges: { from: ends(), to: ends(), kind } };
}

function sonae({ kinds, edges }: Drawn): Ask {
  const graph = buildGraph(kinds, edges);
  return (start) => whatStops(graph, start).order;
}

/** Given only the edges that stop, for its walk cannot choose among them: it has less to look at than ours. */
function graphology({ kinds, edges }: Drawn): Ask {
  const graph = new DirectedGraph();
  for (const node of kinds.keys()) graph.addNode(node);
  for (const [e, from] of edges.from.entries()) {
    const kind = EDGE_KINDS[edges.kind[e] as number] as EdgeKind;
    const counted = kind === 'composedOf' && ASSET_KINDS[kinds[from] as number] === 'fleet';
    if (STOPS.includes(kind) && !counted) graph.mergeEdge(from, edges.to[e]);
  }
  return (start) => {
    const reached: string[] = [];
    const visit = (node: string, _: unknown, depth: number): void => {
      if (depth > 0) reached.push(node);
    };
    bfsFromNode(graph, start, visit, { mode: 'inbound' });
    return reached;
  };
}

/** As the owner: row-level security would cost it more. */
async function postgres({ kinds, edges }: Drawn, client: pg.Client): Promise<Ask> {
  await client.query('SET search_path = sonae');
  await client.query(`INSERT INTO organisation VALUES ($1, 'bench', 'Asia/Tokyo', false, now())`, [ORG]);
  await client.query(
    `INSERT INTO asset (org_id, id, key, kind, name, critical, impact_reason, company, class, os, product, product_version, details, changed_at)
     SELECT $1, id, id, kind, id, false, '', '', '', '', '', '', '{}', now() FROM unnest($2::uuid[], $3::text[]) AS t(id, kind)`,
    [ORG, Array.from(kinds, (_, n) => idOf(n)), Array.from(kinds, (kind) => ASSET_KINDS[kind])],
  );
  const [from, to] = [Array.from(edges.from, idOf), Array.from(edges.to, idOf)];
  await client.query(
    `INSERT INTO asset_edge SELECT $1, t.* FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS t ON CONFLICT DO NOTHING`,
    [ORG, from, Array.from(edges.kind, (kind) => EDGE_KINDS[kind]), to],
  );
  await client.query('VACUUM ANALYZE asset, asset_edge');
  const text = `WITH RECURSIVE stopped(id) AS (
      SELECT $2::uuid UNION SELECT e.from_id FROM stopped s JOIN asset_edge e ON e.org_id = $1 AND e.to_id = s.id
      WHERE e.kind = ANY ($3) AND NOT (e.kind = 'composedOf' AND EXISTS (
        SELECT FROM asset a WHERE a.org_id = $1 AND a.id = e.from_id AND a.kind = 'fleet')))
    SELECT id FROM stopped WHERE id <> $2`;
  return async (start) => {
    const values = [ORG, idOf(start), STOPS];
    const { rows } = await client.query<string[]>({ name: 'stops', text, values, rowMode: 'array' });
    return rows.map(([id]) => id as string);
  };
}

const over: string[] = [];
function held(what: string, value: number, bar: number): void {
  if (value > bar) over.push(`${what} ${value.toFixed(1)}, bar ${bar}`);
}
const say = (name: string, words: string): void => console.log(`  ${name.padEnd(26)} ${words}`);
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function timed<T>(work: () => T): Promise<{ value: Awaited<T>; ms: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun };
}

/** @returns p99 in ms */
async function measured(name: string, ask: Ask, starts: readonly number[]): Promise<number> {
  const times: number[] = [];
  for (const start of starts) times.push((await timed(() => ask(start))).ms);
  times.sort((a, b) => a - b);
  const at = (q: number): number => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
  say(name, `p50 ${at(0.5).toFixed(3)} ms, p99 ${at(0.99).toFixed(3)} ms`);
  return at(0.99);
}

async function answers(ask: Ask, starts: readonly number[]): Promise<Int32Array[]> {
  const sets: Int32Array[] = [];
  for (const start of starts)
    sets.push(Int32Array.from(await ask(start), (id) => Number(String(id).slice(-12))).sort());
  return sets;
}

/** Compares what all say, then times them: ours while the heap is its own, each peer once its answers are ours. */
async function beside(
  drawn: Drawn,
  many: number,
  peers: Readonly<Record<string, () => Ask | Promise<Ask>>>,
): Promise<number> {
  const random = seededRandom(many);
  const starts = Array.from({ length: many }, () => Math.floor(random() * drawn.kinds.length));
  const [nodes, edges] = [drawn.kinds, drawn.edges.from].map(({ length }) => length.toLocaleString('en'));
  console.log(`what stops: ${nodes} nodes, ${edges} edges, ${many} starts`);
  const ours = await timed(() => sonae(drawn));
  const expected = await answers(ours.value, Object.keys(peers).length > 0 ? starts : starts.slice(0, 5));
  const sizes = expected.map(({ length }) => length).sort((a, b) => a - b);
  say('reached', `median ${sizes[sizes.length >> 1]}, most ${sizes.at(-1)}`);
  const p99 = await measured('Sonae', ours.value, starts);
  say('Sonae, built', `${ours.ms.toFixed(0)} ms, peak of the process ${peakMegabytes().toFixed(0)} MB`);
  held('build, s', ours.ms / 1e3, 10);
  for (const [name, build] of Object.entries(peers)) {
    const peer = await timed(build);
    if (!isDeepStrictEqual(await answers(peer.value, starts), expected)) throw new Error(`${name} differs`);
    const ratio = p99 / (await measured(name, peer.value, starts));
    say(`${name}, built`, `${peer.ms.toFixed(0)} ms, peak of the process ${peakMegabytes().toFixed(0)} MB`);
    say('ratio, the same answers', `p99 ${ratio.toFixed(4)}×, build ${(ours.ms / peer.ms).toFixed(4)}×`);
  }
  return p99;
}

async function hosts(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-bench-'));
  fs.chmodSync(folder, 0o711);
  const server = await startEmbedded(path.join(folder, 'pg'));
  const client = new pg.Client({ connectionString: server.url });
  try {
    await migrate(server.url);
    await client.connect();
    const drawn = house();
    const peers = { graphology: () => graphology(drawn), postgres: () => postgres(drawn, client) };
    held('p99 of 36,000 hosts, ms', await beside(drawn, 1_000, peers), 5);
  } finally {
    await client.end();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Workdays, nights and days off in turns of twelve each, with leave and swaps, against a look at every shift. */
async function onDuty(): Promise<void> {
  const random = seededRandom(2026);
  const upTo = (n: number): number => Math.floor(random() * n);
  const first = Temporal.PlainDate.from('2026-01-01');
  const day = (n: number): string => first.add({ days: n }).toString();
  const layers = (['workdays', 'every', 'daysOff'] as const).map((days, l) => ({
    ...{ name: days, days, start: day(0), turnDays: days === 'every' ? 7 : 1 },
    ...(days === 'every' ? { from: '17:15', until: '08:30' } : { from: '08:30', until: '17:15' }),
    members: Array.from({ length: 12 }, (_, n) => ({ personId: idOf(l * 12 + n) })),
  }));
  const away = Array.from({ length: 150 }, (_, n) => {
    const from = upTo(360);
    const days = { from: day(from), until: day(from + upTo(7)) };
    return leave.parse({ key: `l${n}`, name: 'l', personId: idOf(upTo(36)), ...days });
  });
  const overrides = Array.from({ length: 60 }, () => {
    const on = day(upTo(365));
    return { layer: upTo(3), personId: idOf(upTo(36)), from: `${on}T10:00`, until: `${on}T19:00` };
  });
  const year = roster.parse({ key: 'r', name: 'r', layers, overrides });
  const world = {
    calendar: USUAL_CALENDAR,
    holidays: JAPANESE_HOLIDAYS,
    leave: away,
    gone: new Map<string, Temporal.Instant>(),
  };
  const worked = await timed(() => compileRoster(year, world, first.add({ years: 1 })));
  const shifts = worked.value.layers.flat();
  const from = first.toZonedDateTime(USUAL_CALENDAR.timeZone).epochMilliseconds;
  const moments = Array.from({ length: 5_000 }, () =>
    Temporal.Instant.fromEpochMilliseconds(from + upTo(365 * 86_400_000)),
  );
  const ours: Ask = (n) => onAt(worked.value, moments[n] as Temporal.Instant);
  const look: Ask = (n) => {
    const ms = moments[n]?.epochMilliseconds ?? 0;
    const on = shifts.filter(({ start, end }) => start.epochMilliseconds <= ms && end.epochMilliseconds > ms);
    return [...new Set(on.flatMap(({ personId }) => personId ?? []))];
  };
  const all = [...moments.keys()];
  console.log(`who is on: a year of 3 layers × 12 members, ${shifts.length} shifts, ${all.length} moments`);
  if (!isDeepStrictEqual(await answers(ours, all), await answers(look, all)))
    throw new Error('answers differ');
  const p99 = await measured('Sonae', ours, all);
  const ratio = p99 / (await measured('a look at every shift', look, all));
  say('ratio of p99', `${ratio.toFixed(4)}×; worked out once in ${worked.ms.toFixed(0)} ms`);
  held('p99 of who is on, ms', p99, 1);
}

/** The graph of systems beside graphology and PostgreSQL; the largest first, so that the peak of memory is ours alone. */
export async function benchGraph(): Promise<void> {
  held('p99 of a million nodes, ms', await beside(tangle(1_000_000, 10_000_000), 200, {}), 250);
  held('memory of a million nodes, MB', peakMegabytes(), 1_024);
  await hosts();
  await onDuty();
  console.log('a tenth of the million, for all of it would take graphology many GB:');
  const tenth = tangle(100_000, 1_000_000);
  await beside(tenth, 5, { graphology: () => graphology(tenth) });
  for (const line of over) console.log(`above its bar: ${line}`);
  if (over.length > 0) process.exitCode = 1;
}
