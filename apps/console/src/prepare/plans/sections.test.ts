import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLANS } from '../../../../../areas/prepare/plans/register.ts';
import { countIn, findingsIn, ownOnes, SECTION_NAMES, SECTIONS } from './sections.ts';

const FIELDS = Object.keys(PLANS.shape.shape);

test('every field of a plan stands in one part and in no other', () => {
  expect(Object.values(SECTIONS).flat().toSorted()).toEqual(FIELDS.toSorted());
});

test('whatever is found in a plan is told in one part of it', () => {
  const words = { ja: '', en: '' };
  const finding = fc
    .tuple(fc.constantFrom(...FIELDS), fc.array(fc.oneof(fc.nat(80).map(String), fc.constantFrom(...FIELDS))))
    .map(([field, rest]) => ({ path: [field, ...rest].join('.'), grave: true, words }));
  fc.assert(
    fc.property(fc.array(finding), (findings) => {
      const told = SECTION_NAMES.flatMap((section) => findingsIn(section, findings));
      expect(told.length).toBe(findings.length);
      expect(new Set(told)).toEqual(new Set(findings));
    }),
  );
});

test('a part counts what it lists, levels and bodies together', () => {
  const entry = { name: 'A', levels: [{}, {}], bodies: [{}], steps: [] };
  expect(SECTION_NAMES.map((section) => countIn(section, entry))).toEqual([
    undefined,
    undefined,
    undefined,
    0,
    3,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('roles and templates are offered by their names while the plan is half written; two of one name by their keys too', () => {
  const own = ownOnes({
    name: '',
    roles: [
      { key: 'lead', name: 'Lead' },
      { key: 'press', name: 'Press' },
      { key: 'press-2', name: 'Press' },
      { key: 'role', name: '' },
      { key: '', name: 'Not yet' },
      { key: 'lead', name: 'Again' },
      null,
    ],
  });
  expect(own['deputy']?.map(({ label }) => label)).toEqual([
    'Lead',
    'Press (press)',
    'Press (press-2)',
    'role',
  ]);
  expect(own['template']).toEqual([]);
});
