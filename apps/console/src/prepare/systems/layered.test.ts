import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layered } from './layered.ts';

const needs = (text: string) => {
  const pairs = text.split(' ').map((pair) => pair.split('>') as [string, string | undefined]);
  const ids = [...new Set(pairs.flat())].filter((id) => id !== undefined);
  return ids.map((id) => ({ id, needs: pairs.flatMap(([from, to]) => (from === id && to ? [to] : [])) }));
};
const rowOf = (text: string, id: string) => layered(needs(text)).places.get(id)?.y;

test('what carries stands below all it carries, however many steps there are', () => {
  expect(['pay', 'app', 'db'].map((id) => rowOf('pay>app app>db pay>db', id))).toEqual([0, 1, 2]);
  expect(rowOf('alone', 'alone')).toBe(0);
});

test('whatever the graph, everything is placed once, nothing on another, and a circle ends', () => {
  const world = fc.integer({ min: 1, max: 20 }).chain((count) =>
    fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 40 }).map((edges) =>
      Array.from({ length: count }, (_, n) => ({
        id: `n${n}`,
        needs: edges.filter(([from]) => from === n).map(([, to]) => `n${to}`),
      })),
    ),
  );
  fc.assert(
    fc.property(world, (things) => {
      const { places, columns, rows } = layered(things);
      expect([...places.keys()].sort()).toEqual(things.map(({ id }) => id).sort());
      const spots = [...places.values()];
      for (const [i, a] of spots.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + 1).toBeLessThanOrEqual(columns + 0.001);
        expect(a.y).toBeLessThan(rows);
        for (const b of spots.slice(i + 1)) expect(a.y === b.y && Math.abs(a.x - b.x) < 1).toBe(false);
      }
      expect(layered(things).places).toEqual(places);
    }),
  );
});
