import type { Language } from '../../kernel/language.ts';
import { type Trunk, trunksOf } from './bundle.ts';
import { nameOf, tagOf, wordsOf } from './rules.ts';
import type {
  ArrowNature,
  BoxKind,
  BoxState,
  FigureBox,
  FigureData,
  FigureLabel,
  LabelKind,
} from './schema.ts';
import { FACES, type Font, REGULAR, widthOf, wrap } from './text.ts';

/** Sizes in points before the figure is scaled to its page. */
export const TYPE = {
  text: 9,
  tag: 8.7,
  relation: 8.7,
  lineHeight: 1.28,
  pad: 5,
  gap: 3,
  icon: 18,
  sign: 13,
} as const;

/**
 * What must be seen of an arrow beside its label, in points: nine of line before a head (itself seven), and enough at
 * a bare end to say where it begins. Where others fork off, there must be room for that as well.
 */
const SEEN = { head: 16, bare: 6, fork: 15 } as const;
/** What several labels on one arrow leave of their common plate on each side. */
const PLATE = 2.5;

/** How wide labels may become, in em, and whether they carry their words or only their number. */
export interface Measure {
  readonly box: number;
  readonly arrow: number;
  readonly name: number;
  readonly words: 'full' | 'tag';
}

export interface TextBlock {
  readonly lines: readonly string[];
  readonly w: number;
  readonly h: number;
  readonly size: number;
  readonly brokenPhrases: number;
  /** What the lines were made of. */
  readonly whole: string;
  /** Lines that end where they should not because nothing else was possible. */
  readonly cuts: number;
}

/** A label measured: its tag (事象1, Response 3, 8; empty for a relation) and its words. */
export interface Callout {
  readonly kind: LabelKind;
  readonly numbers: readonly number[];
  readonly tag: string;
  readonly tagWidth: number;
  readonly tagHeight: number;
  readonly text: TextBlock;
  readonly beside: boolean;
  readonly w: number;
  readonly h: number;
  /** The whole words, whatever of them is drawn on the figure. */
  readonly words: string;
}

export interface Box {
  readonly id: string;
  readonly kind: BoxKind;
  readonly parent: number;
  readonly children: readonly number[];
  readonly stack: boolean;
  readonly state: BoxState | undefined;
  readonly pin: FigureBox['pin'];
  readonly name: TextBlock;
  readonly callouts: readonly Callout[];
  readonly headWidth: number;
  readonly headHeight: number;
  /** What the box needs for itself: all of it for a leaf, its head strip for a container. */
  readonly minWidth: number;
  readonly minHeight: number;
}

export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly ways: 'one' | 'both' | 'none';
  readonly nature: ArrowNature;
  readonly callouts: readonly Callout[];
  /** The rectangle that rides on the arrow, its plate included; 0 × 0 when it bears nothing. */
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly plate: number;
  /** What must be seen of the arrow before the label and after it. */
  readonly seen: { readonly tail: number; readonly head: number };
  /** Set where another arrow's line and label stand for this one up to where it forks off. */
  readonly trunk: Trunk | undefined;
  readonly inferred: boolean;
}

export interface Model {
  readonly language: Language;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly roots: readonly number[];
  /** Containers of a box from the outside in, the box itself last. */
  readonly chains: readonly (readonly number[])[];
  /** Something of it no source states: the key says by what sign. */
  readonly inferred: boolean;
}

/** A text broken into lines of at most `limit` points. */
export function blockOf(whole: string, font: Font, size: number, limit: number): TextBlock {
  const { lines, width, brokenPhrases, cuts } = wrap(whole, font, size, limit);
  return { lines, w: width, h: lines.length * size * TYPE.lineHeight, size, brokenPhrases, whole, cuts };
}

/** Lines grow by this much rather than tear a phrase; those of a name by more. */
const LABEL_GROWTH = [1, 1.25] as const;
const NAME_GROWTH = [1, 1.25, 1.5] as const;

function untorn(whole: string, font: Font, limit: number, growths: readonly number[]): TextBlock {
  const blocks = growths.map((growth) => blockOf(whole, font, TYPE.text, limit * growth));
  return blocks.reduce((best, block) => (block.brokenPhrases < best.brokenPhrases ? block : best));
}

const NOTHING = blockOf('', REGULAR, TYPE.text, 0);
const CALLOUT_PAD = 4;

/** English runs a third wider than Japanese for the same words: its lines may be longer. */
const emOf = (em: number, language: Language): number => (language === 'en' ? em * 1.15 : em);

