import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firingOf, judge, readCriterion } from './criteria.ts';
import { followPlan } from './follow-plan.ts';
import { lintPlan, type PeopleKnown } from './lint-plan.ts';
import {
  type Condition,
  conditionsOf,
  criterionWords,
  expressionOf,
  fillTemplate,
  OPERATORS,
  placeholdersOf,
  readInput,
} from './rules.ts';
import { plan } from './schema.ts';
import { INPUT_NAMES, inputOf } from './words.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const anyInput = fc.constantFrom(...INPUT_NAMES);
const anyValueOf = (input: (typeof INPUT_NAMES)[number]): fc.Arbitrary<number | string | boolean> => {
  const kind = inputOf(input);
  if (kind.type === 'yesNo') return fc.boolean();
  if (kind.type === 'choice') return fc.constantFrom(...kind.values);
  return fc.integer({ min: kind.least, max: kind.most });
};
const condition = anyInput.chain((input) =>
  fc.record({
    input: fc.constant(input),
    operator: fc.constantFrom(...(inputOf(input).type === 'number' ? OPERATORS : (['==', '!='] as const))),
    value: anyValueOf(input),
  }),
);
/** One condition beside others is one that must hold: a form does not tell the two apart. */
const conditions = fc
  .record({
    all: fc.array(condition, { maxLength: 3 }),
    any: fc.array(condition, { maxLength: 4 }),
  })
  .filter(({ all, any }) => all.length + any.length > 0 && any.length !== 1);
const allInputs = fc.record(Object.fromEntries(INPUT_NAMES.map((input) => [input, anyValueOf(input)])));

const holds = ({ input, operator, value }: Condition, given: number | string | boolean): boolean => {
  if (operator === '==') return given === value;
  if (operator === '!=') return given !== value;
  const [a, b] = [Number(given), Number(value)];
  if (operator === '>') return a > b;
  if (operator === '>=') return a >= b;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  throw new Error(`${input} ${operator}`);
};

describe('criteria', () => {
  test('what a form shows and what is written say the same', () => {
    fc.assert(
      fc.property(conditions, (form) => {
        expect(conditionsOf(expressionOf(form))).toEqual(form);
        expect(readCriterion(expressionOf(form))).not.toHaveProperty('fault');
      }),
    );
    expect(conditionsOf('severity >= 3 && (spreading || safetyAtRisk)')).toBeUndefined();
    expect(conditionsOf('')).toEqual({ all: [], any: [] });
  });

  test('with everything known it holds just when the conditions do', () => {
    fc.assert(
      fc.property(conditions, allInputs, (form, inputs) => {
        const held = (one: Condition) => holds(one, inputs[one.input] ?? 0);
        const wanted = form.all.every(held) && (form.any.length === 0 || form.any.some(held));
        expect(judge(expressionOf(form), inputs).holds).toBe(wanted ? 'yes' : 'no');
      }),
    );
  });

  test('with something unknown, a yes or a no is one that nothing could turn round', () => {
    fc.assert(
      fc.property(conditions, allInputs, fc.subarray(INPUT_NAMES), (form, inputs, hidden) => {
        const expression = expressionOf(form);
        const known = Object.fromEntries(
          Object.entries(inputs).filter(([input]) => !(hidden as string[]).includes(input)),
        );
        const judged = judge(expression, known);
        if (judged.holds === 'unknown') expect(judged.missing.length).toBeGreaterThan(0);
        else expect(judge(expression, inputs).holds).toBe(judged.holds);
      }),
      { numRuns: 500 },
    );
    expect(judge('personsAffected > 1000 || severity >= 3', { severity: 3 }).holds).toBe('yes');
    expect(judge('personsAffected > 1000 && severity >= 3', { severity: 1 }).holds).toBe('no');
    expect(judge('personsAffected > 1000 && severity >= 3', { severity: 3 })).toEqual({
      holds: 'unknown',
      missing: ['personsAffected'],
    });
  });

  test.each([
    ['severity >= 3', 'sometimes'],
    ['severity >= 5', 'never'],
    ['severity >= 0', 'always'],
    ['severity > 3 && severity < 3', 'never'],
    ['spreading || !spreading', 'always'],
    ['cause == "cyber"', 'never'],
    ['cause in ["cyberAttack", "naturalDisaster"]', 'sometimes'],
    ['outageMinutes > expectedOutageMinutes', 'sometimes'],
    ['outageMinutes * 2 > 10', 'notShown'],
    ['severity >', 'notShown'],
  ])('%s can hold: %s', (expression, wanted) => expect(firingOf(expression)).toBe(wanted));

  test('never and always are never claimed of what sometimes holds', () => {
    fc.assert(
      fc.property(conditions, fc.array(allInputs, { minLength: 30, maxLength: 30 }), (form, points) => {
        const expression = expressionOf(form);
        const firing = firingOf(expression);
        const seen = new Set(points.map((inputs) => judge(expression, inputs).holds));
        if (firing === 'never') expect(seen.has('yes')).toBe(false);
        if (firing === 'always') expect(seen.has('no')).toBe(false);
      }),
    );
  });

  test.each([
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("^(a+)+$")',
    '[1, 2].all(x, x > 0)',
    'severity',
    'sev > 2',
    'severity == "x"',
    'severity >',
    '"a"',
    '(',
  ])('%s is refused', (text) => {
    expect(readCriterion(text)).toHaveProperty('fault');
    expect(judge(text, { severity: 4 }).holds).toBe('unknown');
  });
});

