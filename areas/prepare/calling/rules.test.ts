import { describe, expect, test } from 'vitest';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { calendarOf } from '../calendars/rules.ts';
import { BANDS, calendar, USUAL_CALENDAR } from '../calendars/schema.ts';
import { askedTimes, firstToLast, holdersOf, missingCells, orOnLeave, resolveCalls } from './rules.ts';
import { CAUSES, callTree } from './schema.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const trees = CAUSES.flatMap((cause, c) =>
  BANDS.map((band, b) =>
    callTree.parse({
      key: `${cause}.${band}`.toLowerCase(),
      name: 'x',
      cause,
      band,
      steps: [{ roster: 'duty', deputyIds: [id(9)] }, { personId: id(c * 3 + b) }],
      siteSteps: [{ site: 'north', personId: id(6), deputyIds: [id(5)] }],
    }),
  ),
);
const ask = (
  cause: (typeof CAUSES)[number],
  local: string,
  onDuty: readonly string[] = [id(8), id(7)],
  gone: readonly string[] = [],
  site?: string,
  kept = USUAL_CALENDAR,
  away: readonly string[] = [],
) =>
  resolveCalls(
    {
      cause,
      at: Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant(),
      site,
    },
    {
      trees,
      calendar: kept,
      holidays: JAPANESE_HOLIDAYS,
      onDuty: () => onDuty,
      isHere: (person) => !gone.includes(person),
      isAway: (person) => away.includes(person),
    },
  );

test('at a site its own responder comes first, then everybody else; their deputy when they have left', () => {
  const calls = (gone: string[], site?: string) =>
    ask('systemFailure', '2026-11-24T10:00', undefined, gone, site).calls.map(
      ({ personIds }) => personIds[0],
    );
  expect(calls([], 'north')).toEqual([id(6), id(8), id(0)]);
  expect(calls([id(6)], 'north')).toEqual([id(5), id(8), id(0)]);
  expect(calls([], 'south')).toEqual([id(8), id(0)]);
  expect(calls([])).toEqual([id(8), id(0)]);
});

test('a site keeps its own hours: what is a holiday here is a working day there', () => {
  const plant = calendar.parse({
    key: 'plant',
    name: '工場',
    sites: ['north'],
    workdays: [1, 2, 3, 4, 5, 6, 7],
    publicHolidays: 'none',
    closures: [],
  });
  const usual = { ...USUAL_CALENDAR };
  expect(calendarOf([plant, usual], 'north')).toBe(plant);
  expect(calendarOf([plant, usual], 'south')).toBe(usual);
  expect(calendarOf([plant, usual], undefined)).toBe(usual);
  expect(calendarOf([plant], undefined)).toBe(plant);
  expect(calendarOf([plant, { ...plant, key: 'other', sites: [] }], undefined)).toBeUndefined();
  const band = (site: string) =>
    ask('systemFailure', '2027-01-01T10:00', undefined, [], site, calendarOf([plant, usual], site) ?? usual)
      .band;
  expect(band('north')).toBe('day');
  expect(band('south')).toBe('holiday');
});

test.each([
  ['systemFailure', '2026-11-24T10:00', 'day', 0],
  ['systemFailure', '2026-11-24T03:00', 'night', 1],
  ['cyberAttack', '2026-11-23T10:00', 'holiday', 5],
  ['naturalDisaster', '2027-01-01T10:00', 'holiday', 8],
] as const)('%s at %s is read from its own cell', (cause, local, band, person) => {
  const { calls, cell, passedOver: _, ...rest } = ask(cause, local);
  expect(rest).toEqual({ band });
  expect(cell).toMatchObject({ cause, band });
  expect(calls).toEqual([
    { personIds: [id(8)], deputyIds: [id(9)] },
    { personIds: [id(person)], deputyIds: [] },
  ]);
});

test('nobody on by the roster: the deputy is called in their place', () => {
  expect(ask('systemFailure', '2026-11-24T10:00', []).calls[0]).toEqual({
    personIds: [id(9)],
    deputyIds: [],
  });
});

test('who has left is passed over: the next on duty, then the deputy', () => {
  const first = (gone: string[]) => ask('systemFailure', '2026-11-24T10:00', undefined, gone).calls[0];
  expect(first([id(8)])).toEqual({ personIds: [id(7)], deputyIds: [id(9)] });
  expect(first([id(8), id(7)])).toEqual({ personIds: [id(9)], deputyIds: [] });
});

test('a cell has one tree: its key says which', () => {
  const tree = { ...trees[0], key: 'other' };
  expect(callTree.safeParse(tree).success).toBe(false);
});

test('nine of nine, and each that is missing by name', () => {
  expect(missingCells(trees)).toEqual([]);
  expect(missingCells(trees.slice(1))).toEqual([{ cause: 'systemFailure', band: 'day' }]);
  expect(missingCells([])).toHaveLength(9);
  expect(ask('systemFailure', '2026-11-24T10:00').calls).toHaveLength(2);
});

describe('who is on leave', () => {
  const on = (away: string[], gone: string[] = [], onDuty?: string[]) =>
    ask('systemFailure', '2026-11-24T10:00', onDuty, gone, undefined, USUAL_CALENDAR, away);

  test('is passed over and said; the deputy is called at once, and a roster knows leave by itself', () => {
    expect(on([id(0)])).toMatchObject({
      calls: [{ personIds: [id(8)], deputyIds: [id(9)] }],
      passedOver: [{ personId: id(0), why: 'leave' }],
    });
    expect(on([id(9), id(8)]).calls[0]).toEqual({ personIds: [id(8)], deputyIds: [] });
    expect(on([id(0)], [id(8)], [id(8)])).toMatchObject({
      calls: [{ personIds: [id(9)] }],
      passedOver: [
        { personId: id(8), why: 'left' },
        { personId: id(0), why: 'leave' },
      ],
    });
    expect(on([], [], []).passedOver).toEqual([{ personId: null, roster: 'duty', why: 'nobody-on' }]);
  });

  test('is called where nobody else is left, neither by the tree nor by the duty list', () => {
    const order = (away: string[], duty: string[]) =>
      firstToLast(on(away, [], []), duty, (person) => away.includes(person));
    expect(order([], [id(7)])).toEqual({ people: [id(9), id(0)], onLeave: [] });
    expect(order([id(0), id(9)], [id(7)])).toEqual({ people: [id(7)], onLeave: [id(9), id(0)] });
    expect(orOnLeave(order([id(0), id(9), id(7)], [id(7)]))).toEqual([id(9), id(0), id(7)]);
  });

  test('holds a role of a plan only where nobody else can', () => {
    const role = { personId: id(1), roster: 'duty', deputyIds: [id(2)] };
    const holders = (...away: string[]) =>
      holdersOf(
        role,
        () => [id(3), id(4)],
        (person) => away.includes(person),
      );
    expect(holders().people).toEqual([id(1), id(3), id(2)]);
    expect(holders(id(1), id(3))).toEqual({ people: [id(3), id(2)], onLeave: [id(1)] });
  });
});

test('a page asks step by step, and everybody again after a pause', () => {
  expect(askedTimes(2, 5).map(({ at, step }) => [at, step]).slice(0, 4)).toEqual([[0, 0], [5, 1], [20, 0], [25, 1]]);
  expect(askedTimes(2, 5)).toHaveLength(8);
  expect(askedTimes(0, 5)).toEqual([]);
}); // biome-ignore format: at one look
