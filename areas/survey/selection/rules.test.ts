import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startingCriteria } from '../cycles/starting-criteria.ts';
import {
  alikeOf,
  balanceOf,
  type Given,
  isAmongFirst,
  joinRatings,
  mayUnlock,
  missingOf,
  needsOf,
  strangeKeys,
  tallyOf,
} from './rules.ts';
import { type CandidateView, type Quality, rating } from './schema.ts';

const CRITERIA = startingCriteria();
const KEYS = CRITERIA.map(({ key }) => key);

/** The same score by every criterion, with words where they are needed. */
const all = (score: number, quality: Quality = 'good') =>
  rating.parse({
    scores: Object.fromEntries(
      KEYS.map((key) => [key, { score, evidence: key === 'lessonValue' ? '教訓' : '' }]),
    ),
    quality,
  });
const given = (eventId: string, ...scores: readonly number[]): Given[] =>
  scores.map((score, n) => ({ eventId, raterId: `r${n}`, rating: all(score) }));

test('events within the window are counted by whether they may be candidates, those outside beside them', () => {
  const event = (out: 'notPassed' | 'withdrawn' | null) => ({
    eventId: 'e',
    receiptNumber: 'R-1',
    title: '',
    operatorId: null,
    sector: null,
    causes: [],
    reached: [],
    suppliers: [],
    eventType: null,
    submittedAt: Temporal.Instant.from('2024-05-01T00:00+09:00'),
    out,
  });
  const within = [event(null), event('notPassed'), event(null), event('withdrawn')];
  expect(tallyOf(within, { before: 7, after: 0 })).toEqual({ eligible: 2, before: 7, after: 0, notPassed: 1, withdrawn: 1 }); // biome-ignore format: one line
});

test('a sheet is full with every criterion, words on the lessons and the response, or a reason to abstain', () => {
  expect(missingOf(null, CRITERIA)).toEqual([...KEYS, 'quality']);
  expect(missingOf(all(2), CRITERIA)).toEqual([]);
  const wordless = { ...all(2), scores: { ...all(2).scores, lessonValue: { score: 3, evidence: '' } } };
  expect(missingOf(wordless, CRITERIA)).toEqual(['lessonValue']);
  expect(missingOf({ ...all(2), quality: null }, CRITERIA)).toEqual(['quality']);
  expect(missingOf(rating.parse({ abstained: '利害関係がある' }), CRITERIA)).toEqual([]);
  expect(strangeKeys(rating.parse({ scores: { luck: { score: 1 } } }), CRITERIA)).toEqual(['luck']);
  expect(rating.safeParse({ scores: { trend: { score: 4 } } }).success).toBe(false);
  expect(rating.safeParse({ scores: { trend: { score: 1.5 } } }).success).toBe(false);
});

describe('joining', () => {
  test('takes the middle of what raters gave, shows the spread, and never adds the response up', () => {
    const [odd, even] = joinRatings(['a', 'b'], CRITERIA, [...given('a', 0, 3, 2), ...given('b', 1, 2)]);
    expect(odd?.scores['trend']).toEqual({ median: 2, low: 0, high: 3 });
    expect(even?.scores['trend']).toEqual({ median: 1.5, low: 1, high: 2 });
    expect(odd).toMatchObject({ total: 14, rank: 1, quality: { good: 3, poor: 0, mixed: 0 } });
    const poor = given('a', 0, 3, 2).map((each) => ({ ...each, rating: { ...each.rating, quality: 'poor' as const } })); // biome-ignore format: one line
    expect(joinRatings(['a'], CRITERIA, poor)[0]?.total).toBe(14);
  });

  test('who abstained counts for nothing; a candidate nobody rated stands after all, without a rank', () => {
    const abstained = { eventId: 'a', raterId: 'r9', rating: { ...all(0), abstained: '担当した事業者' } };
    const found = joinRatings(['a', 'b'], CRITERIA, [...given('a', 3, 3), abstained]);
    expect(found.map(({ total, rank }) => [total, rank])).toEqual([[21, 1], [null, null]]); // biome-ignore format: a table
    expect(isAmongFirst({ rank: null }, 5)).toBe(false);
  });

  test('level candidates have one rank, and the next the place it would have', () => {
    const found = joinRatings(['a', 'b', 'c', 'd'], CRITERIA, ['a', 'b', 'c', 'd'].flatMap((id, n) => given(id, [3, 2, 2, 1][n] ?? 0))); // biome-ignore format: one line
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });

  test('the middle lies within the spread, whatever was given', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(scores, (values) => {
        const [joined] = joinRatings(['a'], CRITERIA, given('a', ...values));
        const { median, low, high } = joined?.scores['trend'] ?? { median: null, low: null, high: null };
        expect([low, high]).toEqual([Math.min(...values), Math.max(...values)]);
        const [under, over] = [
          values.filter((v) => v < (median ?? 0)),
          values.filter((v) => v > (median ?? 0)),
        ];
        expect(Math.max(under.length, over.length) * 2).toBeLessThanOrEqual(values.length);
      }),
    );
  });
});

