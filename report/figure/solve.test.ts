import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import { laidOut } from '../../test/laid-out.ts';
import { rounds } from '../../test/rounds.ts';
import { defectsInWords } from './defect-words.ts';
import { drawSvg } from './draw.ts';
import { drawSheets, EDITION } from './draw-sheets.ts';
import { generatedFigure } from './generated.ts';
import { centreOf, type Point, type Rect } from './geometry.ts';
import { measure } from './model.ts';
import { COMFORTABLE_TYPE, qualityOf, SMALLEST_TYPE } from './quality.ts';
import { figurePage } from './room.ts';
import { labelsOf } from './rules.ts';
import { figureData } from './schema.ts';
import type { Sheet } from './sheet.ts';
import { FIGURE_AREA, type Solved, solve } from './solve.ts';

const CASES = new URL('../../cases/', import.meta.url);
const nine = fs
  .readdirSync(CASES)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => ({ file, document: readCase(fs.readFileSync(new URL(file, CASES), 'utf8')) }));

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
const first = (solved: readonly Solved[]): Solved => {
  const [one] = solved;
  if (!one) throw new Error('nothing was laid out');
  return one;
};

// Asked for at once, they are laid out side by side.
for (const { document } of nine)
  for (const language of ['ja', 'en'] as const) void laidOut(document.figure, language, figurePage(document));

describe.each(['ja', 'en'] as const)('the nine cases in %s', (language) => {
  test.each(nine)(
    '$file: one sheet, no hard defect, every label drawn as often as it is written',
    async ({ document }) => {
      const solved = await laidOut(document.figure, language, figurePage(document));
      expect(solved).toHaveLength(1);
      const { sheet, quality } = first(solved);
      expect(quality.hard).toEqual(Object.fromEntries(Object.keys(quality.hard).map((key) => [key, 0])));
      const drawn = texts(drawSvg(sheet, document.title[language]));
      // Arrows that say the same from one box share one label.
      const shared = new Map<string, number>();
      for (const { trunk } of sheet.model.arrows)
        for (const { tag } of (trunk && sheet.model.arrows[trunk.arrow]?.callouts) ?? [])
          shared.set(tag, (shared.get(tag) ?? 0) + 1);
      for (const kind of ['event', 'response'] as const) {
        const word = { event: { ja: '事象', en: 'Event ' }, response: { ja: '対処', en: 'Response ' } }[kind][
          language
        ];
        const tags = labelsOf(document.figure)
          .filter(({ label }) => label.kind === kind && label.numbers.length > 0)
          .map(({ label }) => word + label.numbers.join(language === 'ja' ? '、' : ', '));
        for (const tag of new Set(tags))
          expect(
            drawn.filter((text) => text === tag),
            tag,
          ).toHaveLength(tags.filter((each) => each === tag).length - (shared.get(tag) ?? 0));
      }
    },
  );
});

/** Share of the steps from one number to the next that lead right or down, over all cases and both languages. */
const NUMBER_ORDER = 0.75;
test('in the nine cases executives stand high and numbers lead onwards', async () => {
  const all = await Promise.all(
    nine.flatMap(({ document }) =>
      (['ja', 'en'] as const).map(
        async (language) => first(await laidOut(document.figure, language, figurePage(document))).quality,
      ),
    ),
  );
  for (const { executivesDrop } of all) expect(executivesDrop).toBeLessThan(0.15);
  expect(all.reduce((sum, { numberOrder }) => sum + numberOrder, 0) / all.length).toBeGreaterThan(
    NUMBER_ORDER,
  );
});

/** Cases 4 and 5 find no cells that serve both languages without a label over a frame. */
const ONE_ARRANGEMENT = 7;
test('the nine cases stand in one arrangement in both languages, wherever one serves both', async () => {
  const same = await Promise.all(
    nine.map(async ({ document }) => {
      const page = figurePage(document);
      const [ja, en] = await Promise.all([
        laidOut(document.figure, 'ja', page),
        laidOut(document.figure, 'en', page),
      ]);
      return isDeepStrictEqual(first(ja).arrangement, first(en).arrangement);
    }),
  );
  expect(same.filter(Boolean).length).toBeGreaterThanOrEqual(ONE_ARRANGEMENT);
});

