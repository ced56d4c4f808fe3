import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildGraph,
  type Graph,
  gatesBetween,
  type Spread,
  whatIsBehind,
  whatIsReached,
  whatStops,
} from './graph.ts';
import { recoveryOrder } from './recovery-order.ts';
import { completeness, gapsOf } from './rules.ts';
import { ASSET_KINDS, type AssetKind, EDGE_KINDS, type EdgeKind } from './schema.ts';

/** `a>b` reads a depends on b; `a~b` connects through; `a=b` is composed of; `a@b` is hosted on. */
function drawn(text: string, kinds: Readonly<Record<string, AssetKind>> = {}) {
  const marks: Record<string, EdgeKind> = {
    '>': 'dependsOn',
    '~': 'connectsThrough',
    '=': 'composedOf',
    '@': 'hostedOn',
  };
  const edges = text.split(/\s+/).map((word) => /^(\w+)([>~=@])(\w+)$/.exec(word) as RegExpExecArray);
  const names = [...new Set(edges.flatMap(([, a = '', , b = '']) => [a, b]))];
  const graph = buildGraph(
    Uint8Array.from(names, (name) => ASSET_KINDS.indexOf(kinds[name] ?? 'system')),
    {
      from: Int32Array.from(edges, ([, a = '']) => names.indexOf(a)),
      to: Int32Array.from(edges, ([, , , b = '']) => names.indexOf(b)),
      kind: Uint8Array.from(edges, ([, , mark = '']) => EDGE_KINDS.indexOf(marks[mark] as EdgeKind)),
    },
  );
  const at = (name: string) => names.indexOf(name);
  const named = ({ order }: Spread) => [...order].map((node) => names[node]).sort();
  return { graph, at, named, names };
}

describe('as the cases say', () => {
  test('C1: the terminal reaches the core only through the converter and the management server', () => {
    const { graph, at, named, names } = drawn(
      'terminal~equipment equipment~converter converter~management management~core',
    );
    expect(named(whatIsReached(graph, at('terminal')))).toEqual([
      'converter',
      'core',
      'equipment',
      'management',
    ]);
    expect(gatesBetween(graph, at('terminal'), at('core'))?.map((node) => names[node])).toEqual([
      'equipment',
      'converter',
      'management',
    ]);
  });

  test('C1: with a second way in, the converter is no longer the only one', () => {
    const { graph, at, names } = drawn(
      'terminal~equipment equipment~converter converter~management management~core terminal~management',
    );
    expect(gatesBetween(graph, at('terminal'), at('core'))?.map((node) => names[node])).toEqual([
      'management',
    ]);
    expect(gatesBetween(graph, at('terminal'), at('nowhere'))).toBeUndefined();
  });

  test('C3: what falls with the authentication service', () => {
    const { graph, at, named } = drawn('service=signin service=payment signin>auth payment>ledger');
    expect(named(whatStops(graph, at('auth')))).toEqual(['service', 'signin']);
  });

  test('C9: the devices behind one relay, and none behind another', () => {
    const { graph, at, named } = drawn('eq1~relay1 eq2~relay1 eq3~relay2 relay1~host relay2~host');
    expect(named(whatIsBehind(graph, at('relay1')))).toEqual(['eq1', 'eq2']);
    expect(named(whatIsBehind(graph, at('host')))).toEqual(['eq1', 'eq2', 'eq3', 'relay1', 'relay2']);
  });

  test('C6: one host down does not stop its fleet, a site down stops all on it', () => {
    const { graph, at, named } = drawn('fleet=h1 fleet=h2 h1@site h2@site', { fleet: 'fleet' });
    expect(named(whatStops(graph, at('h1')))).toEqual([]);
    expect(named(whatStops(graph, at('site')))).toEqual(['h1', 'h2']);
  });
});

