import { expect, test } from 'vitest';
import { momentsIn, momentsOf, nextLook, remindAgain, wentOf } from './rules.ts';

const at = (hour: number) => Temporal.Instant.from('2026-11-20T00:00:00Z').add({ hours: hour });
const report = (
  stage: 'first' | 'followUp',
  number: number,
  given: Partial<Parameters<typeof wentOf>[0][number]> = {},
) => ({
  stage,
  number,
  startFact: 'recognised',
  startsAt: at(1),
  dueAt: at(25),
  submittedAt: null,
  clock: 'law',
  ...given,
});

test('what somebody states goes before every time of the record', () => {
  const times = { noticed: { at: at(0) }, recognised: { at: at(1) } };
  expect(momentsOf(times)).toEqual({ detection: at(0), knowing: at(1) });
  expect(momentsOf(times, at(5))).toEqual({ detection: at(5), knowing: at(5), judgement: at(5) });
  expect(momentsIn([report('first', 1)])).toEqual({ knowing: at(1) });
});

test('a report went when it went, or will by when an authority wants it; follow-ups that were asked for move nothing', () => {
  expect(wentOf([report('first', 1)])).toEqual({});
  expect(wentOf([report('first', 1, { submittedAt: at(3) })])).toEqual({ first: at(3) });
  expect(wentOf([report('first', 1, { clock: 'authority' })])).toEqual({ first: at(25) });
  expect(wentOf([report('followUp', 2, { submittedAt: at(3) })])).toEqual({});
});

test('reminders come one after the other, each once, and then the report is due', () => {
  const reminders = [at(5), at(10)];
  expect([at(4), at(5), at(12)].map((now) => nextLook(reminders, at(20), now))).toEqual([
    at(5),
    at(10),
    at(20),
  ]);
  expect(remindAgain(reminders, at(5), at(5))).toBe(false);
  expect(remindAgain(reminders, at(5), at(9))).toBe(false);
  expect(remindAgain(reminders, at(5), at(10))).toBe(true);
});
