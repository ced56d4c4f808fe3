import type { Language } from '../../kernel/language.ts';
import { seededRandom } from '../../kernel/random.ts';
import { anneal, extend } from './anneal.ts';
import { type Arrangement, seatsOf } from './arrangement.ts';
import type { Area } from './geometry.ts';
import { type Measure, measure, TYPE } from './model.ts';
import { place, UNIT } from './placement.ts';
import { type Plan, planOf } from './plan.ts';
import { COMFORTABLE_TYPE, costAtLeast, type Quality, qualityOf, SMALLEST_TYPE } from './quality.ts';
import { route } from './router.ts';
import { labelsOf, structureFaults } from './rules.ts';
import type { FigureBox, FigureData } from './schema.ts';
import { calloutsOf, LIST_ROOM, type Sheet, sheetOf } from './sheet.ts';

/** What the figure gets of an A4 landscape page under title and summary, in points. */
export const FIGURE_AREA: Area = { width: 774, height: 380 };

export interface Solved {
  readonly sheet: Sheet;
  readonly quality: Quality;
  readonly arrangement: Arrangement;
}

export interface SolveOptions {
  readonly page?: Area;
  /** Positions to keep: what is new is put where it disturbs least (an edit). Without it, a fresh solution. */
  readonly kept?: Arrangement;
}

/** Wraps from wide to narrow; the narrowest come when nothing wider fits. */
const WRAPS: readonly Measure[] = [
  { box: 12, arrow: 9.5, name: 9, words: 'full' },
  { box: 11, arrow: 8, name: 8, words: 'full' },
  { box: 14, arrow: 11.5, name: 10, words: 'full' },
];
const NARROW: readonly Measure[] = [
  { box: 9.5, arrow: 7, name: 7, words: 'full' },
  { box: 10, arrow: 14, name: 8, words: 'full' },
  { box: 8, arrow: 9, name: 6.5, words: 'full' },
];
const TAGS: readonly Measure[] = [{ box: 12, arrow: 8.5, name: 8, words: 'tag' }];

interface Effort {
  readonly wraps: readonly Measure[];
  readonly seeds: number;
  readonly steps: number;
  /** How many placements of each wrap are routed. */
  readonly routed: number;
}

/** Where something is still to be mended, narrower lines are tried as well. */
const isRough = ({ smallestType, straddles, crossedHeads }: Quality): boolean =>
  smallestType < COMFORTABLE_TYPE || straddles + crossedHeads > 0;
const ONCE_MORE: Effort = { wraps: NARROW, seeds: 6, steps: 2400, routed: 5 };

/** Tried in this order until a figure has no hard defect. */
const LADDER: readonly Effort[] = [
  { wraps: WRAPS, seeds: 8, steps: 2400, routed: 6 },
  { wraps: [...WRAPS, ...NARROW], seeds: 8, steps: 3600, routed: 6 },
  { wraps: TAGS, seeds: 5, steps: 2400, routed: 4 },
];
const PASSES = 2;

/**
 * What one solution may cost, counted and not timed, so that the result stays the same on every machine: some twenty
 * seconds on an ordinary one. What people draw needs a fraction of it.
 */
const BUDGET = 500_000_000;
const FEWEST_STEPS = 40;

interface Attempt {
  readonly budget: { left: number };
  readonly figure: FigureData;
  readonly language: Language;
  readonly page: Area;
}

/** Placements for one wrap, best first. */
function placements(attempt: Attempt, how: Measure, effort: Effort, round: number) {
  const { figure, language, page, budget } = attempt;
  const model = measure(figure, language, how);
  const plan = planOf(model);
  const room = how.words === 'tag' ? { width: page.width - LIST_ROOM * 0.85, height: page.height } : page;
  const { boxes, arrows } = model;
  const costOfStep = boxes.length * arrows.length + (arrows.length * arrows.length) / 2 + boxes.length;
  const found = Array.from({ length: effort.seeds }, (_, seed) => {
    const affordable = Math.floor(budget.left / 40 / costOfStep);
    const steps = Math.max(FEWEST_STEPS, Math.min(effort.steps, affordable));
    budget.left -= steps * costOfStep;
    return anneal(plan, room, seededRandom(round * 7919 + seed * 104729 + 17), steps);
  });
  found.sort((a, b) => a.cost - b.cost);
  // Two searches that ended in the same place are worth one routing.
  const different = found.filter(({ cost }, k) => k === 0 || cost - (found[k - 1]?.cost ?? 0) > 1e-6);
  return { model, plan, found: different.slice(0, effort.routed).map(({ at }) => at) };
}

