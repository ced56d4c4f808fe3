import { expect, test } from 'vitest';
import { isOfSelection, missingToPublish, usualWindow, wayBetween, windowMoments } from './rules.ts';
import { CYCLE_STATES, newCycle } from './schema.ts';
import { startingCriteria } from './starting-criteria.ts';

const at = (text: string, window = usualWindow(2024)) => {
  const { begins, ends } = windowMoments(window);
  const told = Temporal.Instant.from(text);
  if (Temporal.Instant.compare(told, begins) < 0) return 'before';
  return Temporal.Instant.compare(told, ends) < 0 ? 'in' : 'after';
};

test('the window of a fiscal year is the calendar year in which it begins', () => {
  expect(usualWindow(2024)).toEqual({ from: '2024-01-01', until: '2024-12-31' });
});

test('four moments at its edges, in the time of Japan', () => {
  expect(at('2023-12-31T23:59+09:00')).toBe('before');
  expect(at('2024-01-01T00:00+09:00')).toBe('in');
  expect(at('2024-12-31T23:59+09:00')).toBe('in');
  expect(at('2025-01-01T00:00+09:00')).toBe('after');
});

test('to the last fraction of the last day, and wherever the clock stood that told it', () => {
  expect(at('2023-12-31T23:59:59.999999999+09:00')).toBe('before');
  expect(at('2024-12-31T23:59:59.999999999+09:00')).toBe('in');
  expect(at('2023-12-31T15:00Z')).toBe('in');
  expect(at('2024-12-31T15:00Z')).toBe('after');
  expect(at('2024-12-31T09:59-05:00')).toBe('in');
  const day = { from: '2024-02-29', until: '2024-02-29' };
  expect(at('2024-02-29T12:00+09:00', day)).toBe('in');
  expect(at('2024-03-01T00:00+09:00', day)).toBe('after');
});

test('a window ends no earlier than it begins', () => {
  const asked = (from: string, until: string) =>
    newCycle.safeParse({ fiscalYear: 2024, window: { from, until } });
  expect(asked('2024-04-01', '2025-03-31').success).toBe(true);
  expect(asked('2024-04-01', '2024-03-31').error?.issues[0]?.path).toEqual(['window', 'until']);
});

test('a cycle goes on or back by one state; what is published stays', () => {
  for (const [i, from] of CYCLE_STATES.entries())
    for (const [j, to] of CYCLE_STATES.entries())
      expect(wayBetween(from, to)).toBe(
        from === 'published' || Math.abs(i - j) !== 1 ? undefined : j > i ? 'forward' : 'back',
      );
  expect([isOfSelection('open', 'rating'), isOfSelection('selected', 'rating'), isOfSelection('selected', 'hearing'), isOfSelection('hearing', 'selected')]).toEqual([true, true, false, false]); // biome-ignore format: one line
});

test('a survey without purpose, or plan in full, is not published', () => {
  const plan = { name: '行動計画', decidedBy: 'サイバーセキュリティ戦略本部', decidedOn: '2022-06-17' };
  expect(missingToPublish({ purpose: '計画の評価を補完する', plan })).toEqual([]);
  expect(missingToPublish({ purpose: '', plan })).toEqual(['purpose']);
  expect(missingToPublish({ purpose: 'x', plan: { name: '', decidedBy: '', decidedOn: null } })).toEqual([
    'plan.name',
    'plan.decidedBy',
    'plan.decidedOn',
  ]);
});

test('a cycle begins with seven criteria; lessons need words', () => {
  expect(startingCriteria().map(({ key }) => key)).toEqual(['actualHarm', 'trend', 'gravity', 'spread', 'recurrence', 'lessonValue', 'novelty']); // biome-ignore format: one line
  expect(startingCriteria().filter(({ needsText }) => needsText).map(({ key }) => key)).toEqual(['lessonValue']); // biome-ignore format: one line
});
