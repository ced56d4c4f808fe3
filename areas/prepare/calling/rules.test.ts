import { expect, test } from 'vitest';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { BANDS, USUAL_CALENDAR } from '../calendars/schema.ts';
import { CAUSES, callTree } from '../contacts/schema.ts';
import { missingCells, resolveCalls } from './rules.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const trees = CAUSES.flatMap((cause, c) =>
  BANDS.map((band, b) =>
    callTree.parse({
      key: `${cause}.${band}`.toLowerCase(),
      name: 'x',
      cause,
      band,
      steps: [{ roster: 'duty', deputyIds: [id(9)] }, { personId: id(c * 3 + b) }],
    }),
  ),
);
const ask = (
  cause: (typeof CAUSES)[number],
  local: string,
  onDuty: readonly string[] = [id(8), id(7)],
  gone: readonly string[] = [],
) =>
  resolveCalls(
    trees,
    cause,
    Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant(),
    USUAL_CALENDAR,
    JAPANESE_HOLIDAYS,
    () => onDuty,
    (person) => !gone.includes(person),
  );

test.each([
  ['systemFailure', '2026-11-24T10:00', 'day', 0],
  ['systemFailure', '2026-11-24T03:00', 'night', 1],
  ['cyberAttack', '2026-11-23T10:00', 'holiday', 5],
  ['naturalDisaster', '2027-01-01T10:00', 'holiday', 8],
] as const)('%s at %s is read from its own cell', (cause, local, band, person) => {
  const { calls, cell, ...rest } = ask(cause, local);
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
