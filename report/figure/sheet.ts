import { type Area, boundsOf, type Rect } from './geometry.ts';
import { INFERRED_DISC, INFERRED_WORD } from './inferred.ts';
import { ARROW_NATURES, type ArrowNature, BOX_STATES, type BoxState, LABEL_KINDS } from './kinds.ts';
import { ARROW_LOOK, STATE_LOOK } from './look.ts';
import { type Arrow, blockOf, type Callout, type Model, type TextBlock, TYPE } from './model.ts';

import { EDGE } from './placement.ts';
import type { Routed } from './router.ts';
import { FACES, type Font, widthOf } from './text.ts';

/** One entry of the key under a figure. */
export interface LegendItem {
  readonly what:
    | { readonly tag: string; readonly kind: Callout['kind'] }
    | { readonly nature: ArrowNature; readonly headed: boolean }
    | { readonly state: BoxState }
    | { readonly inferred: true };
  readonly text: string;
  /** Width of the tag or the piece of arrow before the words. */
  readonly mark: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** A label's words beside the figure, when there is no room for them on it. */
export interface ListItem {
  readonly callout: Callout;
  readonly text: TextBlock;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** A figure ready to draw: everything has its place, `scale` makes it fit its page. */
export interface Sheet {
  readonly model: Model;
  readonly routed: Routed;
  readonly legend: readonly LegendItem[];
  readonly list: readonly ListItem[];
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

const LEGEND_ROW = 15;
const SWATCH = 26;
/** Between a mark of the key and its words. */
export const LEGEND_GAP = 4;
const LIST_WIDTH = 210;
const LIST_GAP = 14;
/** Small figures are not blown up beyond this. */
const LARGEST_SCALE = 1.25;

const LABEL_WORDS = {
  event: { ja: '発生した事項', en: 'what happened' },
  response: { ja: '実施した事項', en: 'what was done' },
  background: { ja: '発生前の状況', en: 'before the incident' },
} as const;
const LABEL_TAGS = {
  event: { ja: '事象', en: 'Event' },
  response: { ja: '対処', en: 'Response' },
  background: { ja: '背景', en: 'Background' },
} as const;

export const calloutsOf = (model: Model): Callout[] => [
  ...model.boxes.flatMap((box) => box.callouts),
  ...model.arrows.flatMap((arrow) => arrow.callouts),
];

/** The width of the tag, the piece of arrow or the sign before the words of an entry. */
function markWidth(what: LegendItem['what'], bold: Font): number {
  if ('tag' in what) return widthOf(what.tag, bold, TYPE.tag) + 8;
  if ('inferred' in what) return INFERRED_DISC * 2;
  return 'state' in what ? TYPE.sign : SWATCH;
}

function legendOf(model: Model, width: number, top: number): { items: LegendItem[]; height: number } {
  const kinds = new Set(calloutsOf(model).map((callout) => callout.kind));
  const natures = new Set(model.arrows.map((arrow) => arrow.nature));
  const states = new Set(model.boxes.map(({ state }) => state));
  // The key shows a head only where an arrow of that nature has one.
  const headed = new Set(model.arrows.flatMap(({ ways, nature }) => (ways === 'none' ? [] : [nature])));
  const { language } = model;
  const { regular, bold } = FACES[language];
  const entries = [
    ...LABEL_KINDS.flatMap((kind) =>
      kind !== 'relation' && kinds.has(kind)
        ? [{ what: { tag: LABEL_TAGS[kind][language], kind }, text: LABEL_WORDS[kind][language] }]
        : [],
    ),
    ...ARROW_NATURES.flatMap((nature) =>
      natures.has(nature)
        ? [{ what: { nature, headed: headed.has(nature) }, text: ARROW_LOOK[nature].word[language] }]
        : [],
    ),
    ...BOX_STATES.flatMap((state) =>
      states.has(state) ? [{ what: { state }, text: STATE_LOOK[state].word[language] }] : [],
    ),
    ...(model.inferred ? [{ what: { inferred: true } as const, text: INFERRED_WORD[language] }] : []),
  ];
  let x = 3;
  let y = top + 4;
  const items = entries.map(({ what, text }): LegendItem => {
    const mark = markWidth(what, bold);
    const w = mark + LEGEND_GAP + widthOf(text, regular, TYPE.relation);
    if (x > 3 && x + w > width) {
      x = 3;
      y += LEGEND_ROW;
    }
    const item = { what, text, mark, x, y, w };
    x += w + 14;
    return item;
  });
  return { items, height: items.length > 0 ? y + LEGEND_ROW - top : 0 };
}

/** Labels in the order a reader looks for them: background, events, responses, each by number. */
function listOf(model: Model, left: number): { items: ListItem[]; height: number } {
  const rank = (callout: Callout): number => ['background', 'event', 'response'].indexOf(callout.kind);
  const seen = new Set<string>();
  const callouts = calloutsOf(model)
    .filter(
      (callout) =>
        callout.numbers.length > 0 &&
        !seen.has(callout.tag + callout.words) &&
        seen.add(callout.tag + callout.words),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0));
  let y = 3;
  const items = callouts.map((callout): ListItem => {
    const room = LIST_WIDTH - callout.tagWidth - 6;
    const text = blockOf(callout.words, FACES[model.language].regular, TYPE.text, room);
    const item = { callout, text, x: left, y, w: LIST_WIDTH };
    y += Math.max(callout.tagHeight, text.h) + 6;
    return item;
  });
  return { items, height: y };
}

/** The room the list takes from the figure's own, at scale 1. */
export const LIST_ROOM = LIST_WIDTH + LIST_GAP;

export function sheetOf(model: Model, routed: Routed, page: Area, withList: boolean): Sheet {
  const list = withList ? listOf(model, routed.width + LIST_GAP) : { items: [], height: 0 };
  // A small figure is at least as wide as the widest entry of its key.
  const key = legendOf(model, 0, 0).items.map(({ w }) => w + 6);
  const width = Math.max(routed.width + (withList ? LIST_ROOM : 0), ...key);
  const body = Math.max(routed.height, list.height);
  const legend = legendOf(model, width, body);
  const height = body + legend.height;
  return {
    model,
    routed,
    legend: legend.items,
    list: list.items,
    width,
    height,
    scale: Math.min(page.width / width, page.height / height, LARGEST_SCALE),
  };
}

/** The largest scale a figure can have on its page, before its arrows are drawn. */
export function scaleAtMost(model: Model, boxes: readonly Rect[], page: Area): number {
  const { w, h } = boundsOf(boxes);
  const key = legendOf(model, 0, 0).items.length > 0 ? LEGEND_ROW : 0;
  const width = w + EDGE.before + EDGE.after;
  const height = h + EDGE.before + EDGE.after + key;
  return Math.min(page.width / width, page.height / height, LARGEST_SCALE);
}

/** Where the head of a box and each of its labels stand inside its rectangle. */
export function insideOf(
  model: Model,
  i: number,
  r: Rect,
): { head: Rect; callouts: { callout: Callout; rect: Rect }[] } {
  const box = model.boxes[i];
  if (!box) throw new Error(`no box ${i}`);
  const holds = box.children.length > 0;
  const top = holds ? r.y + TYPE.pad : r.y + TYPE.pad + (r.h - box.minHeight) / 2;
  const left = holds ? r.x + TYPE.pad : r.x + (r.w - box.headWidth) / 2;
  let y = top + box.headHeight + 3;
  const callouts = box.callouts.map((callout) => {
    const x = holds ? r.x + TYPE.pad : r.x + (r.w - callout.w) / 2;
    const rect = { x, y, w: callout.w, h: callout.h };
    y += callout.h + TYPE.gap;
    return { callout, rect };
  });
  return { head: { x: left, y: top, w: box.headWidth, h: box.headHeight }, callouts };
}

/** Where each label of an arrow stands inside the rectangle that rides on it. */
export function ridingOn({ callouts, plate }: Arrow, r: Rect): { callout: Callout; rect: Rect }[] {
  let y = r.y + plate;
  return callouts.map((callout) => {
    const rect = { x: r.x + (r.w - callout.w) / 2, y, w: callout.w, h: callout.h };
    y += callout.h + TYPE.gap;
    return { callout, rect };
  });
}