const GOOD = plan.parse({
  key: 'p',
  name: 'P',
  situation: 'ddos',
  activation: 'situation == "ddos"',
  roles: [
    { key: 'commander', name: '指揮', personId: id(1), deputyIds: [id(2)] },
    { key: 'window', name: '窓口', personId: id(3), deputyIds: [id(4)], apartFrom: ['commander'] },
  ],
  levels: [
    { level: 1, name: '注意', when: 'severity >= 1' },
    { level: 2, name: '重大', when: 'severity >= 3', convene: 'headquarters' },
  ],
  bodies: [
    { kind: 'responseMeeting', name: '対応会議', chair: 'commander' },
    { kind: 'headquarters', name: '対策本部', chair: 'commander', members: ['window'] },
  ],
  steps: [{ text: '確認', role: 'window', deputy: 'commander', limitMinutes: 10 }],
  reports: [{ to: '所管省庁', when: 'severity >= 3', withinMinutes: 60, template: 't' }],
  templates: [{ key: 't', subject: '{{title}}', text: '{{ask.state}} {{organisation}}' }],
  samples: [{ name: '大', inputs: [{ input: 'severity', value: '3' }, { input: 'situation', value: 'ddos' }], level: 2 }],
}); // biome-ignore format: a plan at one look
const ROSTERS: Readonly<Record<string, string[]>> = {
  one: [id(1)],
  two: [id(1), id(2)],
  others: [id(5), id(6)],
  none: [],
  three: [id(2), id(3)],
};
const people: PeopleKnown = {
  isHere: () => true,
  isFresh: () => true,
  onRoster: (key) => ROSTERS[key] ?? [],
};
const paths = (over: object, known = people) =>
  lintPlan(plan.parse({ ...GOOD, ...over }), known).findings.map(({ path }) => path);

