import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedOver, isFresh, mayLeaveAt } from './rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const NIGHT = { from: '22:00', until: '07:00' };
const tokyo = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant();

test.each([
  ['2026-11-24T21:59', '2026-11-24T21:59'],
  ['2026-11-24T22:00', '2026-11-25T07:00'],
  ['2026-11-24T23:59', '2026-11-25T07:00'],
  ['2026-11-25T00:00', '2026-11-25T07:00'],
  ['2026-11-25T06:59', '2026-11-25T07:00'],
  ['2026-11-25T07:00', '2026-11-25T07:00'],
  ['2026-12-31T22:30', '2027-01-01T07:00'],
])('what is no page and comes at %s leaves at %s', (now, wanted) => {
  expect(mayLeaveAt('other', NIGHT, tokyo(now), 'Asia/Tokyo').toString()).toBe(tokyo(wanted).toString());
});

test('quiet hours never hold a page back, and nothing leaves before it was asked for', () => {
  const clock = fc
    .record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) })
    .map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      clock,
      clock,
      fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
      fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe'),
      (from, until, minutes, zone) => {
        const now = at('2025-01-01T00:00:00Z').add({ minutes });
        expect(mayLeaveAt('page', { from, until }, now, zone)).toBe(now);
        const leaves = mayLeaveAt('other', { from, until }, now, zone);
        expect(Temporal.Instant.compare(leaves, now)).toBeGreaterThanOrEqual(0);
        expect(leaves.since(now).total('hours')).toBeLessThanOrEqual(25);
      },
    ),
  );
});

test('half a year after an answer a route is stale; one never answered always is', () => {
  const now = at('2026-11-24T00:00:00Z');
  expect(isFresh(null, now)).toBe(false);
  expect(isFresh(at('2026-05-26T00:00:00Z'), now)).toBe(true);
  expect(isFresh(at('2026-05-25T00:00:00Z'), now)).toBe(false);
});

test('a route that stays keeps its proof, wherever it moves in the order; a changed address loses it', () => {
  const verifiedAt = at('2026-11-01T00:00:00Z');
  const before = [
    { id: 'a', personId: 'p', kind: 'email' as const, address: 'a@x.jp', note: '', verifiedAt },
    { id: 'b', personId: 'p', kind: 'phone' as const, address: '090-1', note: '', verifiedAt },
  ];
  const wanted = [
    { kind: 'phone' as const, address: '090-1', note: '夜' },
    { kind: 'email' as const, address: 'b@x.jp', note: '' },
    { kind: 'phone' as const, address: '090-1', note: '' },
  ];
  expect(carriedOver(before, wanted).map(({ id, verifiedAt: proof }) => [id, proof !== null])).toEqual([
    ['b', true],
    [undefined, false],
    [undefined, false],
  ]);
});