function calloutOf(label: FigureLabel, language: Language, em: number, words: Measure['words']): Callout {
  const text = wordsOf(label, language);
  const tag = tagOf(label, language);
  const plain = { kind: label.kind, numbers: label.numbers, tag, words: text };
  const { regular, bold } = FACES[language];
  if (tag === '') {
    const block = blockOf(text, regular, TYPE.relation, emOf(em, language) * TYPE.relation);
    return {
      ...plain,
      tagWidth: 0,
      tagHeight: 0,
      text: block,
      beside: false,
      w: block.w + 6,
      h: block.h + 2,
    };
  }
  const tagWidth = widthOf(tag, bold, TYPE.tag) + 8;
  const tagHeight = TYPE.tag + 5;
  // Without a number the words alone say which label it is.
  if (words === 'tag' && label.numbers.length > 0)
    return { ...plain, tagWidth, tagHeight, text: NOTHING, beside: true, w: tagWidth + 4, h: tagHeight + 3 };
  const limit = emOf(em, language) * TYPE.text;
  const beside = untorn(text, regular, Math.max(4 * TYPE.text, limit - tagWidth), LABEL_GROWTH);
  const below = untorn(text, regular, limit, LABEL_GROWTH);
  const wide = {
    w: tagWidth + 4 + beside.w + CALLOUT_PAD * 2,
    h: Math.max(tagHeight, beside.h) + CALLOUT_PAD,
  };
  const tall = { w: Math.max(tagWidth, below.w) + CALLOUT_PAD * 2, h: tagHeight + 2 + below.h + CALLOUT_PAD };
  const area = (size: { w: number; h: number }, block: TextBlock): number =>
    size.w * size.h * (1 + 0.35 * block.brokenPhrases);
  return area(wide, beside) <= area(tall, below) * 1.02
    ? { ...plain, tagWidth, tagHeight, text: beside, beside: true, ...wide }
    : { ...plain, tagWidth, tagHeight, text: below, beside: false, ...tall };
}

export const hasIcon = (kind: BoxKind): boolean => !['network', 'platform', 'group'].includes(kind);

const stackHeight = (callouts: readonly Callout[]): number =>
  callouts.reduce((sum, callout) => sum + callout.h + TYPE.gap, 0);

/** Arrows with the same ends and nature are one arrow that bears the labels of all, lowest number first. */
function bundled(figure: FigureData): FigureData['arrows'] {
  const byEnds = new Map<string, FigureData['arrows'][number]>();
  for (const arrow of figure.arrows) {
    const ends = `${arrow.from}>${arrow.to}:${arrow.ways}:${arrow.nature}:${arrow.inferred}`;
    const first = byEnds.get(ends);
    const labels = [...(first?.labels ?? []), ...arrow.labels].sort(
      (a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0),
    );
    byEnds.set(ends, { ...arrow, labels });
  }
  return [...byEnds.values()];
}

/** Measures a figure in one language; every later step works on these rectangles. */
export function measure(figure: FigureData, language: Language, how: Measure): Model {
  const index = new Map(figure.boxes.map((box, i) => [box.id, i]));
  const parentOf = (box: FigureBox): number => (box.in === undefined ? -1 : (index.get(box.in) ?? -1));
  const children = figure.boxes.map((box) =>
    figure.boxes.flatMap((other, i) => (other.in === box.id ? [i] : [])),
  );
  const boxes = figure.boxes.map((box, i): Box => {
    const inner = children[i] ?? [];
    const holds = inner.length > 0;
    const callouts = box.labels.map((label) =>
      calloutOf(label, language, how.box * (holds ? 1.6 : 1), how.words),
    );
    const nameEm = emOf(holds ? 30 : how.name, language);
    const name = untorn(nameOf(box, language), FACES[language].bold, nameEm * TYPE.text, NAME_GROWTH);
    const icon = hasIcon(box.kind) ? TYPE.icon : 0;
    const sign = box.state ? TYPE.sign + 4 : 0;
    const headWidth = name.w + (icon ? icon + 4 : 0) + sign;
    const headHeight = Math.max(name.h, icon);
    const below = stackHeight(callouts);
    return {
      id: box.id,
      kind: box.kind,
      parent: parentOf(box),
      children: inner,
      stack: box.stack,
      state: box.state,
      pin: box.pin,
      name,
      callouts,
      headWidth,
      headHeight,
      minWidth: Math.max(headWidth, ...callouts.map((callout) => callout.w)) + TYPE.pad * 2,
      minHeight: headHeight + (below ? below + 1 : 0) + TYPE.pad * 2,
    };
  });
  const merged = bundled(figure);
  const trunks = trunksOf(merged);
  const arrows = merged.map((arrow, k): Arrow => {
    const trunk = trunks[k];
    const forks = (end: Trunk['end']): number =>
      trunks.some((other) => other?.arrow === k && other.end === end) ? SEEN.fork : 0;
    const callouts = (trunk ? [] : arrow.labels).map((label) =>
      calloutOf(label, language, how.arrow, how.words),
    );
    const plate = callouts.length > 1 ? PLATE : 0;
    return {
      from: index.get(arrow.from) ?? 0,
      to: index.get(arrow.to) ?? 0,
      ways: arrow.ways,
      nature: arrow.nature,
      callouts,
      labelWidth: Math.ceil(Math.max(0, ...callouts.map((callout) => callout.w)) + plate * 2),
      labelHeight: Math.ceil(Math.max(0, stackHeight(callouts) - TYPE.gap) + plate * 2),
      plate,
      seen: {
        tail: (arrow.ways === 'both' ? SEEN.head : SEEN.bare) + forks('to'),
        head: (arrow.ways === 'none' ? SEEN.bare : SEEN.head) + forks('from'),
      },
      trunk,
      inferred: arrow.inferred === true,
    };
  });
  const chains = boxes.map((_, i) => {
    const chain: number[] = [];
    for (let at = i; at >= 0; at = boxes[at]?.parent ?? -1) chain.unshift(at);
    return chain;
  });
  const roots = boxes.flatMap((box, i) => (box.parent < 0 ? [i] : []));
  const inferred = [...figure.boxes, ...figure.arrows].some(
    (each) => each.inferred || each.labels.some((label) => label.inferred),
  );
  return { language, boxes, arrows, roots, chains, inferred };
}