/** The better of what was found before and of this placement, routed unless it cannot be better. */
function betterOf(
  attempt: Attempt,
  how: Measure,
  plan: Plan,
  at: Arrangement,
  slack: number,
  best: Solved | undefined,
): Solved {
  const { model } = plan;
  const { page, budget, figure } = attempt;
  const placed = place(plan, seatsOf(plan, at), slack);
  if (best && how.words === 'full' && costAtLeast(model, placed, page) > best.quality.cost) return best;
  budget.left -= (model.arrows.length * PASSES * placed.width * placed.height) / (UNIT * UNIT);
  const sheet = sheetOf(model, route(model, placed, PASSES), page, how.words === 'tag');
  const found = { sheet, quality: qualityOf(sheet, page, figure), arrangement: at };
  return best && best.quality.cost <= found.quality.cost ? best : found;
}

const SLACKS = [1, 1.4];

/** The best of one effort and of what was found before it. */
function tryWith(attempt: Attempt, effort: Effort, round: number, before: Solved | undefined) {
  let best = before;
  for (const [k, how] of effort.wraps.entries()) {
    const { plan, found } = placements(attempt, how, effort, round * 10 + k);
    for (const at of found)
      for (const slack of SLACKS) {
        if (best && attempt.budget.left <= 0) return best;
        best = betterOf(attempt, how, plan, at, slack, best);
      }
  }
  return best;
}

function climb(attempt: Attempt): Solved {
  let best: Solved | undefined;
  for (const [round, effort] of LADDER.entries()) {
    best = tryWith(attempt, effort, round, best);
    if (best?.quality.hardTotal !== 0) continue;
    if (round === 0 && isRough(best.quality)) best = tryWith(attempt, ONCE_MORE, LADDER.length, best);
    break;
  }
  return best as Solved;
}

/** Keeps the author's picture: the same cells, only spaced and routed anew. */
function keep(attempt: Attempt, kept: Arrangement): Solved {
  let best: Solved | undefined;
  for (const how of [...WRAPS, ...NARROW]) {
    const plan = planOf(measure(attempt.figure, attempt.language, how));
    const at = extend(plan, kept);
    for (const slack of SLACKS) best = betterOf(attempt, how, plan, at, slack, best);
    if (best && best.quality.hardTotal === 0 && how === WRAPS.at(-1)) break;
  }
  return best as Solved;
}

/** A figure of the boxes that one half of the numbers needs, with their containers. */
function partOf(figure: FigureData, from: number, to: number): FigureData {
  const ranked = labelsOf(figure)
    .map(({ label }) => label)
    .filter((label) => label.numbers.length > 0);
  const most = Math.max(0, ...ranked.flatMap((label) => label.numbers));
  const low = Math.floor(most * from);
  const high = Math.floor(most * to);
  const belongs = (label: { numbers: number[] }): boolean =>
    label.numbers.length === 0 ? from === 0 : label.numbers.some((n) => n > low && n <= high);
  const arrows = figure.arrows.flatMap((arrow) => {
    const labels = arrow.labels.filter(belongs);
    return labels.length > 0 || (arrow.labels.length === 0 && from === 0) ? [{ ...arrow, labels }] : [];
  });
  const boxes = figure.boxes.map((box) => ({ ...box, labels: box.labels.filter(belongs) }));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const needed = new Set<string>();
  const need = (id: string | undefined): void => {
    for (let at = id; at !== undefined && !needed.has(at); at = byId.get(at)?.in) needed.add(at);
  };
  for (const { from: a, to: b } of arrows) {
    need(a);
    need(b);
  }
  const joined = new Set(figure.arrows.flatMap((arrow) => [arrow.from, arrow.to]));
  for (const box of boxes) {
    const bare =
      !joined.has(box.id) && (figure.boxes.find(({ id }) => id === box.id)?.labels.length ?? 0) === 0;
    // What nothing is said of stands in the first of the two.
    if (box.labels.length > 0 || (bare && from === 0)) need(box.id);
  }
  return { boxes: boxes.filter((box: FigureBox) => needed.has(box.id)), arrows };
}

