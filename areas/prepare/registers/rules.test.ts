import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referencesOf } from './rules.ts';

const points = { personId: 'person', deputyIds: 'person', roster: 'rosters' };

test('an entry points at what its fields say, wherever they stand, each with its place', () => {
  const entry = {
    key: 'tree',
    steps: [
      { personId: 'p1', roster: null, deputyIds: ['p2', 'p3'] },
      { personId: null, roster: 'duty', deputyIds: [] },
    ],
  };
  expect(referencesOf(points, entry)).toEqual([
    { to: 'person', key: 'p1', path: 'steps.0.personId' },
    { to: 'person', key: 'p2', path: 'steps.0.deputyIds.0' },
    { to: 'person', key: 'p3', path: 'steps.0.deputyIds.1' },
    { to: 'rosters', key: 'duty', path: 'steps.1.roster' },
  ]);
});

test('where no field points anywhere an entry points at nothing, whatever it holds', () => {
  fc.assert(fc.property(fc.jsonValue(), (entry) => referencesOf({}, entry).length === 0));
  expect(referencesOf(points, { constructor: 'x', toString: 'y' })).toEqual([]);
});
