import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isValue, type Value } from './form/shape.ts';
import { layerChoices, overridesFollowing } from './roster-order.ts';

/** Which layer each override stands in for, by its name. */
const standsFor = (entry: Value): unknown[] => {
  const [layers, overrides] = [entry['layers'], entry['overrides']] as [Value[], Value[]];
  return overrides.map(({ id, layer }) => [id, layers[Number(layer)]?.['name']]);
};
const roster = fc.nat(6).chain((last) =>
  fc
    .record({
      layers: fc.constant(Array.from({ length: last + 1 }, (_, at): Value => ({ name: `layer ${at}` }))),
      places: fc.array(fc.nat(last), { maxLength: 8 }),
      order: fc.shuffledSubarray(Array.from({ length: last + 1 }, (_, at) => at)),
    })
    .map(({ layers, places, order }) => ({
      before: { layers, overrides: places.map((layer, id): Value => ({ id, layer })) },
      order,
    })),
);

test('however layers are moved and removed, an override stands in for the one it was written for, or goes with it', () => {
  fc.assert(
    fc.property(roster, ({ before, order }) => {
      const layers = order.map((at) => before.layers[at] as Value);
      const after = overridesFollowing(before, { ...before, layers });
      const left = new Set(layers.map((layer) => layer['name']));
      expect(standsFor(after)).toEqual(
        standsFor(before).filter((pair) => Array.isArray(pair) && left.has(pair[1])),
      );
    }),
  );
});

test('writing in a layer or adding one leaves overrides as they are', () => {
  const before = { layers: [{ name: 'Day' }, { name: 'Night' }], overrides: [{ layer: 1 }] };
  const renamed = { ...before, layers: [{ name: 'Days' }, before.layers[1]] };
  const added = { ...before, layers: [...before.layers, { name: '' }] };
  for (const after of [renamed, added, { ...before, name: 'x' }])
    expect(overridesFollowing(before, after)).toBe(after);
  expect(layerChoices(before)).toEqual([
    { value: '0', label: '1. Day' },
    { value: '1', label: '2. Night' },
  ]);
  expect(isValue(layerChoices({})[0])).toBe(false);
});
