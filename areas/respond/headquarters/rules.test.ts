import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, draftBrief, isToPropose, newLow } from './rules.ts';

const START = Temporal.Instant.from('2026-11-20T02:00:00Z');
const exact = (after: Temporal.DurationLike) => ({ at: START.add(after), precision: 'second' });

test('five minutes are met, five minutes and a second are late (C9-N1)', () => {
  const after = (seconds: number) => clockOf({ at: START, precision: 'minute' }, exact({ seconds }), 5);
  expect(after(300)).toEqual({ seconds: 300, met: true });
  expect(after(301)).toEqual({ seconds: 301, met: false });
  expect(clockOf({ at: START, precision: 'minute' }, exact({ milliseconds: 300_999 }), 5)?.met).toBe(true);
  // Roughly known, or known to be after: nobody can say.
  expect(clockOf({ at: START, precision: 'day' }, exact({ hours: 24 }), 5)).toBeUndefined();
  expect(clockOf({ at: START, precision: 'hour' }, exact({ minutes: 4 }), 5)).toBeUndefined();
  expect(
    clockOf({ at: START.add({ seconds: 1 }), precision: 'second' }, exact({ seconds: 0 }), 5),
  ).toBeUndefined();
  // Nor where the setting up is known only about.
  const about = { at: START.add({ minutes: 4 }), precision: 'about' };
  expect(clockOf({ at: START, precision: 'minute' }, about, 5)).toBeUndefined();
});

test('met and late part the line of seconds once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 1, max: 1_440 }),
      (seconds, target) => {
        expect(clockOf({ at: START, precision: 'minute' }, exact({ seconds }), target)?.met).toBe(
          seconds <= target * 60,
        );
      },
    ),
  );
});

test('proposed once; again after it was declined only when things are graver, or a task asks for it', () => {
  const wanted = (level: number, convene: string | null = 'headquarters') => ({
    convene,
    level,
    anyway: false,
  });
  expect(isToPropose(wanted(2), undefined)).toBe(true);
  expect(isToPropose(wanted(2, 'responseMeeting'), undefined)).toBe(false);
  expect(isToPropose(wanted(2), { state: 'declined', level: 2, lowLevel: null })).toBe(false);
  expect(isToPropose(wanted(3), { state: 'declined', level: 2, lowLevel: null })).toBe(true);
  for (const state of ['proposed', 'standing'])
    expect(isToPropose({ ...wanted(5), anyway: true }, { state, level: 1, lowLevel: null })).toBe(false);
  expect(
    isToPropose({ convene: null, level: 0, anyway: true }, { state: 'stoodDown', level: 3, lowLevel: null }),
  ).toBe(true);
});

test('after it was declined: again when the criteria hold anew or a level is reached anew, never while they merely go on', () => {
  const level = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(level, { maxLength: 12 }), (declinedAt, later) => {
      let last: { state: string; level: number; lowLevel: number | null } = {
        state: 'declined',
        level: declinedAt,
        lowLevel: null,
      };
      let lowest = declinedAt;
      for (const now of later) {
        const wanted = { convene: now === null ? null : 'headquarters', level: now ?? 0, anyway: false };
        expect(isToPropose(wanted, last)).toBe(now !== null && now > lowest);
        if (isToPropose(wanted, last)) return;
        lowest = Math.min(lowest, now ?? -1);
        last = { ...last, lowLevel: newLow(wanted, last) ?? last.lowLevel };
      }
    }),
  );
});

test('a brief tells the last of what is known, what is in hand and what was decided; nothing is left empty', () => {
  const entries = Array.from({ length: 8 }, (_, i) => ({ clock: `10:0${i}`, text: `記録${i}` }));
  const source = {
    title: '#1 停止',
    severity: 3,
    since: '2026-11-20 11:00',
    entries,
    openTasks: [],
    decisions: ['切り離す'],
  };
  const text = draftBrief(source, ['ja']);
  expect(text).not.toContain('Known facts');
  expect(draftBrief(source, ['ja', 'en'])).toContain('■ 状況 / Known facts');
  expect(text).toContain('10:07 記録7');
  expect(text).not.toContain('記録2');
  expect(text).toContain('・―');
  expect(text).toContain('切り離す');
});
