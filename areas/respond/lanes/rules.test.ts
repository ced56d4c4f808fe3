import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phasesOf } from './rules.ts';
import { PHASES, type Phase } from './schema.ts';

const time = { at: Temporal.Instant.from('2026-11-29T00:06:00Z'), precision: 'minute' };
const told = (...phases: Phase[]) => Object.fromEntries(phases.map((phase) => [phase, time]));
const shown = (told: Parameters<typeof phasesOf>[0]) =>
  phasesOf(told).flatMap(({ phase, state }) => (state === 'ahead' ? [] : [`${phase} ${state}`]));

test.each([
  [
    'of one of which nothing is known, containing is worked at',
    { state: 'open', known: {}, isProposed: false },
    ['occurred passed', 'noticed passed', 'recognised passed', 'headquarters passed', 'contained current'],
  ],
  [
    'a proposal waits for a decision',
    { state: 'open', known: told('noticed'), isProposed: true },
    ['occurred passed', 'noticed done', 'recognised passed', 'headquarters current'],
  ],
  [
    'and does so also where more is known meanwhile',
    { state: 'open', known: told('noticed', 'contained'), isProposed: true },
    ['occurred passed', 'noticed done', 'recognised passed', 'headquarters current', 'contained done'],
  ],
  [
    'one that was set up by hand is done, whatever was proposed',
    { state: 'open', known: told('occurred', 'noticed', 'recognised', 'headquarters'), isProposed: false },
    ['occurred done', 'noticed done', 'recognised done', 'headquarters done', 'contained current'],
  ],
  [
    'resolved, it is to be resumed',
    { state: 'resolved', known: told('restored'), isProposed: true },
    [
      'occurred passed',
      'noticed passed',
      'recognised passed',
      'headquarters passed',
      'contained passed',
      'restored done',
      'resumed current',
    ],
  ],
  [
    'resumed, it is to be declared over',
    { state: 'resolved', known: told(...PHASES.slice(0, 7)), isProposed: false },
    [...PHASES.slice(0, 7).map((phase) => `${phase} done`), 'declaredOver current'],
  ],
  [
    'closed, nothing is worked at',
    { state: 'closed', known: told('occurred'), isProposed: false },
    ['occurred done'],
  ],
] as const)('%s', (_name, incident, wanted) => {
  expect(shown(incident)).toEqual(wanted);
});

test('whatever is known, there are eight phases, one at most is worked at, and none is claimed that nobody told', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('open', 'resolved', 'closed'),
      fc.subarray([...PHASES]),
      fc.boolean(),
      (state, known, isProposed) => {
        const phases = phasesOf({ state, known: told(...known), isProposed });
        expect(phases.map(({ phase }) => phase)).toEqual(PHASES);
        expect(phases.filter(({ state: at }) => at === 'current').length).toBeLessThanOrEqual(
          state === 'closed' ? 0 : 1,
        );
        for (const { phase, state: at, at: when } of phases) {
          expect(at === 'done').toBe(known.includes(phase));
          expect(when !== null).toBe(known.includes(phase));
        }
        // Nothing lies ahead of what is done or worked at.
        const reach = phases.findLastIndex(({ state: at }) => at !== 'ahead');
        expect(phases.slice(0, Math.max(reach, 0)).some(({ state: at }) => at === 'ahead')).toBe(false);
        expect(phases[reach]?.state).not.toBe('passed');
      },
    ),
  );
});
