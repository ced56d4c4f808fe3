import type { Trunk } from './bundle.ts';
import { attackersInside, backwardsOf, executivesDrop, stepsOf } from './convention.ts';
import {
  type Area,
  centreOf,
  crosses,
  enters,
  freeEnds,
  inside,
  overlap,
  type Point,
  type Rect,
  type Segment,
  segmentsOf,
  sharedLength,
} from './geometry.ts';
import { type Model, type TextBlock, TYPE } from './model.ts';
import type { Placed } from './placement.ts';
import { headOf, SHORTEST_STEP } from './router.ts';
import { labelsOf, wordsOf } from './rules.ts';
import type { FigureData } from './schema.ts';
import { calloutsOf, insideOf, ridingOn, type Sheet, scaleAtMost } from './sheet.ts';
import { badBreaks, FACES, widthOf } from './text.ts';

/** Type smaller than this on the printed page counts as hidden. */
export const SMALLEST_TYPE = 7.5;

/** Type as large as this is read without effort. */
export const COMFORTABLE_TYPE = 8;

/** Counts of what must never happen; a document refuses a figure with any of them. */
export interface HardDefects {
  readonly boxOverlap: number;
  readonly labelOverlap: number;
  readonly labelOnFrame: number;
  readonly arrowThroughBox: number;
  readonly arrowThroughLabel: number;
  readonly arrowMissing: number;
  readonly labelDetached: number;
  /** A head, or where an arrow begins, too near its own label to be seen. */
  readonly headHidden: number;
  readonly oblique: number;
  readonly textOverflow: number;
  /** Texts with a line end against kinsoku, or inside a number or a Latin word. */
  readonly badBreak: number;
  /** Labels of the data drawn too often or not at all, with or without their words. */
  readonly labelMiscounted: number;
  readonly outOfPage: number;
  readonly smallType: number;
}

export interface Quality {
  readonly hard: HardDefects;
  readonly hardTotal: number;
  readonly scale: number;
  /** Smallest type on the page, in points. */
  readonly smallestType: number;
  readonly bends: number;
  readonly crossings: number;
  readonly sharedPoints: number;
  /** Labels that lie across the frame of a container. */
  readonly straddles: number;
  /** Crossings so near a head that it seems to belong to the other line. */
  readonly crossedHeads: number;
  /** Steps of a line too short to be meant. */
  readonly jogs: number;
  /** Lines that end inside a phrase. */
  readonly brokenPhrases: number;
  /** Share of the page the figure covers. */
  readonly fill: number;
  /** Share of the steps from one number to the next that go right or down; 1 where there are none. */
  readonly numberOrder: number;
  /** How far executives stand below the highest of their own, in shares of their container. */
  readonly executivesDrop: number;
  /** One number to choose between layouts; lower is better. */
  readonly cost: number;
}

/** Text blocks with the rectangle each must stay in. */
function textsOf(sheet: Sheet): { block: TextBlock; bold: boolean; room: Rect }[] {
  const { model, routed } = sheet;
  const ofCallouts = (placed: { callout: { text: TextBlock }; rect: Rect }[]) =>
    placed.map(({ callout, rect }) => ({ block: callout.text, bold: false, room: rect }));
  return [
    ...model.boxes.flatMap((box, i) => {
      const r = routed.boxes[i];
      if (!r) return [];
      return [{ block: box.name, bold: true, room: r }, ...ofCallouts(insideOf(model, i, r).callouts)];
    }),
    ...model.arrows.flatMap((arrow, i) => {
      const r = routed.labels[i];
      return r ? ofCallouts(ridingOn(arrow, r)) : [];
    }),
    ...sheet.list.map((item) => ({
      block: item.text,
      bold: false,
      room: { x: item.x, y: item.y, w: item.w, h: item.text.h },
    })),
  ];
}

const related = (sheet: Sheet, a: number, b: number): boolean =>
  (sheet.model.chains[a]?.includes(b) ?? false) || (sheet.model.chains[b]?.includes(a) ?? false);

function boxDefects(sheet: Sheet): number {
  const { boxes } = sheet.routed;
  let found = 0;
  for (let i = 0; i < boxes.length; i++) {
    const parent = sheet.model.boxes[i]?.parent ?? -1;
    if (parent >= 0 && !inside(boxes[i] as Rect, boxes[parent] as Rect)) found++;
    for (let j = i + 1; j < boxes.length; j++)
      if (!related(sheet, i, j) && overlap(boxes[i] as Rect, boxes[j] as Rect)) found++;
  }
  return found;
}

/** What a label or a foreign arrow must not touch: a leaf, or the head of a container. */
const solidOf = (sheet: Sheet, i: number): Rect => {
  const r = sheet.routed.boxes[i] as Rect;
  return (sheet.model.boxes[i]?.children.length ?? 0) > 0 ? headOf(sheet.model, i, r) : r;
};