/** Of eighteen: a short step in cases 4, 5 and 7; cases 4 and 5 stay a little under type that is read without effort. */
const [MOST_JOGS, MOST_STRAINED] = [3, 4];
test('in the nine cases no line crosses near a head, labels keep off frames, and type is read without effort', async () => {
  let [jogs, strained] = [0, 0];
  for (const { document } of nine)
    for (const language of ['ja', 'en'] as const) {
      const { quality } = first(await laidOut(document.figure, language, figurePage(document)));
      expect(quality).toMatchObject({ crossedHeads: 0, straddles: 0 });
      expect(quality.smallestType).toBeGreaterThanOrEqual(SMALLEST_TYPE);
      jogs += quality.jogs;
      strained += quality.smallestType < COMFORTABLE_TYPE ? 1 : 0;
    }
  expect({ jogs: jogs <= MOST_JOGS, strained: strained <= MOST_STRAINED }).toEqual({
    jogs: true,
    strained: true,
  });
});

test('whoever changes what is drawn raises the edition, or pictures that were kept stay old', () => {
  const figure = generatedFigure(3);
  const svgs = drawSheets({ figure, language: 'ja', title: 'x', prefix: 'p-' }).map(({ svg }) => svg);
  const drawn = createHash('sha256').update(svgs.join()).digest('hex').slice(0, 12);
  expect({ edition: EDITION, drawn }).toEqual({ edition: 7, drawn: '2950bbcaeeff' });
});

describe('generated figures', () => {
  const seeds = Array.from({ length: rounds(60) }, (_, i) => i + 1);
  test.each(seeds)('figure %i has no hard defect', async (seed) => {
    for (const { quality } of await laidOut(generatedFigure(seed), seed % 2 ? 'ja' : 'en'))
      expect(quality.hardTotal, JSON.stringify(quality.hard)).toBe(0);
  });
});

/** Many boxes and arrows of one owner, each arrow with words: more than any sheet holds. */
function crowd(boxes: number, arrows: number) {
  const box = (i: number) => ({
    id: `b${i}`,
    kind: i % 2 ? 'system' : 'department',
    name: { ja: `業務サーバー${i}`, en: `Business server ${i}` },
    in: 'op',
  });
  const last = boxes - 2;
  return figureData.parse({
    boxes: [
      { id: 'op', kind: 'operator', name: { ja: '事業者', en: 'Operator' } },
      ...Array.from({ length: boxes - 1 }, (_, i) => box(i)),
    ],
    arrows: Array.from({ length: arrows }, (_, k) => ({
      from: `b${k % last}`,
      to: `b${((k % last) + 1 + ((k * 7) % (last - 1))) % last}`,
      labels: [
        {
          kind: 'response',
          numbers: [k + 1],
          text: { ja: '委託先に調査を依頼', en: 'Contractor asked to investigate' },
        },
      ],
    })),
  });
}

test('what no two sheets hold is sketched at once, and what is wrong with it is said in words', () => {
  const sheets = solve(crowd(40, 60), 'ja');
  expect(sheets).toHaveLength(1);
  const { hard, hardTotal } = first(sheets).quality;
  expect(hardTotal).toBeGreaterThan(0);
  expect(defectsInWords([hard], 'ja')).toContain('7.5ポイント未満の文字');
  expect(defectsInWords([hard], 'en')).toContain('type is smaller than 7.5 pt');
});

test('the same data gives the same bytes', () => {
  const draw = () => drawSvg(first(solve(generatedFigure(3), 'ja')).sheet, 'x');
  expect(draw()).toBe(draw());
});

test('parties of one kind that nothing links stand in one row or column with the one that is linked', () => {
  const subsidiary = (id: string) => ({ id, kind: 'organisation', name: { ja: '子会社', en: 'Subsidiary' } });
  const figure = figureData.parse({
    boxes: [
      { id: 'op', kind: 'operator', name: { ja: '事業者', en: 'Operator' } },
      { id: 'a', kind: 'department', name: { ja: '部門', en: 'Department' }, in: 'op' },
      { id: 'b', kind: 'system', name: { ja: 'サーバー', en: 'Server' }, in: 'op' },
      ...['s1', 's2', 's3'].map(subsidiary),
    ],
    arrows: [{ from: 's1', to: 'a' }],
  });
  const { sheet } = first(solve(figure, 'ja'));
  const places = sheet.routed.boxes.slice(3).map(centreOf);
  const spread = (axis: 0 | 1): number =>
    Math.max(...places.map((p) => p[axis])) - Math.min(...places.map((p) => p[axis]));
  expect(Math.min(spread(0), spread(1))).toBeLessThan(15);
});