/** The language whose words need more room; its arrangement serves both, so that readers can compare them. */
export function leadingLanguage(figure: FigureData): Language {
  const areaIn = (language: Language): number =>
    calloutsOf(measure(figure, language, WRAPS[0] as Measure)).reduce((sum, { w, h }) => sum + w * h, 0);
  return areaIn('ja') > areaIn('en') ? 'ja' : 'en';
}

/**
 * How much of its page boxes and labels may cover at the smallest type. The fullest of the nine cases and of two hundred made
 * figures that could be laid out covers 0.25; beyond this no search has found a sheet, however long it took.
 */
const FULLEST = 0.26;

function coverOf({ figure, language, page }: Attempt): number {
  const { boxes, arrows } = measure(figure, language, NARROW[0] as Measure);
  const ground =
    boxes.reduce((sum, { minWidth, minHeight }) => sum + minWidth * minHeight, 0) +
    arrows.reduce((sum, { labelWidth, labelHeight }) => sum + labelWidth * labelHeight, 0);
  const smallest = SMALLEST_TYPE / TYPE.tag;
  return (ground * smallest * smallest) / (page.width * page.height);
}

/** A picture of what cannot be laid out: enough to see how full it is, at once. */
const sketch = (attempt: Attempt): Solved =>
  tryWith(
    attempt,
    { wraps: NARROW.slice(0, 1), seeds: 1, steps: FEWEST_STEPS, routed: 1 },
    0,
    undefined,
  ) as Solved;

const isClean = (solved: Solved | undefined): boolean => solved?.quality.hardTotal === 0;

/** Without a label over a frame or a line over a head: cells of the other language are not worth one. */
const isSmooth = (solved: Solved): boolean =>
  isClean(solved) && solved.quality.straddles + solved.quality.crossedHeads === 0;

/** One sheet if it can be, in cells that serve both languages where there are such. */
function whole(attempt: Attempt): Solved {
  const { figure, language } = attempt;
  const lead = leadingLanguage(figure);
  const other: Language = lead === 'ja' ? 'en' : 'ja';
  const afresh = (of: Language): Solved => climb({ ...attempt, language: of, budget: { left: BUDGET } });
  const within = (of: Language, { arrangement }: Solved): Solved =>
    keep({ ...attempt, language: of, budget: { left: BUDGET } }, arrangement);
  const first = afresh(lead);
  const same = isClean(first) ? within(other, first) : undefined;
  if (same && isSmooth(same)) return language === lead ? first : same;
  const second = afresh(other);
  const back = isClean(second) ? within(lead, second) : undefined;
  if (back && isSmooth(back)) return language === lead ? back : second;
  return language === lead ? first : second;
}

/**
 * Lays a figure out for its page: both languages in one arrangement wherever it serves both. One sheet as a rule; two
 * where even short labels with a list would fall under 7.5 pt. Pure and deterministic: the same data gives the same bytes
 * in Node and in a browser.
 * @throws Error when the data is not a drawable figure (see `structureFaults`)
 */
export function solve(figure: FigureData, language: Language, options: SolveOptions = {}): Solved[] {
  const [fault] = structureFaults(figure);
  if (fault) throw new Error(`${fault.path}: ${fault.message.en}`);
  const page = options.page ?? FIGURE_AREA;
  const attempt = { figure, language, page, budget: { left: BUDGET } };
  const held = options.kept ?? figure.arrangement;
  if (held) {
    const kept = keep(attempt, held);
    if (isClean(kept)) return [kept];
  }
  const fits = coverOf(attempt) <= FULLEST;
  const one = fits ? whole(attempt) : sketch(attempt);
  if (isClean(one)) return [one];
  const halves = [partOf(figure, 0, 0.5), partOf(figure, 0.5, 1)];
  if (halves.some((half) => half.boxes.length === 0 || coverOf({ ...attempt, figure: half }) > FULLEST))
    return [one];
  const parts = halves.map((half) => climb({ ...attempt, figure: half }));
  const defects = parts.reduce((sum, part) => sum + part.quality.hardTotal, 0);
  return defects < one.quality.hardTotal ? parts : [one];
}
