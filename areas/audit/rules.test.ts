import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACTS, type FactName } from '../facts.ts';
import { actorName, type Line } from './lines/rules.ts';
import { factDetail } from './rules.ts';
import { ACT_GROUPS, areaOf } from './words.ts';

const reader = {
  say: (text: { readonly en: string }) => text.en,
  clock: () => 'then',
};
const KINDS = Object.keys(FACTS) as FactName[];
/** Names that bodies have, so that what is odd stands where something is looked for. */
const FIELDS = [
  ...new Set(KINDS.flatMap((kind) => Object.keys(FACTS[kind].body.shape as Record<string, unknown>))),
];
const odd = fc.oneof(
  { withCrossShrink: true, maxDepth: 3 },
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    '',
    'x',
    '2026-11-29T00:00:00Z',
    '__proto__',
    'constructor',
    '\u0000',
  ),
  fc.array(fc.constantFrom(null, 7, 'x', {}, [], { title: 3 }, { service: 'x' })),
  fc.dictionary(
    fc.constantFrom(...FIELDS, 'toString', '__proto__'),
    fc.constantFrom(null, 7, 'x', {}, [null]),
  ),
);
const line = (kind: string, body: Record<string, unknown>, actor: Partial<Line['actor']> = {}): Line =>
  ({
    seq: 1,
    kind,
    at: '2026-11-29T00:00:00Z',
    recordedAt: '2026-11-29T00:00:00Z',
    precision: 'second',
    incidentId: null,
    corrects: null,
    body,
    actor: { kind: 'person', id: 'p', personId: 'p', name: null, key: null, ...actor },
  }) as unknown as Line;

test('a line of any kind with any body is told in some words: an older program, or an odd one, wrote it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS, 'no.such-kind'),
      fc.dictionary(fc.constantFrom(...FIELDS), odd, { maxKeys: 12 }),
      fc.constantFrom('person', 'link', 'source', 'key', 'system', 'other'),
      (kind, body, actorKind) => {
        const told = line(kind, body, { kind: actorKind as Line['actor']['kind'] });
        expect(typeof factDetail(told, { x: 'X' }, reader)).toBe('string');
        expect(typeof actorName(told, { x: 'X' }, reader.say as never)).toBe('string');
      },
    ),
    { numRuns: 4_000 },
  );
});

test('every act has its area and can be asked for', () => {
  const other = areaOf('no such act');
  expect(KINDS.filter((kind) => areaOf(kind) === other)).toEqual([]);
  expect(ACT_GROUPS.flatMap(({ acts }) => acts.map(({ kind }) => kind)).toSorted()).toEqual(KINDS.toSorted());
});