describe('an author’s hand', () => {
  const office = (pin?: object) =>
    figureData.parse({
      boxes: [
        { id: 'op', kind: 'operator', name: { ja: '事業者', en: 'Operator' } },
        { id: 'a', kind: 'department', name: { ja: '部門', en: 'Department' }, in: 'op' },
        { id: 'b', kind: 'system', name: { ja: 'サーバー', en: 'Server' }, in: 'op' },
        { id: 'c', kind: 'system', name: { ja: '端末', en: 'Terminal' }, in: 'op' },
        { id: 'v', kind: 'organisation', name: { ja: '委託先', en: 'Contractor' }, ...(pin ? { pin } : {}) },
      ],
      arrows: [
        {
          from: 'v',
          to: 'a',
          labels: [{ kind: 'response', numbers: [1], text: { ja: '連絡', en: 'Told' } }],
        },
        {
          from: 'a',
          to: 'b',
          labels: [{ kind: 'response', numbers: [2], text: { ja: '停止', en: 'Stopped' } }],
        },
        { from: 'b', to: 'c', nature: 'link', ways: 'none' },
      ],
    });
  const rectOf = (sheet: Sheet, id: string): Rect => {
    const rect = sheet.routed.boxes[sheet.model.boxes.findIndex((box) => box.id === id)];
    if (!rect) throw new Error(`no box ${id}`);
    return rect;
  };

  test.each(['left', 'right', 'top', 'bottom'] as const)('a party pinned to the %s stands there', (side) => {
    const { sheet } = first(solve(office({ side }), 'ja'));
    const [op, v] = [rectOf(sheet, 'op'), rectOf(sheet, 'v')];
    const holds = {
      left: v.x + v.w <= op.x,
      right: v.x >= op.x + op.w,
      top: v.y + v.h <= op.y,
      bottom: v.y >= op.y + op.h,
    };
    expect(holds[side]).toBe(true);
  });

  test('a cell pinned inside its container is kept by a fresh solution', () => {
    const figure = office();
    const pinned = {
      ...figure,
      boxes: figure.boxes.map((box) => (box.id === 'c' ? { ...box, pin: { column: 0, row: 0 } } : box)),
    };
    expect(first(solve(pinned, 'ja')).arrangement.cells['c']).toEqual([0, 0]);
  });

  test('an edit leaves the rest where the reader last saw it', () => {
    const before = office();
    const { sheet, arrangement } = first(solve(before, 'ja'));
    const after = {
      ...before,
      boxes: [
        ...before.boxes,
        {
          ...(before.boxes[2] as (typeof before.boxes)[number]),
          id: 'd',
          name: { ja: '記録装置', en: 'Recorder' },
        },
      ],
    };
    const next = first(solve(after, 'ja', { kept: arrangement })).sheet;
    const share = (of: Sheet, id: string) => {
      const [x, y] = centreOf(rectOf(of, id));
      return [x / of.width, y / of.height] as const;
    };
    for (const { id } of before.boxes) {
      const [x1, y1] = share(sheet, id);
      const [x2, y2] = share(next, id);
      expect(Math.abs(x1 - x2) + Math.abs(y1 - y2), id).toBeLessThan(0.3);
    }
    const { cells, ...places } = arrangement;
    const saved = figureData.parse({ ...after, arrangement: { ...places, cells: { ...cells } } });
    expect(first(solve(saved, 'ja')).sheet).toEqual(next);
    for (const { id } of before.boxes.filter((box) => box.in))
      expect(first(solve(after, 'ja', { kept: arrangement })).arrangement.cells[id]).toEqual(
        arrangement.cells[id],
      );
  });
});

test('a script, markup and direction marks in a label come out as plain text', () => {
  const nasty = figureData.parse({
    boxes: [
      {
        id: 'a',
        kind: 'actor',
        name: { ja: '<script>alert(1)</script>', en: 'x' },
        labels: [{ kind: 'event', text: { ja: '\u202eabc مرحبا 😀 "&\'', en: 'y' } }],
      },
    ],
  });
  const svg = drawSvg(first(solve(nasty, 'ja')).sheet, '</title><script>');
  expect(svg).not.toMatch(/<script|\u202e/);
  expect(svg).toContain('مرحبا');
});