describe('a plan is looked through', () => {
  test('a good one has nothing to find', () => expect(paths({})).toEqual([]));

  test.each([
    ['a step without an owner', { steps: [{ text: 'x', role: 'nobody', deputy: 'window' }] }, ['steps.0.role']],
    [
      'a step without a deputy',
      {
        roles: [{ key: 'commander', name: 'c', personId: id(1) }, GOOD.roles[1]],
        steps: [{ text: 'x', role: 'commander' }],
      },
      ['steps.0.deputy'],
    ],
    ['no step', { steps: [] }, ['steps']],
    [
      'one person in two roles that must be apart',
      { roles: [GOOD.roles[0], { ...GOOD.roles[1], personId: id(1) }] },
      ['roles.1.personId'],
    ],
    [
      'the same, declared by the other of the two',
      {
        roles: [
          { ...GOOD.roles[0], apartFrom: ['window'] },
          { ...GOOD.roles[1], personId: id(1), apartFrom: [] },
        ],
      },
      ['roles.1.personId'],
    ],
    [
      'a deputy of both',
      { roles: [GOOD.roles[0], { ...GOOD.roles[1], deputyIds: [id(2)] }] },
      ['roles.1.deputyIds'],
    ],
    ['a role nobody holds', { roles: [GOOD.roles[0], { ...GOOD.roles[1], personId: null }] }, ['roles.1']],
    ['a criterion that never holds', { activation: 'severity > 9' }, ['activation', 'samples.0']],
    ['a report without its template', { templates: [] }, ['reports.0.template']],
    ['a field that is not there', { templates: [{ ...GOOD.templates[0], text: '{{whatever}}' }] }, ['templates.0.text']],
    ['no sample', { samples: [] }, ['samples']],
    ['a sample that comes out otherwise', { samples: [{ ...GOOD.samples[0], level: 1 }] }, ['samples.0']],
    [
      'a sample whose value cannot be read',
      { samples: [{ name: 's', inputs: [{ input: 'severity', value: '9' }] }] },
      ['samples.0.inputs'],
    ],
    ['a body that is not there', { bodies: [GOOD.bodies[0]] }, ['levels.1.convene']],
  ])('%s', (_, over, wanted) => expect(paths(over)).toEqual(wanted)); // biome-ignore format: a table

  const held = (commander: object, window: object, deputy: string | null) => ({
    roles: [
      { key: 'commander', name: '指揮', ...commander },
      { key: 'window', name: '窓口', ...window, apartFrom: [] },
    ],
    steps: [{ text: 'x', role: 'window', deputy }],
  });
  test.each([
    ['a roster of one is no deputy', [{ roster: 'two' }, { roster: 'one' }, null], ['steps.0.deputy']],
    ['a roster of two is', [{ roster: 'two' }, { roster: 'two' }, null], []],
    ['a roster of one and another person are two', [{ roster: 'two' }, { roster: 'one', deputyIds: [id(3)] }, null], []],
    ['who deputises for themselves by a roster', [{ roster: 'two' }, { roster: 'one', deputyIds: [id(1)] }, null], ['steps.0.deputy']],
    ['a deputy who is the owner in another role', [{ personId: id(1) }, { roster: 'one' }, 'commander'], ['steps.0.deputy']],
    ['a deputy with people besides the owner', [{ roster: 'two' }, { roster: 'one' }, 'commander'], []],
    ['a roster with nobody in it', [{ roster: 'two' }, { roster: 'none' }, 'commander'], ['roles.1.roster']],
  ] as const)('%s', (_, [commander, window, deputy], wanted) =>
    expect(paths(held(commander, window, deputy))).toEqual(wanted),
  ); // biome-ignore format: a table

  const apart = (one: object, other: object) => ({
    roles: [
      { key: 'commander', name: '指揮', deputyIds: [id(7)], ...one },
      { key: 'window', name: '窓口', deputyIds: [id(8)], ...other, apartFrom: ['commander'] },
    ],
  });
  test.each([
    ['one roster for both', { roster: 'two' }, { roster: 'two' }, ['roles.1.roster']],
    ['a person who is on by the roster of the other', { personId: id(2) }, { roster: 'two' }, ['roles.1.roster']],
    ['the same the other way round', { roster: 'two' }, { personId: id(2) }, ['roles.1.personId']],
    ['a roster of one that is in the other', { roster: 'one' }, { roster: 'two' }, ['roles.1.roster']],
    ['rosters of several that share one', { roster: 'two' }, { roster: 'three' }, ['roles.1.deputyIds']],
    ['a deputy who is on by the roster of the other', { personId: id(3), deputyIds: [id(1)] }, { roster: 'two' }, ['roles.1.deputyIds']],
    ['rosters of other people', { roster: 'two' }, { roster: 'others' }, []],
  ] as const)('apart: %s', (_, one, other, wanted) => expect(paths(apart(one, other))).toEqual(wanted)); // biome-ignore format: a table

  test('what is sure to be one person is grave, what may be is not', () => {
    const graveOf = (one: object, other: object) =>
      lintPlan(plan.parse({ ...GOOD, ...apart(one, other) }), people).findings.map(({ grave }) => grave);
    expect(graveOf({ roster: 'two' }, { roster: 'two' })).toEqual([true]);
    expect(graveOf({ personId: id(2) }, { roster: 'two' })).toEqual([true]);
    expect(graveOf({ personId: id(3), deputyIds: [id(1)] }, { roster: 'two' })).toEqual([false]);
  });

  test('who has left, and who was not verified', () => {
    expect(paths({}, { ...people, isHere: (person) => person !== id(3) })).toEqual(['roles.1']);
    const stale = lintPlan(GOOD, { ...people, isFresh: (person) => person !== id(3) }).findings;
    expect(stale).toMatchObject([{ path: 'roles', grave: false }]);
  });
});