describe('a pick needs a reason', () => {
  const joined = joinRatings(['a', 'b', 'c', 'd', 'e'], CRITERIA, ['a', 'b', 'c', 'd'].flatMap((id, n) => given(id, [3, 2, 2, 1][n] ?? 0))); // biome-ignore format: one line
  const needs = (picked: readonly string[], contested: readonly string[] = []) =>
    Object.fromEntries(
      needsOf(joined, new Set(picked), new Map(joined.map(({ eventId }) => [eventId, contested.includes(eventId) ? 0.5 : 1]))), // biome-ignore format: one line
    );

  test('where somebody that stands higher is left out, not where somebody is level', () => {
    expect(needs(['a', 'b'])).toEqual({ a: [], b: [] });
    expect(needs(['a', 'c'])).toEqual({ a: [], c: [] });
    expect(needs(['b'])).toEqual({ b: ['outOfOrder'] });
    expect(needs(['a', 'b', 'd'])).toEqual({ a: [], b: [], d: ['outOfOrder'] });
    expect(needs(['a', 'e'])).toEqual({ a: [], e: ['outOfOrder'] });
  });

  test('where the weights decide', () => {
    expect(needs(['a', 'b', 'c'], ['c'])).toEqual({ a: [], b: [], c: ['contested'] });
  });
});

const candidate = (eventId: string, sector: string | null, ...causes: string[]): CandidateView => ({
  eventId,
  receiptNumber: eventId,
  title: '',
  operatorId: null,
  sector,
  causes,
  eventType: 'dos',
  submittedAt: '2024-01-01T00:00:00Z',
  out: null,
});

describe('balance', () => {
  const candidates = [
    candidate('a', 'finance', 'attack'),
    candidate('b', 'finance', 'attack', 'fault'),
    candidate('c', 'water', 'fault'),
    candidate('d', 'power'),
    candidate('e', null),
  ];
  const found = (...picked: string[]) => balanceOf(candidates, new Set(picked), 40);

  test('counts candidates and chosen by sector, and by each cause', () => {
    expect(found('a', 'c').sectors).toContainEqual({ key: 'finance', candidates: 2, chosen: 1 });
    expect(found('b').causes).toEqual([
      { key: 'attack', candidates: 2, chosen: 1 },
      { key: 'fault', candidates: 2, chosen: 1 },
      { key: null, candidates: 2, chosen: 0 },
    ]);
  });

  test('warns of a sector that holds more than its share, and of one with candidates and none chosen', () => {
    expect(found().warnings).toEqual([]);
    expect(found('a', 'b', 'c', 'd').warnings).toEqual([{ kind: 'dominant', sector: 'finance', candidates: 2, chosen: 2 }]); // biome-ignore format: one line
    expect(found('a', 'c').warnings).toEqual([{ kind: 'none', sector: 'power', candidates: 1, chosen: 0 }]);
    expect(balanceOf(candidates, new Set(['a', 'b', 'c', 'd']), 50).warnings).toEqual([]);
  });
});

test('a sheet opens again only while no other is locked', () => {
  const sheets = [{ raterId: 'a', locked: true }, { raterId: 'b', locked: false }]; // biome-ignore format: one line
  expect(mayUnlock(sheets, 'a')).toBe(true);
  expect(mayUnlock([...sheets, { raterId: 'c', locked: true }], 'a')).toBe(false);
});

test('the like of a candidate is counted beside it and in earlier years', () => {
  const all_ = [candidate('a', 'water', 'fault'), candidate('b', 'power', 'fault'), candidate('c', 'power', 'attack')]; // biome-ignore format: one line
  const [first] = all_;
  const earlier = [{ eventType: 'dos', causes: ['fault'] }, { eventType: 'dos', causes: ['attack'] }, { eventType: null, causes: ['fault'] }]; // biome-ignore format: one line
  const traits = new Map([
    ['a', { reached: ['medical'], suppliers: ['甲社'] }],
    ['b', { reached: [], suppliers: ['乙社', '甲社'] }],
  ]);
  const before = earlier.map((each, i) => ({
    ...each,
    published: i === 0,
    suppliers: i === 1 ? ['甲社'] : ['丙社'],
  }));
  expect(first && alikeOf(first, all_, traits, before)).toEqual({
    sameType: 2,
    sameCause: 1,
    earlier: 1,
    published: 1,
    sameSupplier: 2,
    reached: ['medical'],
  });
});
