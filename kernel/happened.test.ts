import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asItHappened, isAfterwards, isOvertaken, notAhead, refuseBefore, whenOf } from './happened.ts';
import { KNOWN_TO, surelyBefore } from './time.ts';

const NOW = Temporal.Instant.from('2026-11-29T05:05:00Z');
const seconds = fc.integer({ min: -200_000, max: 200_000 });
const precision = fc.constantFrom(...KNOWN_TO);
const later = (by: number) => NOW.add({ seconds: by });
const act = (by: number, known: (typeof KNOWN_TO)[number] = 'second') =>
  asItHappened({ now: NOW }, { at: later(by).toString(), precision: known });

test('nothing is recorded that has not happened; a clock two minutes ahead says no more than now', () => {
  fc.assert(
    fc.property(seconds, precision, (by, known) => {
      if (by > 120)
        expect(() => act(by, known)).toThrow(
          expect.objectContaining({
            details: { fields: [expect.objectContaining({ field: 'happened.at' })] },
          }),
        );
      else expect(whenOf(act(by, known))).toEqual({ at: by > 0 ? NOW : later(by), precision: known });
    }),
  );
  expect(() => notAhead(later(121), NOW, 'at')).toThrow();
});

test('a wrong year is noticed: nothing is entered from more than ten years ago', () => {
  const tenYears = 10 * 365 * 86_400;
  expect(whenOf(act(-tenYears)).at).toEqual(later(-tenYears));
  for (const by of [-tenYears - 1, -2_000 * 365 * 86_400]) expect(() => act(by)).toThrow();
});

test('without a time it happens now and calls people; so does what is two minutes old', () => {
  expect(asItHappened({ now: NOW }, null)).toEqual({ now: NOW });
  expect(whenOf({ now: NOW })).toEqual({ at: NOW, precision: 'second' });
  expect(isAfterwards({ now: NOW })).toBe(false);
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 120 }), (by) => {
      expect(isAfterwards(act(by))).toBe(by < -120);
    }),
  );
});

test('an end that surely lies before its beginning is refused, one that may not is taken', () => {
  const began = { ja: '設置', en: 'it was set up' };
  fc.assert(
    fc.property(
      fc.integer({ min: -200_000, max: 0 }),
      fc.integer({ min: -200_000, max: 0 }),
      precision,
      precision,
      (by, at, known, of) => {
        const ctx = act(by, known);
        const beginning = { at: later(at), precision: of };
        const refuse = () => refuseBefore(ctx, beginning, began);
        if (surelyBefore(whenOf(ctx), beginning)) expect(refuse).toThrow();
        else expect(refuse).not.toThrow();
        // At or after its beginning it always stands.
        if (by >= at) expect(refuse).not.toThrow();
      },
    ),
  );
  // Now is never before what is on record, and what has no beginning has nothing to lie before.
  expect(() => refuseBefore({ now: NOW }, { at: later(60) }, began)).not.toThrow();
  expect(() => refuseBefore(act(-60), undefined, began)).not.toThrow();
});

test('about 06:30 may be a quarter of an hour earlier or later', () => {
  const at = (clock: string) => Temporal.Instant.from(`2026-11-29T${clock}:00Z`);
  const about = { at: at('06:30'), precision: 'about' };
  const exactly = (clock: string) => ({ at: at(clock), precision: 'second' });
  expect(surelyBefore(about, exactly('06:45'))).toBe(true);
  expect(surelyBefore(about, exactly('06:44'))).toBe(false);
  expect(surelyBefore(exactly('06:15'), about)).toBe(true);
  expect(surelyBefore(exactly('06:16'), about)).toBe(false);
});

test('only an act with a time of its own is overtaken, by what is known since', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 0 }), fc.integer({ min: -200_000, max: 0 }), (by, known) => {
      expect(isOvertaken(act(by), later(known))).toBe(known > by);
      expect(isOvertaken({ now: NOW }, later(known))).toBe(false);
    }),
  );
  expect(isOvertaken(act(-60), undefined)).toBe(false);
});
