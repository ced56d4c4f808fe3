import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldReport, value } from '../../../test/told-report.ts';
import { deadlines } from '../../respond/regimes/schema.ts';
import { REPORT_PRECISIONS, type ReportTime, STAGES } from '../content/schema.ts';
import { duesOf, type Handed, lateIn, nextOwed, remindersAround, stillInTime } from './rules.ts';
import { startingDeadlines } from './starting-deadlines.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-01-${text}+09:00`);
const noticed = (text: string, more: Partial<ReportTime> = {}) =>
  toldReport({ times: { noticed: value({ at: `2026-01-${text}+09:00`, ...more }) } }).times;
const span = (count: number, unit: 'hours' | 'days' = 'hours') => ({ count, unit });
const YEARLY = deadlines.parse([
  { stage: 'first', starts: 'detection', within: span(24), wrongful: span(12) },
  { stage: 'followUp', starts: 'notification', within: span(72), reminders: [span(24), span(2)] },
  { stage: 'final', starts: 'previous', within: span(30, 'days') },
]);
const first = (text: string): Handed => ({ stage: 'first', at: at(text) });

test('each stage is held against its own deadline, by what starts it', () => {
  const dues = duesOf(YEARLY, noticed('05T09:00:00'), [first('05T20:00:00')], false);
  expect(dues.map(({ stage, standing, dueAt }) => [stage, standing, dueAt?.toString()])).toEqual([
    ['first', 'met', at('06T09:00:59').toString()],
    ['followUp', 'owed', at('08T20:00:00').toString()],
    ['final', 'owed', at('08T20:00:00').add({ hours: 720 }).toString()],
  ]);
  expect(nextOwed(dues)?.stage).toBe('followUp');
  expect(remindersAround(dues, at('06T00:00:00'))).toEqual({ come: undefined, next: at('07T20:00:00') });
  expect(remindersAround(dues, at('07T20:00:00'))).toEqual({
    come: at('07T20:00:00'),
    next: at('08T18:00:00'),
  });
});
test('what came after it is late; a shorter span runs where somebody meant harm', () => {
  const sent = [first('06T10:00:00')];
  expect(lateIn(duesOf(YEARLY, noticed('05T09:00:00'), sent, false))).toEqual(['first']);
  expect(lateIn(duesOf(YEARLY, noticed('05T12:00:00'), sent, false))).toEqual([]);
  expect(lateIn(duesOf(YEARLY, noticed('05T12:00:00'), sent, true))).toEqual(['first']);
});
test('nobody is late by a time that is not known that exactly', () => {
  const standing = (precision: ReportTime['precision'], clockError?: number) =>
    duesOf(
      YEARLY,
      noticed('05T09:00:00', { precision, ...(clockError !== undefined && { clockError }) }),
      [first('06T09:20:00')],
      false,
    )[0]?.standing;
  expect(standing('minute')).toBe('late');
  expect(standing('about')).toBe('unclear');
  expect(standing('hour')).toBe('unclear');
  expect(standing('day')).toBe('unclear');
  expect(standing('month')).toBe('unclear');
  expect(standing('second', 1_800)).toBe('unclear');
});
test('a final report ends what is owed; without a start or a span nothing is', () => {
  const final: Handed = { stage: 'final', at: at('07T09:00:00') };
  const ended = duesOf(YEARLY, noticed('05T09:00:00'), [first('05T20:00:00'), final], false);
  expect(ended.map(({ standing }) => standing)).toEqual(['met', 'none', 'met']);
  expect(nextOwed(ended)).toBeUndefined();
  const unsaid = duesOf(YEARLY, toldReport({ times: {} }).times, [first('05T20:00:00')], false);
  expect(unsaid[0]?.standing).toBe('none');
  const brought = duesOf(
    startingDeadlines().deadlines,
    noticed('05T09:00:00'),
    [first('25T20:00:00')],
    false,
  );
  expect(brought.map(({ standing, dueAt }) => [standing, dueAt])).toEqual([['none', null]]);
});
test('a final report that comes first is the first that was heard of it', () => {
  const only: Handed = { stage: 'final', at: at('25T09:00:00') };
  const dues = duesOf(YEARLY, noticed('05T09:00:00'), [only], false);
  expect(dues.map(({ standing }) => standing)).toEqual(['late', 'none', 'met']);
});
test('nobody is reminded of what is over, and everybody of what is not', () => {
  const dues = duesOf(YEARLY, noticed('05T09:00:00'), [first('05T20:00:00')], false);
  const late = at('20T09:00:00');
  expect(nextOwed(dues)?.stage).toBe('followUp');
  expect(nextOwed(stillInTime(dues, late))?.stage).toBe('final');
  expect(stillInTime(dues, at('05T21:00:00')).map(({ stage }) => stage)).toEqual([
    'first',
    'followUp',
    'final',
  ]);
});
test('later is never better: what came sooner stands no worse, and less exact times accuse nobody', () => {
  const rank = { met: 0, unclear: 1, late: 2, owed: 3, none: 4 } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom(...REPORT_PRECISIONS),
      fc.boolean(),
      (one, more, precision, wrongful) => {
        const times = noticed('05T09:00:00', { precision });
        const stands = (hours: number) =>
          duesOf(YEARLY, times, [{ stage: 'first', at: at('05T09:00:00').add({ hours }) }], wrongful)[0]
            ?.standing ?? 'none';
        expect(rank[stands(one)]).toBeLessThanOrEqual(rank[stands(one + more)]);
        const exact = duesOf(
          YEARLY,
          noticed('05T09:00:00', { precision: 'second' }),
          [{ stage: 'first', at: at('05T09:00:00').add({ hours: one }) }],
          wrongful,
        )[0]?.standing;
        if (stands(one) === 'late') expect(exact).toBe('late');
      },
    ),
  );
});
test('of every stage there is one standing, in the order of the deadlines', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STAGES), { maxLength: 5 }), (stages) => {
      const versions = stages.map((stage, i) => ({ stage, at: at('06T00:00:00').add({ hours: i }) }));
      const dues = duesOf(YEARLY, noticed('05T09:00:00'), versions, false);
      expect(dues.map(({ stage }) => stage)).toEqual(['first', 'followUp', 'final']);
      for (const { standing, dueAt, handedAt } of dues) {
        if (standing === 'late' || standing === 'met' || standing === 'unclear')
          expect(handedAt && dueAt).toBeTruthy();
        if (standing === 'owed') expect(handedAt).toBeNull();
      }
    }),
  );
});
