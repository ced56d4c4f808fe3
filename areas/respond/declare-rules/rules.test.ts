import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, weigh } from './rules.ts';
import { type Matcher, newRule, OPERATORS, type RuleView } from './schema.ts';

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

describe('what could never hold is refused where it is written', () => {
  const read = (given: object) =>
    newRule.safeParse({ name: 'r', matchers: [{ operator: 'is', values: ['x'], ...given }] });
  test.each(['@count', '@annotation.summary', '@Severity', '@'])('%s', (field) => {
    const { error } = read({ field });
    expect(error?.issues[0]).toMatchObject({
      path: ['matchers', 0, 'field'],
      message: expect.stringContaining('@severity'),
    });
    const grouped = { name: 'r', matchers: [matcher('a', 'present')], groupBy: [field] };
    expect(newRule.safeParse(grouped).success).toBe(false);
  });
  test.each([[[]], [['']]])('a comparison with %j', (values) => {
    expect(read({ field: 'a', values }).error?.issues[0]?.path).toEqual(['matchers', 0, 'values']);
    expect(read({ field: 'a', operator: 'absent', values }).success).toBe(true);
  });
  test.each(['@title', '@severity', '@source', 'team', 'service.name', '機器', 'a@b'])(
    '%s is taken',
    (field) => expect(read({ field }).success).toBe(true),
  );
});
