import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REGISTERS } from '../../../../../../areas/prepare/register-kinds/words.ts';
import { lineOf, type Piece, type Speaks } from './item-line.ts';
import { blankOf, coreOf, type Shape, shapeOf, textKind } from './shape.ts';

const speaks: Speaks = {
  field: (name) => `<${name}>`,
  value: (value) => `«${value}»`,
  criterion: (expression) => `if ${expression}`,
  own: (field, value) => (field === 'role' || field === 'approver' ? `role ${value}` : undefined),
  target: (field) => (field === 'personId' ? 'person' : undefined),
  counted: (field, n) => `${n} ${field}`,
  labelled: (label, value) => `${label} ${value}`,
};
const inShape = (of: Shape, ...path: string[]): Shape =>
  path.reduce((shape, name) => coreOf(shape).properties?.[name]?.items ?? {}, of);
const plan = shapeOf(REGISTERS.plans.shape);
const roster = shapeOf(REGISTERS.rosters.shape);
const said = (pieces: readonly Piece[]) => pieces.map((each) => ('text' in each ? each.text : `→${each.to}`));

test('a step, a level, a layer and a turn each say on one line what they are', () => {
  const step = lineOf(
    inShape(plan, 'steps'),
    { text: 'Cut the line', role: 'lead', deputy: null, limitMinutes: 10, onTimeout: 'escalate' },
    speaks,
  );
  expect([said(step.title), said(step.details)]).toEqual([
    ['Cut the line'],
    ['role lead', '<limitMinutes> 10', '«escalate»'],
  ]);
  const level = lineOf(
    inShape(plan, 'levels'),
    { level: 2, name: 'High', when: 'severity >= 3', convene: 'headquarters' },
    speaks,
  );
  expect(said(level.details)).toEqual(['<level> 2', 'if severity >= 3', '«headquarters»']);
  const layer = lineOf(
    inShape(roster, 'layers'),
    { name: 'Day', from: '08:30', until: '17:15', days: 'workdays', turnDays: 1, members: [{}, {}] },
    speaks,
  );
  expect([said(layer.title), said(layer.details)]).toEqual([
    ['Day'],
    ['08:30 – 17:15', '«workdays»', '<turnDays> 1', '2 members'],
  ]);
  const member = lineOf(
    inShape(roster, 'layers', 'members'),
    { personId: 'p', from: null, until: null },
    speaks,
  );
  expect([said(member.title), said(member.details)]).toEqual([['→person'], []]);
});

test('a number stands before its unit, not behind the brackets of its field', () => {
  const shape: Shape = { properties: { limit: { type: 'integer' }, turn: { type: 'integer' } } };
  const line = (field: string) =>
    said(lineOf(shape, { name: 'x', limit: 30 }, { ...speaks, field: () => field }).details);
  expect(line('制限時間（分、0はなし）')).toEqual(['制限時間 30分']);
  expect(line('Time limit (min, 0 for none)')).toEqual(['Time limit 30 min']);
  expect(line('深刻度（0〜4）')).toEqual(['深刻度 30']);
  expect(line('1回の日数')).toEqual(['1回の日数 30']);
});

test('a yes is told with what it is asked of, and what nobody stated is left out', () => {
  const contract = inShape(shapeOf(REGISTERS.parties.shape), 'contracts');
  const line = (notifyOnDetection: string) =>
    said(lineOf(contract, { title: 'Care', from: '2026-01-01', notifyOnDetection }, speaks).details);
  expect(line('yes')).toEqual(['2026-01-01 –', '<notifyOnDetection> «yes»']);
  expect(line('notStated')).toEqual(['2026-01-01 –']);
});

const lists = Object.values(REGISTERS).flatMap(({ shape }) => {
  const found: Shape[] = [];
  const walk = (at: Shape): void => {
    for (const each of Object.values(coreOf(at).properties ?? {})) {
      if (coreOf(each).items?.type === 'object') found.push(coreOf(each).items ?? {});
      walk(coreOf(each).items ?? each);
    }
  };
  walk(shapeOf(shape));
  return found;
});

test('no list of any register has an item whose line breaks or shows its key, blank ones included', () => {
  expect(lists.length).toBeGreaterThan(12);
  fc.assert(
    fc.property(fc.constantFrom(...lists), fc.string({ maxLength: 400 }), (shape, text) => {
      const blank = blankOf(shape) as Record<string, unknown>;
      const filled = { ...blank, ...('name' in blank && { name: text }), key: 'the-key' };
      for (const item of [blank, filled]) {
        const line = lineOf(shape, item, speaks);
        for (const piece of said([...line.title, ...line.details])) {
          expect(piece).not.toBe('the-key');
          expect([...piece].length).toBeLessThanOrEqual(160);
          expect(piece).not.toContain('\n');
        }
      }
    }),
  );
});

test('every time of day, day and day of the year in a register has a field of its own', () => {
  const kinds: Record<string, string> = {};
  const walk = (at: Shape): void => {
    for (const [name, each] of Object.entries(coreOf(at).properties ?? {})) {
      const core = coreOf(each).items ?? coreOf(each);
      const kind = core.type === 'string' && !core.enum ? textKind(core) : 'short';
      if (kind !== 'short' && kind !== 'long') kinds[name] = kind;
      walk(core);
    }
  };
  for (const { shape } of [REGISTERS.rosters, REGISTERS.calendars, REGISTERS.leave, REGISTERS.fallbacks])
    walk(shapeOf(shape));
  expect(kinds).toEqual({
    // One name in three lists: the last that is read is that of a leave.
    from: 'day',
    until: 'day',
    start: 'day',
    dayFrom: 'clock',
    dayUntil: 'clock',
    closures: 'dayOfYear',
    closedOn: 'day',
    openOn: 'day',
    fromTime: 'clock',
    untilTime: 'clock',
    testedOn: 'day',
  });
  const layer = inShape(roster, 'layers').properties ?? {};
  expect([layer['from'], layer['until']].map((each) => textKind(each ?? {}))).toEqual(['clock', 'clock']);
  const override = inShape(roster, 'overrides').properties ?? {};
  expect(textKind(override['from'] ?? {})).toBe('wallTime');
});