function labelDefects(sheet: Sheet): { labelOverlap: number; labelOnFrame: number } {
  const { routed, model } = sheet;
  const labels = routed.labels.flatMap((label) => label ?? []);
  let labelOverlap = 0;
  let labelOnFrame = 0;
  labels.forEach((label, k) => {
    for (const other of labels.slice(k + 1)) if (overlap(label, other)) labelOverlap++;
    model.boxes.forEach((box, i) => {
      if (overlap(label, solidOf(sheet, i))) labelOverlap++;
      const frame = routed.boxes[i] as Rect;
      // Straddling a frame is allowed where the frame is plainly seen on both sides of the label.
      if (
        box.children.length > 0 &&
        overlap(label, frame) &&
        !inside(label, frame, 0) &&
        hidesCorner(label, frame)
      )
        labelOnFrame++;
    });
  });
  return { labelOverlap, labelOnFrame };
}

/** A label that swallows a corner of a frame makes it unclear what lies inside. */
function hidesCorner(label: Rect, frame: Rect): boolean {
  return [frame.x, frame.x + frame.w].some((x) =>
    [frame.y, frame.y + frame.h].some(
      (y) => x > label.x && x < label.x + label.w && y > label.y && y < label.y + label.h,
    ),
  );
}

/** Whether an arrow begins (or ends) on the line of its trunk, beyond the label both share. */
function forksOff({ routed }: Sheet, k: number, { arrow, end }: Trunk): boolean {
  const path = routed.arrows[k] ?? [];
  const fork = end === 'from' ? path[0] : path.at(-1);
  const label = routed.labels[arrow];
  const trunk = segmentsOf(routed.arrows[arrow] ?? []);
  if (!fork || !label) return false;
  const dot = { x: fork[0] - 1, y: fork[1] - 1, w: 2, h: 2 };
  const on = trunk.findIndex((segment) => enters(segment, dot, 0));
  const [start, stop] = trunk[on] ?? [];
  if (!start || !stop) return false;
  // What is walked between the fork and the shared end must include the label.
  const shared: Segment[] =
    end === 'from' ? [...trunk.slice(0, on), [start, fork]] : [[fork, stop], ...trunk.slice(on + 1)];
  return shared.some((segment) => enters(segment, label, 0)) && !overlap(dot, label);
}

function arrowDefects(sheet: Sheet) {
  const { model, routed } = sheet;
  const count = {
    arrowThroughBox: 0,
    arrowThroughLabel: 0,
    arrowMissing: 0,
    labelDetached: 0,
    headHidden: 0,
    oblique: 0,
  };
  model.arrows.forEach((arrow, k) => {
    const segments = segmentsOf(routed.arrows[k] ?? []);
    if (segments.length === 0) count.arrowMissing++;
    const own = new Set([...(model.chains[arrow.from] ?? []), ...(model.chains[arrow.to] ?? [])]);
    const touches = (r: Rect, margin?: number): boolean => segments.some((s) => enters(s, r, margin));
    model.boxes.forEach((box, i) => {
      if (i === arrow.from || i === arrow.to) return;
      const holds = box.children.length > 0;
      if (holds && !own.has(i) && touches(routed.boxes[i] as Rect)) count.arrowThroughBox++;
      else if (holds && touches(solidOf(sheet, i))) count.arrowThroughBox++;
      else if (!holds && touches(routed.boxes[i] as Rect)) count.arrowThroughBox++;
    });
    routed.labels.forEach((label, other) => {
      if (label && other !== k && touches(label)) count.arrowThroughLabel++;
    });
    const label = routed.labels[k];
    if (label && !touches(label, -1)) count.labelDetached++;
    if (arrow.trunk && !forksOff(sheet, k, arrow.trunk)) count.labelDetached++;
    const free = label && freeEnds(segments, label);
    if (free && (free.tail < arrow.seen.tail - 0.5 || free.head < arrow.seen.head - 0.5)) count.headHidden++;
    if (segments.some(([a, b]) => Math.abs(a[0] - b[0]) > 1 && Math.abs(a[1] - b[1]) > 1)) count.oblique++;
  });
  return count;
}

function textDefects(sheet: Sheet): number {
  const faces = FACES[sheet.model.language];
  return textsOf(sheet).filter(({ block, bold, room }) => {
    const widest = Math.max(
      0,
      ...block.lines.map((text) => widthOf(text, bold ? faces.bold : faces.regular, block.size)),
    );
    const height = block.lines.length * block.size * TYPE.lineHeight;
    return widest > room.w + 0.5 || height > room.h + 1.5;
  }).length;
}

