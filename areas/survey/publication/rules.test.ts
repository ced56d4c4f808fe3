import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  differencesOf,
  errataPrinted,
  mayTurn,
  numbered,
  type Printed,
  type ToPrint,
  tellApart,
} from './rules.ts';
import { ERRATUM_STATES } from './schema.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const toPrint = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...ids)),
    fc.array(fc.constantFrom('1', '2', '3'), { minLength: 7, maxLength: 7 }),
  )
  .map(([cases, hashes]) =>
    cases.map((caseId, i): ToPrint => ({ caseId, group: 'systemDefect', hash: hashes[i] ?? '1' })),
  );
const days = (n: number): string => `2026-01-${String(n + 1).padStart(2, '0')}`;

test('over any course of editions a number means one case for ever, and none is used again', () => {
  fc.assert(
    fc.property(fc.array(toPrint, { maxLength: 8 }), (course) => {
      const meant = new Map<number, string>();
      const gone = new Map<number, string>();
      let before: readonly Printed[] = [];
      course.forEach((wanted, n) => {
        const after = numbered(before, wanted, days(n));
        // Continuous from 1, each once.
        expect(after.map(({ number }) => number)).toEqual(after.map((_, i) => i + 1));
        for (const { number, caseId } of after) expect(meant.get(number) ?? caseId).toBe(caseId);
        for (const each of after) meant.set(each.number, each.caseId);
        expect(after.length).toBeGreaterThanOrEqual(before.length);
        // Printed is what was wanted, and nothing else.
        const printed = after.filter(({ hash }) => hash !== null);
        expect(new Set(printed.map(({ caseId }) => caseId))).toEqual(
          new Set(wanted.map(({ caseId }) => caseId)),
        );
        for (const { number, hash, withdrawnOn } of after) {
          expect(withdrawnOn === null).toBe(hash !== null);
          if (withdrawnOn === null) gone.delete(number);
          // The day it was withdrawn on stays the first one.
          else expect(gone.get(number) ?? withdrawnOn).toBe(withdrawnOn);
          if (withdrawnOn !== null) gone.set(number, withdrawnOn);
        }
        before = after;
      });
    }),
  );
});

test('differences name exactly the numbers that read otherwise', () => {
  fc.assert(
    fc.property(toPrint, toPrint, (first, second) => {
      const before = numbered([], first, days(0));
      const after = numbered(before, second, days(1));
      const told = differencesOf(before, after, { before: [], after: [] });
      const hashes = new Map(before.map(({ number, hash }) => [number, hash]));
      const otherwise = after.filter(({ number, hash }) => hashes.get(number) !== hash);
      expect(told.map(({ number }) => number)).toEqual(otherwise.map(({ number }) => number));
      expect(differencesOf(after, after, { before: [], after: [] })).toEqual([]);
    }),
  );
  const one: Printed = { number: 1, caseId: 'a', group: 'insider', hash: 'x', withdrawnOn: null };
  const gone: Printed = { ...one, hash: null, withdrawnOn: '2026-01-01' };
  const none = { before: [], after: [] };
  expect(differencesOf([one], [gone], none)).toEqual([{ kind: 'withdrawn', number: 1 }]);
  expect(differencesOf([gone], [one], none)).toEqual([{ kind: 'added', number: 1 }]);
  expect(differencesOf([one], [{ ...one, hash: 'y' }], none)).toEqual([{ kind: 'changed', number: 1 }]);
  const said = (number: number | null, on = '2026-01-01') => ({ number, on, text: { ja: '正', en: 'x' } });
  const errata = { before: [said(1)], after: [said(1), said(null), said(1, '2026-01-02')] };
  expect(differencesOf([one], [one], errata)).toEqual([
    { kind: 'erratum', number: null },
    { kind: 'erratum', number: 1 },
  ]);
});

test('of a case it is said that it was corrected, once it was and as long as it stands', () => {
  const at = (hash: string | null): Printed => ({
    number: 1,
    caseId: 'a',
    group: 'insider',
    hash,
    withdrawnOn: null,
  });
  const text = { ja: '正しくは14時32分', en: '14:32' };
  const verified = [
    { number: 1, on: '2026-01-01', text },
    { number: null, on: '2026-01-02', text },
  ];
  const told = { ja: '訂正', en: 'corrected' };
  const printed = (was: string, is: string | null, errata: typeof verified = []) =>
    errataPrinted(verified, { printed: [at(was)], errata }, [at(is)], () => told).map(
      ({ text: { ja } }) => ja,
    );
  expect(printed('x', 'x')).toEqual([text.ja]);
  expect(printed('x', 'y')).toEqual(['訂正', text.ja]);
  expect(printed('y', 'y', verified)).toEqual(['訂正', text.ja]);
  expect(printed('y', null, verified)).toEqual([text.ja]);
});

test('an erratum is settled once, and may be held before', () => {
  const ways = ERRATUM_STATES.flatMap((from) =>
    ERRATUM_STATES.filter((to) => mayTurn(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(ways).toEqual([
    'reported → verified',
    'reported → held',
    'reported → rejected',
    'held → verified',
    'held → rejected',
  ]);
});

test('windows that share days and are not the same tell apart what lies in one of them', () => {
  const year = { from: '2024-01-01', until: '2024-12-31' };
  expect(tellApart(year, [year, { from: '2025-01-01', until: '2025-12-31' }])).toBeUndefined();
  const fiscal = { from: '2024-04-01', until: '2025-03-31' };
  expect(tellApart(year, [fiscal])).toEqual(fiscal);
  expect(tellApart(year, [{ from: '2023-01-01', until: '2024-01-01' }])).toBeDefined();
});
