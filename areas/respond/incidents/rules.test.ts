import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, overallOf, precursorOf, TURNS, weigh } from './rules.ts';
import { INCIDENT_STATES, type Matcher, OPERATORS, type RuleView } from './schema.ts';

const signal = {
  id: '1',
  labels: { service: '決済', host: 'ＤＢ-01' },
  title: 'Slow',
  severity: 'Critical',
  sourceId: 's',
};
const matcher = (field: string, operator: Matcher['operator'], ...values: string[]): Matcher => ({
  field,
  operator,
  values,
});
const rule = (overrides: Partial<RuleView> = {}): RuleView => ({
  id: 'r',
  name: 'r',
  matchers: [matcher('@severity', 'is', 'critical')],
  groupBy: [],
  severity: 2,
  page: true,
  enabled: true,
  ...overrides,
});

describe('matches', () => {
  test.each([
    [matcher('@severity', 'is', 'critical'), true],
    [matcher('host', 'starts-with', 'db'), true],
    [matcher('host', 'contains', '01', 'zzz'), true],
    [matcher('service', 'is-not', '決済'), false],
    [matcher('missing', 'is-not', 'x'), true],
    [matcher('missing', 'is', ''), false],
    [matcher('missing', 'absent'), true],
    [matcher('service', 'present'), true],
    [matcher('constructor', 'present'), false],
    [matcher('@title', 'is', 'slow'), true],
  ])('%j → %s', (m, expected) => expect(matches(signal, m)).toBe(expected));

  test('"is" and "is-not" are opposites for a label that is there', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string(), { maxLength: 4 }), (value, values) => {
        const s = { ...signal, labels: { x: value } };
        expect(matches(s, { field: 'x', operator: 'is', values })).toBe(
          !matches(s, { field: 'x', operator: 'is-not', values }),
        );
      }),
    );
  });
});

describe('weigh', () => {
  test('the first enabled rule whose conditions all hold decides', () => {
    const off = rule({ id: 'off', enabled: false });
    const other = rule({
      id: 'other',
      matchers: [matcher('@severity', 'is', 'critical'), matcher('service', 'is', 'メール')],
    });
    expect(weigh(signal, [off, other, rule({ id: 'hit' }), rule({ id: 'late' })])?.rule.id).toBe('hit');
  });
  test('without conditions a rule never fires', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OPERATORS), () => {
        expect(weigh(signal, [rule({ matchers: [] })])).toBeUndefined();
      }),
    );
  });
  test('signals that agree in the labels of groupBy share a group, others do not', () => {
    const by = rule({ groupBy: ['service'] });
    const key = (service: string) =>
      weigh({ ...signal, labels: { ...signal.labels, service } }, [by])?.groupKey;
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(key(a) === key(b)).toBe(a === b);
      }),
    );
  });
});

test('signals without the label that tells incidents apart do not share an incident', () => {
  const by = rule({ groupBy: ['site'] });
  expect(weigh(signal, [by])?.groupKey).not.toBe(weigh({ ...signal, id: '2' }, [by])?.groupKey);
});

test('the table of states: only what is over can be closed, and what is closed can be reopened', () => {
  expect(TURNS.open.close).toBeNull();
  expect(TURNS.resolved.close).toBe('closed');
  expect(TURNS.closed.reopen).toBe('open');
  for (const state of INCIDENT_STATES)
    expect(Object.values(TURNS[state]).some((next) => next !== null)).toBe(true);
});

describe('precursors', () => {
  const now = Temporal.Instant.from('2026-11-20T02:00:00Z');
  const fault = (title: string, service: string, episodes = 1, hoursAgo = 1) => ({
    title,
    labels: { service },
    episodes,
    firstAt: now.subtract({ hours: hoursAgo }).toString(),
    lastAt: now.subtract({ hours: hoursAgo }).toString(),
  });

  test('two like faults on one system within a week are one (C5-D2)', () => {
    expect(
      precursorOf([fault('login failed 12', 'auth'), fault('login failed 97', 'auth')], now),
    ).toMatchObject({
      system: 'auth',
      times: 2,
    });
    expect(precursorOf([fault('login failed', 'auth', 3)], now)?.times).toBe(3);
  });

  test('what became no incident or another one adds to what this one has, and asks nothing alone (C2-B1)', () => {
    const own = [fault('start failed 3', 'auth')];
    expect(precursorOf(own, now, [fault('start failed 1', 'auth', 1, 60)])).toMatchObject({
      title: 'start failed 3',
      times: 2,
    });
    for (const elsewhere of [
      [fault('start failed', 'web', 4)],
      [fault('disk full', 'auth', 4)],
      [fault('start failed 1', 'auth', 1, 24 * 8)],
    ])
      expect(precursorOf(own, now, elsewhere)).toBeUndefined();
  });

  test('one fault, faults on two systems, different faults and old ones are none', () => {
    for (const signals of [
      [fault('a', 'auth')],
      [fault('a', 'auth'), fault('a', 'web')],
      [fault('a', 'auth'), fault('b', 'auth')],
      [fault('a', 'auth', 1, 24 * 8), fault('a', 'auth')],
      [{ ...fault('a', 'auth', 5), labels: {} }],
      // Often in January, once this week: once within the window.
      [{ ...fault('a', 'auth', 5), firstAt: now.subtract({ hours: 24 * 60 }).toString() }],
    ])
      expect(precursorOf(signals, now)).toBeUndefined();
  });
});

test('the overall level is the highest of the three viewpoints', () => {
  expect(overallOf({ continuity: 1, safety: 0, trust: 3 })).toBe(3);
});