const breakDefects = (sheet: Sheet): number =>
  textsOf(sheet).filter(({ block }) => badBreaks(block.whole, block.lines) > block.cuts).length;

/** Every label of the data against what is on the sheet: each as often as it was written, its words legible somewhere. */
function countDefects({ model, routed, list }: Sheet, figure: FigureData): number {
  const key = (kind: string, numbers: readonly number[], words: string): string =>
    `${kind} ${numbers.join()} ${words}`;
  const missing = new Map<string, number>();
  const count = (label: string, by: 1 | -1): void => {
    missing.set(label, (missing.get(label) ?? 0) + by);
  };
  for (const { label } of labelsOf(figure))
    count(key(label.kind, label.numbers, wordsOf(label, model.language)), 1);
  const drawn = [
    ...model.boxes.flatMap(({ callouts }) => callouts),
    // A shared label stands for every arrow that forks off its own.
    ...model.arrows.flatMap(({ trunk }, k) => {
      const bearer = trunk?.arrow ?? k;
      return routed.labels[bearer] ? (model.arrows[bearer]?.callouts ?? []) : [];
    }),
  ];
  let wordless = 0;
  for (const { kind, numbers, words, text, tag } of drawn) {
    count(key(kind, numbers, words), -1);
    const listed = list.some(({ callout }) => callout.tag === tag && callout.words === words);
    if (text.lines.length === 0 && !listed) wordless++;
  }
  return [...missing.values()].reduce((sum, n) => sum + Math.abs(n), wordless);
}

function outside(sheet: Sheet): number {
  const page = { x: 0, y: 0, w: sheet.width, h: sheet.height };
  const rects = [
    ...sheet.routed.boxes,
    ...sheet.routed.labels.flatMap((label) => label ?? []),
    ...sheet.legend.map(({ x, y, w }) => ({ x, y, w, h: TYPE.tag })),
    ...sheet.list.map(({ x, y, w, text }) => ({ x, y, w, h: text.h })),
  ];
  return rects.filter((r) => !inside(r, page)).length;
}

/** Two segments of different arrows compared pair by pair. */
function entanglement(paths: readonly (readonly Segment[])[]): { crossings: number; sharedPoints: number } {
  let crossings = 0;
  let sharedPoints = 0;
  paths.forEach((path, i) => {
    for (const other of paths.slice(i + 1))
      for (const a of path)
        for (const b of other) {
          if (crosses(a, b)) crossings++;
          sharedPoints += sharedLength(a, b);
        }
  });
  return { crossings, sharedPoints };
}

/** Labels that lie across a container's frame: which side a label belongs to must be plain. */
function straddlesOf({ model, routed }: Sheet): number {
  const frames = model.boxes.flatMap(({ children }, i) =>
    children.length > 0 ? [routed.boxes[i] as Rect] : [],
  );
  return routed.labels.reduce(
    (sum, label) =>
      sum + (label ? frames.filter((frame) => overlap(label, frame) && !inside(label, frame)).length : 0),
    0,
  );
}

/** Points before a head in which no other line may cross. */
const HEAD_ROOM = 20;

const lengthOf = ([a, b]: Segment): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);

/** The last points of a line before its head. */
function headPiece(segment: Segment | undefined): Segment | undefined {
  if (!segment) return undefined;
  const [from, to] = segment;
  const length = lengthOf(segment);
  const share = length > HEAD_ROOM ? HEAD_ROOM / length : 1;
  const start: Point = [to[0] + (from[0] - to[0]) * share, to[1] + (from[1] - to[1]) * share];
  return [start, to];
}

function crossedHeadsOf({ model }: Sheet, paths: readonly (readonly Segment[])[]): number {
  const reversed = ([a, b]: Segment): Segment => [b, a];
  return model.arrows.reduce((sum, { ways, trunk }, k) => {
    const path = paths[k] ?? [];
    const heads = [
      ...(ways === 'none' || trunk?.end === 'to' ? [] : [headPiece(path.at(-1))]),
      ...(ways === 'both' && path[0] ? [headPiece(reversed(path[0]))] : []),
    ].filter((piece) => piece !== undefined);
    const others = paths.flatMap((other, i) => (i === k ? [] : other));
    return sum + heads.filter((head) => others.some((other) => crosses(head, other))).length;
  }, 0);
}

/** Steps between two bends; the pieces at the ends belong to their boxes. */
const jogsOf = (paths: readonly (readonly Segment[])[]): number =>
  paths.reduce(
    (sum, path) => sum + path.slice(1, -1).filter((step) => lengthOf(step) < SHORTEST_STEP).length,
    0,
  );

