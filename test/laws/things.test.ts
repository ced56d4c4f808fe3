import { expect, test } from 'vitest';
import { type Arrow, arrowsBetweenThings, groupsOf, knotsIn, layersOf } from './things.ts';

const arrows = (...pairs: readonly string[]): Arrow[] =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to, by: [`${from}/index.ts → ${to}/index.ts`] };
  });

test('law 7: things form no cycle, so that each is understood by what lies below it; types count', () => {
  const found = knotsIn(arrowsBetweenThings()).map((knot) => ({
    things: knot.things,
    arrows: knot.arrows.flatMap(({ from, to, by }) => [`${from} → ${to}`, ...by.map((each) => `  ${each}`)]),
  }));
  expect(found).toEqual([]);
});

test('a knot is found however long it is, with what keeps it, and nothing beside it', () => {
  const tied = arrows('a>b', 'b>c', 'c>d', 'd>b', 'd>e', 'x>a');
  const [knot, ...others] = knotsIn(tied);
  expect(others).toEqual([]);
  expect(knot?.things.toSorted()).toEqual(['b', 'c', 'd']);
  expect(knot?.arrows.map(({ from, to }) => `${from}>${to}`)).toEqual(['b>c', 'c>d', 'd>b']);
});

test('what a thing stands on lies in a lower layer', () => {
  const house = arrows('roof>wall', 'wall>ground', 'roof>ground', 'shed>ground');
  expect(groupsOf(house)[0]).toEqual(['ground']);
  expect(Object.fromEntries(layersOf(house))).toEqual({ ground: 0, wall: 1, roof: 2, shed: 1 });
  const layers = layersOf(arrowsBetweenThings());
  const up = arrowsBetweenThings().filter(({ from, to }) => (layers.get(to) ?? 0) >= (layers.get(from) ?? 0));
  expect(up.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});
