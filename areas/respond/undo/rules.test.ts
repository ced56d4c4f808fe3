import { expect, test } from 'vitest';
import type { Line } from '../../ledger/schema.ts';
import { isThatOne, lastDeed } from './rules.ts';

const AT = Temporal.Instant.from('2026-11-29T00:00:00Z');
const line = (seq: number, kind: string, corrects: number | null = null): Line => ({
  seq,
  kind,
  incidentId: null,
  at: AT,
  precision: 'second',
  recordedAt: AT,
  actorKind: 'person',
  actorId: 'p',
  corrects,
  body: {},
});

test('only what came last can be taken back, and what takes back is no deed to be taken back', () => {
  const ended = line(2, 'task.ended');
  expect(lastDeed([line(1, 'task.assigned'), ended], 'task.ended')).toEqual({ line: ended });
  expect(lastDeed([ended, line(3, 'task.reopened', 2)], 'task.ended')).toEqual({ refusal: 'changed' });
  expect(lastDeed([line(1, 'task.assigned'), line(2, 'task.assigned', 1)], 'task.assigned')).toEqual({
    refusal: 'changed',
  });
  expect(lastDeed([], 'task.ended')).toEqual({ refusal: 'gone' });
  expect(lastDeed([line(1, 'task.assigned')], 'task.ended')).toEqual({ refusal: 'gone' });
});

test('a deed of the same person that came later is another one', () => {
  const after = (seconds: number, ago: number | undefined) =>
    isThatOne({ recordedAt: AT.add({ seconds }) }, AT.add({ seconds: 60 }), ago);
  expect([after(0, 60_000), after(4, 60_000), after(0, undefined), after(59, undefined)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([after(10, 60_000), after(59, 50_000)]).toEqual([false, false]);
});
