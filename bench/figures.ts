import fs from 'node:fs';
import elkModule, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { generatedFigure } from '../report/figure/generated.ts';
import { crosses, type Point, type Segment, segmentsOf } from '../report/figure/geometry.ts';
import { type Model, measure, TYPE } from '../report/figure/model.ts';
import type { FigureData } from '../report/figure/schema.ts';
import { FIGURE_AREA, solve } from '../report/figure/solve.ts';

const TRIES = 60;
const GENERATED = 200;
/** CommonJS: what its types call `default` is the module itself. */
const Elk = elkModule as unknown as typeof elkModule.default;
const elk = new Elk();

interface Result {
  readonly ms: number;
  readonly type: number;
  readonly bends: number;
  readonly crossings: number;
  readonly hard: number;
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

function ours(figure: FigureData, language: 'ja' | 'en'): Result {
  const begun = performance.now();
  const sheets = solve(figure, language);
  const ms = performance.now() - begun;
  const sum = (of: 'bends' | 'crossings' | 'hardTotal'): number =>
    sheets.reduce((total, { quality }) => total + quality[of], 0);
  const type = Math.min(...sheets.map(({ quality }) => quality.smallestType));
  return { ms, type, bends: sum('bends'), crossings: sum('crossings'), hard: sum('hardTotal') };
}

/** The same boxes and label rectangles as ours, as the peer wants them. */
function elkGraph(model: Model, turned: boolean, flipped: number): ElkNode {
  const node = (i: number): ElkNode => {
    const box = model.boxes[i];
    if (!box) throw new Error(`no box ${i}`);
    const inner = box.children.map(node);
    return inner.length > 0
      ? {
          id: `n${i}`,
          children: inner,
          layoutOptions: { 'elk.padding': `[top=${box.minHeight + 6},left=15,bottom=15,right=15]` },
        }
      : { id: `n${i}`, width: box.minWidth, height: box.minHeight };
  };
  const edges = model.arrows.map((arrow, k): ElkExtendedEdge => {
    const ends =
      (k * 7919 + flipped) % 3 === 0 && flipped > 0 ? [arrow.to, arrow.from] : [arrow.from, arrow.to];
    return {
      id: `e${k}`,
      sources: [`n${ends[0]}`],
      targets: [`n${ends[1]}`],
      ...(arrow.labelWidth && {
        labels: [{ id: `l${k}`, text: 'x', width: arrow.labelWidth, height: arrow.labelHeight }],
      }),
    };
  });
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': turned ? 'DOWN' : 'RIGHT',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.edgeLabels.inline': 'true',
      'elk.layered.spacing.nodeNodeBetweenLayers': '20',
      'elk.spacing.nodeNode': '18',
    },
    children: model.roots.map(node),
    edges,
  };
}

function pathsOf(laid: ElkNode): Segment[][] {
  const origin = new Map<string, Point>();
  const visit = (node: ElkNode, x: number, y: number): void => {
    origin.set(node.id, [x, y]);
    for (const child of node.children ?? []) visit(child, x + (child.x ?? 0), y + (child.y ?? 0));
  };
  visit(laid, 0, 0);
  return (laid.edges ?? []).flatMap((edge) => {
    const [ox, oy] = origin.get((edge as { container?: string }).container ?? 'root') ?? [0, 0];
    return (edge.sections ?? []).map((section) => {
      const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
      return segmentsOf(points.map(({ x, y }): Point => [x + ox, y + oy]));
    });
  });
}

async function peer(figure: FigureData, language: 'ja' | 'en'): Promise<Result> {
  const model = measure(figure, language, { box: 11, arrow: 8, name: 8, words: 'full' });
  const begun = performance.now();
  let best: Omit<Result, 'ms'> | undefined;
  for (let k = 0; k < TRIES; k++) {
    const laid = await elk.layout(elkGraph(model, k % 2 === 1, k >> 1));
    const scale = Math.min(
      FIGURE_AREA.width / (laid.width ?? 1),
      FIGURE_AREA.height / (laid.height ?? 1),
      1.25,
    );
    const paths = pathsOf(laid);
    let crossings = 0;
    paths.forEach((path, i) => {
      for (const other of paths.slice(i + 1))
        for (const a of path) for (const b of other) if (crosses(a, b)) crossings++;
    });
    const type = TYPE.tag * scale;
    const found = {
      type,
      bends: paths.reduce((sum, path) => sum + Math.max(0, path.length - 1), 0),
      crossings,
      hard: type < 7 ? 1 : 0,
    };
    if (!best || found.type > best.type) best = found;
  }
  return { ms: performance.now() - begun, ...(best ?? { type: 0, bends: 0, crossings: 0, hard: 1 }) };
}

const line = (name: string, { ms, hard, type, bends, crossings }: Result): string =>
  `${name.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms  hard ${hard}  type ${type.toFixed(2)} pt  bends ${String(bends).padStart(2)}  crossings ${crossings}`;

/** Nine cases in both languages against elkjs (best of 60), then generated figures for hard defects. */
export async function benchFigures(): Promise<void> {
  const folder = new URL('../cases/', import.meta.url);
  const all: { mine: Result; theirs: Result }[] = [];
  for (const file of fs.readdirSync(folder).filter((each) => each.endsWith('.yaml')))
    for (const language of ['ja', 'en'] as const) {
      const { figure } = readCase(fs.readFileSync(new URL(file, folder), 'utf8'));
      const pair = { mine: ours(figure, language), theirs: await peer(figure, language) };
      all.push(pair);
      const name = `${file.slice(0, 18)} ${language}`;
      console.log(line(name, pair.mine));
      console.log(line('  elkjs best of 60', pair.theirs));
    }
  const of = (who: 'mine' | 'theirs', what: keyof Result): number[] => all.map((pair) => pair[who][what]);
  const summary = (who: 'mine' | 'theirs') => ({
    'hard defects': of(who, 'hard').reduce((a, b) => a + b, 0),
    'smallest type (pt)': Number(Math.min(...of(who, 'type')).toFixed(2)),
    'median bends': median(of(who, 'bends')),
    crossings: of(who, 'crossings').reduce((a, b) => a + b, 0),
    'median ms': Math.round(median(of(who, 'ms'))),
  });
  console.table({ sonae: summary('mine'), elkjs: summary('theirs') });
  const times = median(of('mine', 'ms')) / median(of('theirs', 'ms'));
  console.log(
    `time ${times.toFixed(2)}×, bends ${(median(of('mine', 'bends')) / median(of('theirs', 'bends'))).toFixed(2)}× of elkjs`,
  );
  let bad = 0;
  const begun = performance.now();
  for (let seed = 1; seed <= GENERATED; seed++)
    if (ours(generatedFigure(seed), seed % 2 ? 'ja' : 'en').hard > 0) bad++;
  const each = (performance.now() - begun) / GENERATED;
  console.log(`generated: ${GENERATED} figures, ${bad} with a hard defect, ${each.toFixed(0)} ms each`);
}
