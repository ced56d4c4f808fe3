import type { Language } from '../../kernel/language.ts';
import { escapeHtml } from '../../kernel/text.ts';
import { crosses, type Point, type Rect, segmentsOf } from './geometry.ts';
import { INFERRED, INFERRED_DISC, signPlace } from './inferred.ts';
import { ARROW_LOOK, BOX_LOOK, figureFaces, INK, JAPANESE_FACE, LABEL_PAINT, STATE_LOOK } from './look.ts';
import { type Arrow, type Box, type Callout, hasIcon, type TextBlock, TYPE } from './model.ts';
import type { ArrowNature, BoxState } from './schema.ts';
import { insideOf, LEGEND_GAP, type LegendItem, type ListItem, ridingOn, type Sheet } from './sheet.ts';
import { FACES, lending } from './text.ts';

/** Share of the size from the top of a line to its baseline. */
const ASCENT = 0.88;
const CORNER = 4;

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Characters XML 1.0 has no room for, and marks that would turn the direction of what follows. */
const UNPRINTABLE =
  /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
export const safeText = (text: string): string =>
  escapeHtml(text.replace(/\s/g, ' ').replace(UNPRINTABLE, ''));

type Attributes = Readonly<Record<string, string | number | undefined>>;

const tagged = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
};

interface Face {
  readonly bold?: boolean;
  readonly fill?: string;
  readonly middle?: boolean;
}

const line = (x: number, y: number, text: string, size: number, { bold, fill, middle }: Face): string =>
  tagged(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': bold ? '700' : undefined,
      'text-anchor': middle ? 'middle' : undefined,
      fill,
    },
    safeText(text),
  );

/** The baseline of a line whose box begins at `top`. */
const baseline = (top: number, size: number): number =>
  top + size * ASCENT + (size * (TYPE.lineHeight - 1)) / 2;

const lines = (x: number, y: number, block: TextBlock, face: Face = {}): string =>
  block.lines
    .map((text, i) =>
      line(
        face.middle ? x + block.w / 2 : x,
        baseline(y + i * block.size * TYPE.lineHeight, block.size),
        text,
        block.size,
        face,
      ),
    )
    .join('');

function tagBadge(callout: Callout, x: number, y: number): string {
  const paint = LABEL_PAINT[callout.kind];
  const height = callout.tagHeight - 1;
  // Events have square corners and responses round ones: told apart without colour.
  const rx = callout.kind === 'response' ? height / 2 : callout.kind === 'event' ? 0.5 : 3;
  return (
    tagged('rect', { x, y, width: callout.tagWidth, height, rx, fill: paint.ink }) +
    line(x + callout.tagWidth / 2, y + height / 2 + TYPE.tag * 0.36, callout.tag, TYPE.tag, {
      bold: true,
      fill: '#ffffff',
      middle: true,
    })
  );
}

function drawCallout(callout: Callout, r: Rect): string {
  const paint = LABEL_PAINT[callout.kind];
  if (callout.tag === '') {
    const plate = tagged('rect', {
      x: r.x,
      y: r.y,
      width: r.w,
      height: r.h,
      rx: 2,
      fill: '#ffffff',
      'fill-opacity': '0.94',
    });
    return (
      plate +
      lines(r.x + (r.w - callout.text.w) / 2, r.y + 1, callout.text, { fill: paint.ink, middle: true })
    );
  }
  const plate = tagged('rect', {
    x: r.x,
    y: r.y,
    width: r.w,
    height: r.h,
    rx: 2.5,
    fill: paint.fill,
    stroke: paint.ink,
    'stroke-width': 0.8,
  });
  const badge = tagBadge(callout, r.x + 2, r.y + 2);
  const x = callout.beside ? r.x + callout.tagWidth + 6 : r.x + 4;
  const y = callout.beside ? r.y + Math.max(1.5, (r.h - callout.text.h) / 2) : r.y + callout.tagHeight + 2;
  return plate + badge + lines(x, y, callout.text, { fill: INK });
}