test('the same scale always names the same recipients, and says what would settle the rest', () => {
  expect(followPlan(GOOD, { severity: 3, situation: 'ddos' })).toEqual({
    activates: 'yes',
    level: 2,
    convene: 'headquarters',
    reports: [{ to: '所管省庁', due: 'yes', withinMinutes: 60, template: 't' }],
    missing: [],
  });
  expect(followPlan(GOOD, {})).toMatchObject({
    activates: 'unknown',
    level: 0,
    convene: null,
    missing: ['situation', 'severity'],
  });
});

describe('templates', () => {
  const template = {
    key: 't',
    subject: '{{title}} {{ title }}',
    text: 'a {{ask.what}} b {{personsAffected}}',
  };
  test('a hole is named, not sent', () => {
    expect(placeholdersOf(template)).toEqual(['title', 'ask.what', 'personsAffected']);
    expect(fillTemplate(template, { title: '停止', 'ask.what': ' ', personsAffected: '3' }).missing).toEqual([
      'ask.what',
    ]);
  });
  test('a placeholder inside a value is left alone', () => {
    const filled = fillTemplate(template, {
      title: '{{ask.what}} $&',
      'ask.what': 'x',
      personsAffected: '3',
    });
    expect(filled).toEqual({
      subject: '{{ask.what}} $& {{ask.what}} $&',
      text: 'a x b 3',
      missing: [],
    });
    expect(fillTemplate({ ...template, subject: '{{constructor}}' }, {}).missing).toContain('constructor');
  });
});

test.each([
  ['severity', '3', 3],
  ['severity', '5', undefined],
  ['severity', '3.5', undefined],
  ['severity', '', undefined],
  ['spreading', 'true', true],
  ['cause', 'cyberAttack', 'cyberAttack'],
  ['cause', 'toString', undefined],
  ['nothing', '1', undefined],
])('%s reads %j as %j', (input, text, wanted) => expect(readInput(input, text)).toBe(wanted));

test('a criterion is said in words: each value as it is called, what is said of either in brackets', () => {
  expect(criterionWords('severity >= 3', 'ja')).toMatch(/ ≧ 3$/);
  const persons: Condition = { input: 'personsAffected', operator: '>', value: 36_000 };
  const sites: Condition = { input: 'sitesAffected', operator: '>', value: 1 };
  const said = (form: Parameters<typeof expressionOf>[0]) => criterionWords(expressionOf(form), 'en');
  expect(said({ all: [persons], any: [] })).toBe('People affected ＞ 36,000');
  expect(said({ all: [], any: [persons, sites] })).toBe('People affected ＞ 36,000 or Sites affected ＞ 1');
  expect(said({ all: [sites], any: [persons, sites] })).toBe(
    'Sites affected ＞ 1 and (People affected ＞ 36,000 or Sites affected ＞ 1)',
  );
  expect(criterionWords('severity >= 3 && (spreading || safetyAtRisk)', 'ja')).toBeUndefined();
  expect(criterionWords('', 'en')).toBe('');
});
