import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phasesOf } from './rules.ts';
import { PHASES } from './schema.ts';

const at = (text: string) => ({ at: Temporal.Instant.from(text), precision: 'minute' });
const states = (known: Parameters<typeof phasesOf>[0], over = false) =>
  phasesOf(known, over).map(({ state }) => state);

describe('the phases of an incident', () => {
  test('what is not known yet is ahead, the next one is worked at', () => {
    expect(states({ noticed: at('2026-11-29T00:06:00Z'), headquarters: at('2026-11-29T00:11:00Z') })).toEqual(
      ['passed', 'done', 'passed', 'done', 'current', 'ahead', 'ahead', 'ahead'],
    );
  });
  test('of one that is over nothing is worked at', () => {
    expect(states({ noticed: at('2026-11-29T00:06:00Z') }, true)).not.toContain('current');
  });
  test('of one of which nothing is known, when it began is to be found out', () => {
    expect(states({})[0]).toBe('current');
  });
  test('never claims a time nobody told, and works at one phase at most', () => {
    const known = fc.record(
      Object.fromEntries(PHASES.map((phase) => [phase, fc.constant(at('2026-11-29T00:00:00Z'))])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(known, fc.boolean(), (times, over) => {
        const phases = phasesOf(times, over);
        expect(phases.map(({ phase }) => phase)).toEqual(PHASES);
        expect(phases.filter(({ state }) => state === 'current').length).toBeLessThanOrEqual(over ? 0 : 1);
        for (const { phase, state, at: time } of phases) {
          expect(state === 'done').toBe(time !== null);
          expect(time !== null).toBe(phase in times);
        }
        const current = phases.findIndex(({ state }) => state === 'current');
        if (current >= 0) expect(phases.slice(current).some(({ state }) => state === 'done')).toBe(false);
      }),
    );
  });
});
