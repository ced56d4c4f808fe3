import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../../../../report/figure/arrangement.ts';
import { structureFaults } from '../../../../report/figure/rules.ts';
import { type FigureData, figureData } from '../../../../report/figure/schema.ts';
import { readCase } from '../read-case.ts';
import {
  boxAtPoint,
  canJoin,
  drawnArrows,
  dropped,
  figureToKeep,
  nudged,
  type Spot,
  withArrow,
  withoutBox,
} from './rules.ts';

const box = (id: string, more: object = {}) => ({
  id,
  kind: 'department',
  name: { ja: id, en: id },
  ...more,
});
/** An operator with four parts in two columns, and two parties outside. */
const figure: FigureData = figureData.parse({
  boxes: [box('op'), ...['a', 'b', 'c', 'd'].map((id) => box(id, { in: 'op' })), box('user'), box('maker')],
  arrows: [
    { from: 'a', to: 'b' },
    { from: 'user', to: 'op', nature: 'use' },
    { from: 'a', to: 'b', labels: [] },
  ],
});
const at: Arrangement = {
  cells: { op: [0, 0], a: [0, 0], b: [1, 0], c: [0, 1], d: [1, 1] },
  sides: { user: 'left', maker: 'left' },
  ranks: { user: 0.2, maker: 0.8 },
  loose: {},
};
const spots = new Map<string, Spot>([
  ['op', { x: 100, y: 0, w: 300, h: 200 }],
  ['a', { x: 120, y: 40, w: 80, h: 40 }],
  ['b', { x: 280, y: 40, w: 80, h: 40 }],
  ['c', { x: 120, y: 120, w: 80, h: 40 }],
  ['d', { x: 280, y: 120, w: 80, h: 40 }],
  ['user', { x: 0, y: 20, w: 60, h: 40 }],
  ['maker', { x: 0, y: 120, w: 60, h: 40 }],
]);
const cells = (of: FigureData | undefined) => of?.arrangement?.cells;