/** How a box looks: what became of it shows in its frame and ground. */
function lookOf({ kind, state }: Box): (typeof BOX_LOOK)[Box['kind']] {
  const look = BOX_LOOK[kind];
  if (!state) return look;
  const { ink, fill } = STATE_LOOK[state];
  return { ...look, ink, fill, width: Math.max(look.width, 1.4) };
}

const outline = (d: string, x: number, y: number, size: number, ink: string): string =>
  tagged('path', {
    d,
    transform: `translate(${round(x)} ${round(y)}) scale(${round(size / 24)})`,
    fill: 'none',
    stroke: ink,
    'stroke-width': 1.6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

const drawSign = (state: BoxState, x: number, y: number): string =>
  outline(STATE_LOOK[state].icon, x, y, TYPE.sign, STATE_LOOK[state].ink);

function drawFrame(sheet: Sheet, i: number): string {
  const box = sheet.model.boxes[i];
  const r = sheet.routed.boxes[i];
  if (!box || !r) return '';
  const look = lookOf(box);
  const frame = (offset: number): string =>
    tagged('rect', {
      x: r.x + offset,
      y: r.y + offset,
      width: r.w,
      height: r.h,
      rx: box.kind === 'actor' || box.kind === 'attacker' ? 9 : 3,
      fill: look.fill,
      stroke: look.ink,
      'stroke-width': look.width,
      'stroke-dasharray': look.dash,
    });
  return (box.stack ? [4.5, 2.25] : []).map(frame).join('') + frame(0);
}

function drawInside(sheet: Sheet, i: number): string {
  const box = sheet.model.boxes[i];
  const r = sheet.routed.boxes[i];
  if (!box || !r) return '';
  const look = lookOf(box);
  const { head, callouts } = insideOf(sheet.model, i, r);
  const icon = hasIcon(box.kind) ? TYPE.icon : 0;
  const picture = icon ? outline(look.icon, head.x, head.y + (head.h - icon) / 2, icon, look.ink) : '';
  const start = head.x + (icon ? icon + 4 : 0);
  const name = lines(start, head.y + (head.h - box.name.h) / 2, box.name, { bold: true, fill: INK });
  const sign = box.state
    ? drawSign(box.state, start + box.name.w + 4, head.y + (head.h - TYPE.sign) / 2)
    : '';
  return picture + name + sign + callouts.map(({ callout, rect }) => drawCallout(callout, rect)).join('');
}

/** A rectilinear path with rounded corners. */
function pathData(path: readonly Point[]): string {
  return path
    .map(([x, y], k) => {
      const before = path[k - 1];
      const after = path[k + 1];
      if (!before) return `M${round(x)} ${round(y)}`;
      const reach = ([px, py]: Point): number => Math.abs(px - x) + Math.abs(py - y);
      const r = after ? Math.min(CORNER, reach(before) / 2, reach(after) / 2) : 0;
      if (!after || r < 0.5) return `L${round(x)} ${round(y)}`;
      const towards = (p: Point): string =>
        `${round(x + Math.sign(p[0] - x) * r)} ${round(y + Math.sign(p[1] - y) * r)}`;
      return `L${towards(before)}Q${round(x)} ${round(y)} ${towards(after)}`;
    })
    .join('');
}

/** Labels on an arrow; several stand on one plate, so that none seems to float. */
function drawRiding(arrow: Arrow, r: Rect | undefined): string[] {
  if (!r) return [];
  const plate = tagged('rect', {
    x: r.x,
    y: r.y,
    width: r.w,
    height: r.h,
    rx: 4,
    fill: '#ffffff',
    stroke: ARROW_LOOK[arrow.nature].ink,
    'stroke-width': 0.6,
  });
  const labels = ridingOn(arrow, r).map(({ callout, rect }) => drawCallout(callout, rect));
  return arrow.callouts.length > 1 ? [plate, ...labels] : labels;
}

/** Half of the gap that a line leaves in one it crosses, along its own way. */
const GAP = 5;

/** White beside a line where it crosses others, and nowhere else: frames and heads stay whole. */
function drawHalo({ nature }: Arrow, path: readonly Point[], others: readonly (readonly Point[])[]): string {
  const width = ARROW_LOOK[nature].width + 2.6;
  const crossed = others.flatMap(segmentsOf);
  return segmentsOf(path)
    .flatMap((segment) =>
      crossed
        .filter((other) => crosses(segment, other))
        .map((other): string => {
          const [a, b] = segment;
          const level = a[1] === b[1];
          const at = level ? other[0][0] : other[0][1];
          const [low, high] = level ? [a[0], b[0]].sort(upwards) : [a[1], b[1]].sort(upwards);
          const [from, to] = [Math.max(low as number, at - GAP), Math.min(high as number, at + GAP)];
          const d = level
            ? `M${round(from)} ${round(a[1])}H${round(to)}`
            : `M${round(a[0])} ${round(from)}V${round(to)}`;
          return tagged('path', { d, fill: 'none', stroke: '#ffffff', 'stroke-width': width });
        }),
    )
    .join('');
}
const upwards = (a: number, b: number): number => a - b;

function drawStroke(arrow: Arrow, path: readonly Point[], id: string): string {
  if (path.length < 2) return '';
  const look = ARROW_LOOK[arrow.nature];
  // What runs into a trunk has its head where the trunk has it.
  const headed = arrow.ways !== 'none' && arrow.trunk?.end !== 'to';
  return tagged('path', {
    d: pathData(path),
    fill: 'none',
    stroke: look.ink,
    'stroke-width': look.width,
    'stroke-dasharray': look.dash,
    'marker-end': headed ? `url(#${id}${arrow.nature})` : undefined,
    'marker-start': arrow.ways === 'both' ? `url(#${id}${arrow.nature}-back)` : undefined,
  });
}

/** An arrow with those that fork off it: no white edge of one may cut the line of another. */
function drawArrows({ model, routed }: Sheet, id: string): string[] {
  const pathOf = (k: number): readonly Point[] => routed.arrows[k] ?? [];
  const belongsTo = (k: number, i: number): boolean => k === i || model.arrows[k]?.trunk?.arrow === i;
  const all = model.arrows.map((_, k) => k);
  return all.flatMap((i) => {
    if (model.arrows[i]?.trunk) return [];
    const group = all.filter((k) => belongsTo(k, i));
    const others = all.filter((k) => !belongsTo(k, i)).map(pathOf);
    const arrowOf = (k: number): Arrow => model.arrows[k] as Arrow;
    return [
      ...group.map((k) => drawHalo(arrowOf(k), pathOf(k), others)),
      ...group.map((k) => drawStroke(arrowOf(k), pathOf(k), id)),
    ];
  });
}

const drawInferred = ([x, y]: Point, ink: string): string =>
  tagged('circle', { cx: x, cy: y, r: INFERRED_DISC, fill: '#ffffff', stroke: ink, 'stroke-width': 0.7 }) +
  line(x, y + TYPE.tag * 0.36, INFERRED, TYPE.tag, { bold: true, fill: ink, middle: true });

/** A line that was inferred says so where it runs; one that forks off another, on what is its own. */
const drawInferredLines = ({ model, routed }: Sheet): string[] =>
  model.arrows.flatMap((arrow, i) => {
    if (!arrow.inferred) return [];
    const others = routed.arrows.filter((_, k) => k !== i);
    const place = signPlace(
      routed.arrows[i] ?? [],
      routed.labels.flatMap((label) => label ?? []),
      others,
    );
    return place ? [drawInferred(place, ARROW_LOOK[arrow.nature].ink)] : [];
  });

function markers(natures: readonly ArrowNature[], id: string): string {
  const head = (name: string, d: string, refX: number, ink: string): string =>
    tagged(
      'marker',
      {
        id: name,
        viewBox: '0 0 8 8',
        refX,
        refY: 4,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      },
      tagged('path', { d, fill: ink }),
    );
  return natures
    .map((nature) => {
      const { ink } = ARROW_LOOK[nature];
      return (
        head(`${id}${nature}`, 'M0 0L8 4L0 8z', 7, ink) + head(`${id}${nature}-back`, 'M8 0L0 4L8 8z', 1, ink)
      );
    })
    .join('');
}

function drawLegendItem({ what, text, mark, x, y }: LegendItem, id: string): string {
  const words = line(x + mark + LEGEND_GAP, baseline(y + 1, TYPE.relation), text, TYPE.relation, {
    fill: INK,
  });
  if ('nature' in what) {
    const look = ARROW_LOOK[what.nature];
    const stroke = tagged('path', {
      d: `M${round(x)} ${round(y + 7)}H${round(x + mark - LEGEND_GAP)}`,
      fill: 'none',
      stroke: look.ink,
      'stroke-width': look.width,
      'stroke-dasharray': look.dash,
      'marker-end': what.headed ? `url(#${id}${what.nature})` : undefined,
    });
    return stroke + words;
  }
  if ('state' in what) return drawSign(what.state, x, y + 1) + words;
  if ('inferred' in what) return drawInferred([x + mark / 2, y + 7], INK) + words;
  const height = TYPE.tag + 4;
  const rx = what.kind === 'response' ? height / 2 : what.kind === 'event' ? 0.5 : 3;
  return (
    tagged('rect', { x, y, width: mark, height, rx, fill: LABEL_PAINT[what.kind].ink }) +
    line(x + mark / 2, y + height / 2 + TYPE.tag * 0.36, what.tag, TYPE.tag, {
      bold: true,
      fill: '#ffffff',
      middle: true,
    }) +
    words
  );
}

const drawListItem = ({ callout, text, x, y }: ListItem): string =>
  tagBadge(callout, x, y) + lines(x + callout.tagWidth + 6, y, text, { fill: INK });

/** Where a face lacks a letter, whoever draws takes the next face for the whole line: only what is lacking is lent. */
const lent = (body: string, language: Language): string =>
  language === 'ja'
    ? body
    : body.replace(/(?<=<text [^>]*>)[^<]+/g, (text) =>
        lending(FACES.en.regular, text, (run) => tagged('tspan', { 'font-family': JAPANESE_FACE }, run)),
      );

/**
 * One SVG for screen, HTML and PDF. `title` is read by screen readers; `id` must differ between figures of one page.
 */
export function drawSvg(sheet: Sheet, title: string, id = 'f-'): string {
  const { model, routed, scale } = sheet;
  // Containers before what they contain, arrows above all frames, labels on top.
  const order = model.boxes
    .map((_, i) => i)
    .sort((a, b) => (model.chains[a]?.length ?? 0) - (model.chains[b]?.length ?? 0) || a - b);
  const natures = [...new Set(model.arrows.map((arrow) => arrow.nature))].sort();
  const body = [
    ...order.map((i) => drawFrame(sheet, i)),
    ...drawArrows(sheet, id),
    ...order.map((i) => drawInside(sheet, i)),
    ...model.arrows.flatMap((arrow, i) => drawRiding(arrow, routed.labels[i])),
    ...drawInferredLines(sheet),
    ...sheet.list.map(drawListItem),
    ...sheet.legend.map((item) => drawLegendItem(item, id)),
  ].join('');
  return tagged(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${round(sheet.width)} ${round(sheet.height)}`,
      width: `${round(sheet.width * scale)}pt`,
      height: `${round(sheet.height * scale)}pt`,
      'font-family': figureFaces(model.language),
      role: 'img',
      'xml:lang': model.language,
    },
    `<title>${safeText(title)}</title>${tagged('defs', {}, markers(natures, id))}${lent(body, model.language)}`,
  );
}

/** Every id and what refers to it; text holds no quotation marks of its own, for it was escaped. */
const IDS = /(?<= id="|="url\(#)/g;

/** A picture drawn without a title and ids of its own, given both. */
export const withNames = (svg: string, title: string, id: string): string =>
  svg.replace(IDS, id).replace('<title></title>', () => `<title>${safeText(title)}</title>`);