const { figure } = (nine[8] as (typeof nine)[number]).document;
const ninth = await laidOut(figure, 'ja');
describe('the gate is not blind: each spoiled way fires', () => {
  const good = first(ninth).sheet;
  const hardOf = (sheet: Sheet) => qualityOf(sheet, FIGURE_AREA, figure).hard;
  const change = (routed: Partial<Sheet['routed']>): Sheet => ({
    ...good,
    routed: { ...good.routed, ...routed },
  });
  const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
    list.map((each, i) => (i === at ? value : each));
  const labelled = good.routed.labels.findIndex((label) => label);
  const other = good.routed.labels.findIndex((label, i) => label && i !== labelled);
  const leaf = good.model.boxes.findIndex((box) => box.children.length === 0 && box.parent >= 0);
  const sibling = good.model.boxes.findIndex((box, i) => i !== leaf && box.children.length === 0);
  const rect = (i: number): Rect => good.routed.boxes[i] as Rect;
  const label = good.routed.labels[labelled] as Rect;

  test('the untouched figure is silent', () => {
    expect(qualityOf(good, FIGURE_AREA, figure).hardTotal).toBe(0);
  });

  test('box on box, child out of its container', () => {
    expect(
      hardOf(change({ boxes: replaced(good.routed.boxes, leaf, rect(sibling)) })).boxOverlap,
    ).toBeGreaterThan(0);
    const away = { ...rect(leaf), x: -200 };
    expect(hardOf(change({ boxes: replaced(good.routed.boxes, leaf, away) })).boxOverlap).toBeGreaterThan(0);
    expect(hardOf(change({ boxes: replaced(good.routed.boxes, leaf, away) })).outOfPage).toBeGreaterThan(0);
  });

  test('label on label, label on box, label off its arrow', () => {
    const onOther = change({ labels: replaced(good.routed.labels, other, label) });
    expect(hardOf(onOther).labelOverlap).toBeGreaterThan(0);
    const onBox = change({
      labels: replaced(good.routed.labels, labelled, { ...label, ...centred(rect(leaf), label) }),
    });
    expect(hardOf(onBox).labelOverlap).toBeGreaterThan(0);
    const off = change({
      labels: replaced(good.routed.labels, labelled, { ...label, x: label.x + 400, y: 1 }),
    });
    expect(hardOf(off).labelDetached).toBeGreaterThan(0);
  });

  test('a label slid over the head of its arrow', () => {
    const [x, y] = (good.routed.arrows[labelled] as readonly Point[]).at(-1) as Point;
    const slid = { ...label, x: x - label.w / 2, y: y - label.h / 2 };
    const spoiled = hardOf(change({ labels: replaced(good.routed.labels, labelled, slid) }));
    expect(spoiled.headHidden).toBe(1);
  });

  test('arrow through a box, through a label, slanted, or missing', () => {
    const across = (r: Rect) => [
      [r.x - 20, r.y + r.h / 2] as const,
      [r.x + r.w + 20, r.y + r.h / 2] as const,
    ];
    const free = good.model.arrows.findIndex(
      ({ from, to }, i) => from !== leaf && to !== leaf && i !== labelled,
    );
    const path = (points: readonly (readonly [number, number])[]) =>
      change({ arrows: replaced(good.routed.arrows, free, points) });
    expect(hardOf(path(across(rect(leaf)))).arrowThroughBox).toBeGreaterThan(0);
    expect(hardOf(path(across(label))).arrowThroughLabel).toBeGreaterThan(0);
    expect(
      hardOf(
        path([
          [0, 0],
          [50, 60],
        ]),
      ).oblique,
    ).toBeGreaterThan(0);
    expect(hardOf(path([])).arrowMissing).toBe(1);
  });

  test('a label left out, or drawn without its words', () => {
    const unplaced = change({ labels: replaced(good.routed.labels, labelled, undefined) });
    expect(hardOf(unplaced).labelMiscounted).toBeGreaterThan(0);
    const tagsOnly = measure(figure, 'ja', { box: 12, arrow: 9, name: 9, words: 'tag' });
    expect(hardOf({ ...good, model: tagsOnly }).labelMiscounted).toBeGreaterThan(0);
  });

  test('a line that begins with a closing mark', () => {
    const boxes = good.model.boxes.map((box, i) =>
      i === leaf ? { ...box, name: { ...box.name, whole: '端末、機器', lines: ['端末', '、機器'] } } : box,
    );
    expect(hardOf({ ...good, model: { ...good.model, boxes } }).badBreak).toBe(1);
  });

  test('text wider than its box, type too small', () => {
    const narrow = { ...rect(leaf), w: 10 };
    expect(hardOf(change({ boxes: replaced(good.routed.boxes, leaf, narrow) })).textOverflow).toBeGreaterThan(
      0,
    );
    expect(hardOf({ ...good, scale: 0.5 }).smallType).toBe(1);
  });
});

const centred = (r: Rect, label: Rect) => ({ x: r.x + (r.w - label.w) / 2, y: r.y + (r.h - label.h) / 2 });
