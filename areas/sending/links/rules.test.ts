import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkState } from './rules.ts';

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
const maybe = fc.option(fc.integer({ min: 0, max: 1_000 }).map(at), { nil: undefined });

test('a used link is used whatever the hour, and one that is over never opens again', () => {
  fc.assert(
    fc.property(maybe, maybe, fc.nat(1_000), fc.nat(1_000), (until, usedAt, now, later) => {
      const link = { until, usedAt };
      const state = linkState(link, at(now));
      if (usedAt) expect(state).toBe('used');
      if (state !== 'open') expect(linkState(link, at(now + later))).toBe(state);
      expect(state === 'expired').toBe(
        !usedAt && until !== undefined && now >= until.epochMilliseconds / 1_000,
      );
    }),
  );
});

test('a link that is not there opens nothing', () => {
  expect(linkState(undefined, at(0))).toBe('expired');
});