describe('recovery order (C6-R2)', () => {
  const order = (
    text: string,
    impact: Readonly<Record<string, number | null>>,
    rto: Readonly<Record<string, number>> = {},
  ) => {
    const { graph, names } = drawn(text);
    return recoveryOrder(
      graph,
      names.map((name) => ({
        listed: !name.startsWith('host'),
        impact: impact[name] ?? null,
        rtoMinutes: rto[name] ?? null,
        confirmed: false,
      })),
    ).map(({ node, ...rest }) => ({
      name: names[node],
      because: names[rest.because],
      needsOwner: rest.needsOwner,
      impact: rest.impact,
    }));
  };

  test('what the most important needs comes before it, and says because of what', () => {
    const found = order('pay>db news>cms', { pay: 4, news: 1, cms: 3 });
    expect(found.map(({ name }) => name)).toEqual(['db', 'pay', 'cms', 'news']);
    expect(found[0]).toEqual({ name: 'db', because: 'pay', impact: 4, needsOwner: true });
  });

  test('the shorter recovery time decides between equals; the unknown is listed last and marked', () => {
    const found = order('a>x b>y c>z', { a: 2, b: 2, x: 0, y: 0 }, { a: 60, b: 30, y: 30, x: 60 });
    expect(found.map(({ name }) => name)).toEqual(['y', 'b', 'x', 'a', 'z', 'c']);
    expect(found.filter(({ needsOwner }) => needsOwner).map(({ name }) => name)).toEqual(['z', 'c']);
  });

  test('what stands on a host that carries what another needs is needed too, and lends its time', () => {
    const found = order('pay@host1 host1~relay news>cms', { pay: 4, news: 4 }, { pay: 30, news: 60 });
    expect(found.map(({ name }) => name)).toEqual(['relay', 'pay', 'cms', 'news']);
    expect(found[0]).toMatchObject({ because: 'pay', impact: 4, needsOwner: true });
  });

  test('things that need each other come together, before what needs them', () => {
    const names = order('a>b b>a c>a', { c: 3 }).map(({ name }) => name);
    expect(names.indexOf('c')).toBe(2);
  });
});

const world = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        kind: fc.nat(EDGE_KINDS.length - 1),
      }),
      { maxLength: 60 },
    ),
    impacts: fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: count, maxLength: count }),
  }),
);
const graphOf = ({
  count,
  edges,
}: {
  count: number;
  edges: readonly { from: number; to: number; kind: number }[];
}): Graph =>
  buildGraph(new Uint8Array(count).fill(ASSET_KINDS.indexOf('system')), {
    from: Int32Array.from(edges, ({ from }) => from),
    to: Int32Array.from(edges, ({ to }) => to),
    kind: Uint8Array.from(edges, ({ kind }) => kind),
  });
const STOPPING = ['dependsOn', 'connectsThrough', 'composedOf', 'hostedOn'].map((k) =>
  EDGE_KINDS.indexOf(k as EdgeKind),
);

describe('whatever the graph', () => {
  test('what stops is what a naive closure says, each once and by a neighbour', () => {
    fc.assert(
      fc.property(world, fc.nat(23), (w, n) => {
        const start = n % w.count;
        const naive = new Set([start]);
        for (let grew = true; grew; ) {
          grew = false;
          for (const { from, to, kind } of w.edges)
            if (STOPPING.includes(kind) && naive.has(to) && !naive.has(from)) {
              naive.add(from);
              grew = true;
            }
        }
        naive.delete(start);
        const { order, via, steps } = whatStops(graphOf(w), start);
        expect([...order].sort((a, b) => a - b)).toEqual([...naive].sort((a, b) => a - b));
        for (const [i, node] of order.entries())
          expect(w.edges.some(({ from, to }) => from === node && to === via[i])).toBe(true);
        expect([...steps]).toEqual([...steps].sort((a, b) => a - b));
        for (const [i, node] of order.entries()) {
          const before = via[i] === start ? 0 : steps[[...order].indexOf(via[i] as number)];
          expect([node, steps[i]]).toEqual([node, (before as number) + 1]);
        }
      }),
    );
  });

  test('every candidate is ranked once, and none before what it needs unless they need each other', () => {
    fc.assert(
      fc.property(world, (w) => {
        const graph = graphOf(w);
        const placed = recoveryOrder(
          graph,
          w.impacts.map((impact) => ({ listed: true, impact, rtoMinutes: null, confirmed: false })),
        );
        expect(placed.map(({ node }) => node).sort((a, b) => a - b)).toEqual(w.impacts.map((_, i) => i));
        const at = new Map(placed.map(({ node }, i) => [node, i]));
        for (const { from, to, kind } of w.edges) {
          if (!STOPPING.includes(kind) || from === to) continue;
          const circular = [...whatStops(graph, from).order].includes(to);
          if (!circular) expect(at.get(to)).toBeLessThan(at.get(from) ?? -1);
        }
      }),
    );
  });
});

test('completeness counts what is asked of systems, and not of hosts (C6-L1)', () => {
  const full = { kind: 'system', unitId: 'u', impact: 2, rtoMinutes: 60, degree: 1 };
  expect(gapsOf(full)).toEqual([]);
  expect(gapsOf({ ...full, unitId: null, impact: null, rtoMinutes: null, degree: 0 })).toEqual([
    'owner',
    'impact',
    'rto',
    'dependency',
  ]);
  expect(completeness([full, { ...full, impact: null }, { ...full, kind: 'host', impact: null }])).toEqual({
    filled: 7,
    asked: 8,
  });
});