describe('a figure that is touched', () => {
  test('an arrow key moves a box by a cell; whoever stands there changes places', () => {
    expect(cells(nudged(figure, at, 'a', 'right'))).toMatchObject({ a: [1, 0], b: [0, 0], c: [0, 1] });
    expect(cells(nudged(figure, at, 'a', 'left'))).toMatchObject({ a: [0, 0], c: [1, 1], b: [2, 0] });
    expect(cells(nudged(figure, at, 'd', 'down'))).toMatchObject({ c: [0, 1], d: [1, 2] });
    expect(nudged(figure, at, 'op', 'down')).toBeUndefined();
    expect(nudged(figure, at, 'nobody', 'down')).toBeUndefined();
  });

  test('in columns without common rows it goes up and down its own, and into the one beside', () => {
    const loose = { ...at, cells: { ...at.cells, d: [1, 5] as const }, loose: { op: true } };
    expect(cells(nudged(figure, loose, 'd', 'up'))).toMatchObject({ d: [1, 0], b: [1, 1] });
    expect(nudged(figure, loose, 'd', 'down')).toBeUndefined();
    expect(cells(nudged(figure, loose, 'd', 'left'))).toMatchObject({
      a: [0, 0],
      d: [0, 1],
      c: [0, 2],
      b: [1, 0],
    });
    expect(cells(nudged(figure, loose, 'd', 'right'))).toMatchObject({ b: [1, 0], d: [2, 0] });
    const drop = (x: number, y: number) => cells(dropped(figure, loose, spots, 'd', [x, y]));
    expect(drop(150, 90)).toMatchObject({ a: [0, 0], d: [0, 1], c: [0, 2], b: [1, 0] });
    expect(drop(240, 90)).toMatchObject({ a: [0, 0], d: [1, 0], b: [2, 0] });
    expect(drop(300, 45)).toMatchObject({ d: [1, 0], b: [1, 1] });
  });

  test('a party outside goes along its side, and round to another', () => {
    const down = nudged(figure, at, 'user', 'down')?.arrangement;
    expect((down?.ranks['user'] ?? 0) > (down?.ranks['maker'] ?? 1)).toBe(true);
    expect(nudged(figure, at, 'user', 'right')?.arrangement?.sides['user']).toBe('right');
    expect(nudged(figure, at, 'maker', 'down')?.arrangement?.sides['maker']).toBe('bottom');
    expect(nudged(figure, at, 'user', 'left')).toBeUndefined();
  });

  test('a box let go stands where it was let go: in a cell, between two, beside the last, in another box', () => {
    const drop = (id: string, x: number, y: number) => dropped(figure, at, spots, id, [x, y]);
    expect(cells(drop('a', 320, 190))).toMatchObject({ b: [1, 0], d: [1, 1], a: [1, 2], c: [0, 1] });
    // Between the columns.
    expect(cells(drop('d', 240, 60))).toMatchObject({ a: [0, 0], d: [1, 0], b: [2, 0] });
    // On another: it makes room.
    expect(cells(drop('d', 150, 45))).toMatchObject({ d: [0, 0], a: [0, 1], c: [0, 2] });
    expect(drop('user', 240, 100).boxes.find(({ id }) => id === 'user')?.in).toBe('op');
    const out = drop('a', 450, 60);
    expect(out.boxes.find(({ id }) => id === 'a')?.in).toBeUndefined();
    expect(out.arrangement?.sides['a']).toBe('right');
    expect(drop('user', 200, 260).arrangement?.sides['user']).toBe('bottom');
    // A line to what it is in cannot be drawn.
    expect(drop('user', 240, 100).arrows.some(({ from }) => from === 'user')).toBe(false);
  });

  test('whoever was moved is held by its place and by no pin; the others keep theirs', () => {
    const pin = { column: 3, row: 3 };
    const pinned = { ...figure, boxes: figure.boxes.map((each) => ({ ...each, pin })) };
    const moved = nudged(pinned, at, 'a', 'right');
    expect(moved?.boxes.find(({ id }) => id === 'a')).not.toHaveProperty('pin');
    expect(moved?.boxes.find(({ id }) => id === 'b')?.pin).toEqual(pin);
  });

  test('arrows: drawn between boxes, not into what holds one; several of one look are one', () => {
    expect(withArrow(figure, 'a', 'user').arrows.at(-1)).toMatchObject({ from: 'a', to: 'user' });
    expect([canJoin(figure, 'a', 'a'), canJoin(figure, 'a', 'op'), canJoin(figure, 'op', 'b')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(withArrow(figure, 'a', 'op')).toBe(figure);
    expect(drawnArrows(figure)).toEqual([[0, 2], [1]]);
  });

  test('removed, a box takes its arrows along and leaves what stood in it', () => {
    const gone = withoutBox(figure, 'op');
    expect(gone.boxes.filter((each) => each.in !== undefined)).toEqual([]);
    expect(gone.arrows).toHaveLength(2);
    expect(withoutBox(figure, 'a').arrows).toHaveLength(1);
  });

  test('the innermost box is the one under the pointer', () => {
    expect(boxAtPoint(figure, spots, [130, 50])).toBe('a');
    expect(boxAtPoint(figure, spots, [110, 10])).toBe('op');
    expect(boxAtPoint(figure, spots, [450, 10])).toBeUndefined();
    expect(boxAtPoint(figure, spots, [130, 50], (id) => id === 'a')).toBe('op');
  });

  test('whatever is done to the figure of a case, it can be drawn and stored', () => {
    const { figure: real } = readCase(
      fs.readFileSync(new URL('../../../../cases/06-faulty-patch.yaml', import.meta.url), 'utf8'),
    );
    const places: Arrangement = {
      cells: Object.fromEntries(real.boxes.map(({ id }, i) => [id, [i % 3, Math.floor(i / 3)]])),
      sides: {},
      ranks: {},
      loose: {},
    };
    const drawn = new Map(
      real.boxes.map(({ id }, i) => [id, { x: (i % 5) * 100, y: Math.floor(i / 5) * 80, w: 90, h: 60 }]),
    );
    const id = fc.constantFrom(...real.boxes.map((each) => each.id));
    const act = fc.oneof(
      fc.tuple(id, fc.nat(600), fc.nat(400)).map(
        ([of, x, y]) =>
          (now: FigureData) =>
            dropped(now, now.arrangement ?? places, drawn, of, [x, y]),
      ),
      fc.tuple(id, fc.constantFrom('left' as const, 'right' as const, 'up' as const, 'down' as const)).map(
        ([of, to]) =>
          (now: FigureData) =>
            nudged(now, now.arrangement ?? places, of, to) ?? now,
      ),
      fc.tuple(id, id).map(
        ([from, to]) =>
          (now: FigureData) =>
            withArrow(now, from, to),
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const end = acts.reduce((now, does) => does(now), real);
        expect(structureFaults(end).map(({ message }) => message.en)).toEqual([]);
        expect(figureData.safeParse(end).success).toBe(true);
        expect(end.boxes.map((each) => each.id)).toEqual(real.boxes.map((each) => each.id));
      }),
      { numRuns: 60 },
    );
  });
});

test('a figure that was changed is kept as it stands; one that is as it was saved keeps the places its author left', () => {
  const standing: Arrangement = { cells: { a: [3, 1] }, sides: {}, ranks: {}, loose: {} };
  const read = structuredClone(figure);
  // Read again after a save it is another object, and the same figure.
  expect(figureToKeep(read, figure, standing)).toBe(read);
  const changed = withoutBox(figure, 'd');
  expect(figureToKeep(changed, figure, standing)).toEqual({ ...changed, arrangement: standing });
  const saved = figureToKeep(changed, figure, standing);
  const redrawn = { ...standing, cells: { a: [0, 2] as const } };
  expect(figureToKeep(saved, structuredClone(saved), redrawn)).toBe(saved);
  expect(figureToKeep(changed, figure, undefined)).toBe(changed);
});
