import { expect, test } from 'vitest';
import { attackersInside, backwardsOf, executivesDrop, stepsOf } from './convention.ts';
import type { Point, Rect } from './geometry.ts';
import { measure } from './model.ts';
import { figureData } from './schema.ts';

const named = (id: string, kind: string, more: object = {}) => ({
  id,
  kind,
  name: { ja: id, en: id },
  ...more,
});
const response = (...numbers: number[]) => ({ kind: 'response', numbers, text: { ja: 'x', en: 'x' } });
const model = measure(
  figureData.parse({
    boxes: [
      named('op', 'operator'),
      named('top', 'executives', { in: 'op' }),
      named('a', 'department', { in: 'op', labels: [response(2)] }),
      named('b', 'system', { in: 'op', labels: [response(2)] }),
      named('x', 'attacker'),
    ],
    arrows: [
      { from: 'x', to: 'b', labels: [response(1)] },
      { from: 'a', to: 'top', labels: [response(3, 4)] },
    ],
  }),
  'ja',
  { box: 12, arrow: 9, name: 9, words: 'full' },
);

test('steps lead from number to number; the same number twice is none', () => {
  expect(stepsOf(model).map(([from, to]) => [from.number, to.number])).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test.each([
  ['to the right', [100, 0], 0],
  ['down to the left', [-100, 60], 0],
  ['up to the right', [60, -100], 0],
  ['hardly at all', [-10, -10], 0],
  ['back to the left', [-100, 0], 1],
  ['straight up', [0, -100], 1],
] as const)('a step %s', (_, [x, y], backwards) => {
  const [one, two] = stepsOf(model)[1] ?? [];
  const rects = model.boxes.map((): Rect => ({ x: 0, y: 0, w: 0, h: 0 }));
  const placeOfArrow = (): Point => [x, y];
  expect(one && two && backwardsOf([[one, two]], rects, placeOfArrow)).toBe(backwards);
});

test('executives below their own, attackers away from the edge', () => {
  const rects: Rect[] = [
    { x: 0, y: 0, w: 200, h: 200 },
    { x: 10, y: 120, w: 20, h: 20 },
    { x: 10, y: 20, w: 20, h: 20 },
    { x: 60, y: 60, w: 20, h: 20 },
    { x: 240, y: 100, w: 20, h: 20 },
  ];
  expect(executivesDrop(model, rects)).toBe(0.5);
  expect(attackersInside(model, rects, 300, 200)).toBe(0.2);
});