/** What each fault weighs against the size of the type: a hundredth of it is worth 2.6. */
const COST = {
  hard: 100,
  crossing: 6,
  straddle: 40,
  crossedHead: 18,
  jog: 10,
  bend: 1.2,
  sharedPoint: 0.3,
  smaller: 260,
  /** For each point under type that is read without effort. */
  strain: 50,
  unfilled: 12,
  brokenPhrase: 2,
  backwards: 6,
  executivesDrop: 60,
  attackerInside: 30,
} as const;

/** What readers expect: numbers that lead onwards, executives high, attackers at the edge. */
function conventions({ model, routed }: Sheet) {
  const steps = stepsOf(model);
  const backwards = backwardsOf(steps, routed.boxes, (arrow): Point => {
    const label = routed.labels[arrow];
    return label ? centreOf(label) : [0, 0];
  });
  const drop = executivesDrop(model, routed.boxes);
  const inside = attackersInside(model, routed.boxes, routed.width, routed.height);
  return {
    numberOrder: steps.length > 0 ? 1 - backwards / steps.length : 1,
    executivesDrop: drop,
    cost: backwards * COST.backwards + drop * COST.executivesDrop + inside * COST.attackerInside,
  };
}

/**
 * What a placement will cost at least, whatever way its arrows take: a layout that cannot be better than one already
 * found need not be routed. Boxes keep their places, and lines and labels only add to the room they need.
 */
export function costAtLeast(model: Model, placed: Placed, page: Area): number {
  const scale = scaleAtMost(model, placed.rects, page);
  const texts = [
    ...model.boxes.flatMap(({ name, callouts }) => [name, ...callouts.map(({ text }) => text)]),
    ...model.arrows.flatMap(({ callouts, trunk }) => (trunk ? [] : callouts.map(({ text }) => text))),
  ];
  return (
    (typeAt(scale, model) < SMALLEST_TYPE ? COST.hard : 0) +
    Math.max(0, 1 - scale) * COST.smaller +
    strainOf(typeAt(scale, model)) +
    texts.reduce((sum, { brokenPhrases }) => sum + brokenPhrases, 0) * COST.brokenPhrase +
    executivesDrop(model, placed.rects) * COST.executivesDrop
  );
}

const strainOf = (type: number): number => Math.max(0, COMFORTABLE_TYPE - type) * COST.strain;

const typeAt = (scale: number, model: Model): number =>
  Math.min(TYPE.text, TYPE.relation, ...calloutsOf(model).map(() => TYPE.tag)) * scale;

/** Measures a laid-out figure; the same numbers choose between layouts and guard the result. */
export function qualityOf(sheet: Sheet, page: Area, figure: FigureData): Quality {
  const smallestType = typeAt(sheet.scale, sheet.model);
  const hard: HardDefects = {
    boxOverlap: boxDefects(sheet),
    ...labelDefects(sheet),
    ...arrowDefects(sheet),
    textOverflow: textDefects(sheet),
    badBreak: breakDefects(sheet),
    labelMiscounted: countDefects(sheet, figure),
    outOfPage: outside(sheet),
    smallType: smallestType < SMALLEST_TYPE ? 1 : 0,
  };
  const hardTotal = Object.values(hard).reduce((sum: number, n: number) => sum + n, 0);
  const paths = sheet.routed.arrows.map(segmentsOf);
  const bends = paths.reduce((sum, path) => sum + Math.max(0, path.length - 1), 0);
  const { crossings, sharedPoints } = entanglement(paths);
  const fill = (sheet.width * sheet.height * sheet.scale * sheet.scale) / (page.width * page.height);
  const straddles = straddlesOf(sheet);
  const crossedHeads = crossedHeadsOf(sheet, paths);
  const jogs = jogsOf(paths);
  const brokenPhrases = textsOf(sheet).reduce((sum, { block }) => sum + block.brokenPhrases, 0);
  const expected = conventions(sheet);
  const cost =
    hardTotal * COST.hard +
    crossings * COST.crossing +
    straddles * COST.straddle +
    crossedHeads * COST.crossedHead +
    jogs * COST.jog +
    bends * COST.bend +
    sharedPoints * COST.sharedPoint +
    Math.max(0, 1 - sheet.scale) * COST.smaller +
    strainOf(smallestType) +
    (1 - fill) * COST.unfilled +
    brokenPhrases * COST.brokenPhrase +
    expected.cost;
  const { numberOrder, executivesDrop } = expected;
  const { scale } = sheet;
  return {
    hard,
    hardTotal,
    scale,
    smallestType,
    bends,
    crossings,
    straddles,
    crossedHeads,
    jogs,
    sharedPoints,
    fill,
    brokenPhrases,
    numberOrder,
    executivesDrop,
    cost,
  };
}
