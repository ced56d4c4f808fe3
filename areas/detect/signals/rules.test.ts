import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../sources/source.ts';
import { gradeOf } from './grades.ts';
import { decide, fold } from './rules.ts';
import { SIGNAL_STATES } from './schema.ts';

const alert = (state: 'firing' | 'resolved', title = 't'): Alert => ({
  labels: { a: 'b' },
  annotations: {},
  state,
  title,
  severity: '',
  url: '',
  startsAt: undefined,
  expiresAt: undefined,
});
const arrived = fc.array(
  fc.record({
    id: fc.constantFrom('1', '2', '3', '4'),
    state: fc.constantFrom('firing' as const, 'resolved' as const),
  }),
  { maxLength: 60 },
);

describe('fold', () => {
  test('keeps one entry per signal, with the newest alert and the number that fired', () => {
    const folded = fold([
      { id: 'b', alert: alert('firing', 'one') },
      { id: 'a', alert: alert('firing') },
      { id: 'b', alert: alert('firing', 'two') },
      { id: 'b', alert: alert('resolved', 'three') },
    ]);
    expect(folded.map(({ id, firing, over, alert: { title } }) => ({ id, firing, over, title }))).toEqual([
      { id: 'a', firing: 1, over: false, title: 't' },
      { id: 'b', firing: 2, over: true, title: 'three' },
    ]);
  });

  test('never loses or invents a firing alert, and is always in order of id', () => {
    fc.assert(
      fc.property(arrived, (list) => {
        const folded = fold(list.map(({ id, state }) => ({ id, alert: alert(state) })));
        expect(folded.reduce((sum, { firing }) => sum + firing, 0)).toBe(
          list.filter(({ state }) => state === 'firing').length,
        );
        expect(folded.map(({ id }) => id)).toEqual([...new Set(list.map(({ id }) => id))].sort());
      }),
    );
  });
});

describe('decide', () => {
  test.each([
    [undefined, { firing: 1, over: false }, 'appeared', 'firing', 1],
    [undefined, { firing: 0, over: true }, 'appeared-and-resolved', 'resolved', 1],
    [{ state: 'firing', episodes: 1 }, { firing: 3, over: false }, 'repeated', 'firing', 1],
    [{ state: 'firing', episodes: 1 }, { firing: 0, over: true }, 'resolved', 'resolved', 1],
    [{ state: 'resolved', episodes: 1 }, { firing: 1, over: false }, 'reappeared', 'firing', 2],
    [{ state: 'silent', episodes: 2 }, { firing: 1, over: false }, 'reappeared', 'firing', 3],
    [{ state: 'silent', episodes: 2 }, { firing: 0, over: true }, 'resolved', 'resolved', 2],
    [{ state: 'resolved', episodes: 1 }, { firing: 0, over: true }, 'still-over', 'resolved', 1],
    [{ state: 'resolved', episodes: 1 }, { firing: 2, over: true }, 'resolved', 'resolved', 2],
  ] as const)('%j and %j is "%s"', (before, batch, change, state, episodes) => {
    expect(decide(before, batch)).toEqual({ change, state, episodes });
  });

  test('the state is what the newest alert says, and episodes never go back', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.record({ state: fc.constantFrom(...SIGNAL_STATES), episodes: fc.integer({ min: 1, max: 9 }) }),
          { nil: undefined },
        ),
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        (before, firing, over) => {
          const next = decide(before, { firing: over ? firing : firing + 1, over });
          expect(next.state).toBe(over ? 'resolved' : 'firing');
          expect(next.episodes).toBeGreaterThanOrEqual(before?.episodes ?? 1);
        },
      ),
    );
  });
});

describe('how grave a signal is', () => {
  test.each([
    ['critical', 'grave'],
    ['CRITICAL ', 'grave'],
    ['Ｐ1', 'grave'],
    ['Warn', 'warning'],
    ['info', 'other'],
    ['', 'other'],
    ['criticality unknown', 'other'],
  ])('%s is %s', (word, grade) => expect(gradeOf(word)).toBe(grade));
});
