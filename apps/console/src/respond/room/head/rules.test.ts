import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Headquarters, PHASES, phasesOf, primaryOf, reachOf } from './rules.ts';

const at = '2026-11-29T09:00:00Z';
const told = (...names: string[]) => names.map((which) => ({ which, at, precision: 'minute' }));
const standing = { state: 'standing', setUpAt: at } as const;
const proposed = { state: 'proposed', setUpAt: null } as const;
const shown = (phases: ReturnType<typeof phasesOf>) =>
  phases.filter(({ state }) => state !== 'open').map(({ name, state }) => `${name} ${state}`);

test.each([
  ['nothing is known yet', { state: 'open', times: [], headquarters: null }, ['contained now']],
  [
    'a proposal waits for a decision',
    { state: 'open', times: told('noticed'), headquarters: proposed },
    ['noticed done', 'headquarters now'],
  ],
  [
    'what nobody said stays open between what is known',
    { state: 'open', times: told('noticed'), headquarters: standing },
    ['noticed done', 'headquarters done', 'contained now'],
  ],
  [
    'contained, it is being restored',
    { state: 'open', times: told('noticed', 'contained'), headquarters: null },
    ['noticed done', 'contained done', 'restored now'],
  ],
  [
    'resolved, it is to be resumed',
    { state: 'resolved', times: told('restored'), headquarters: proposed },
    ['restored done', 'resumed now'],
  ],
  [
    'resumed, it is to be declared over',
    { state: 'resolved', times: told('restored', 'resumed'), headquarters: null },
    ['restored done', 'resumed done', 'declaredOver now'],
  ],
  [
    'closed, nothing is worked at',
    { state: 'closed', times: told('declaredOver'), headquarters: null },
    ['declaredOver done'],
  ],
] as const)('%s', (_name, incident, wanted) => {
  expect(shown(phasesOf(incident))).toEqual(wanted);
});

test('whatever is known, the line has its eight phases, one at most is worked at, and none is claimed that has no time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('open', 'resolved', 'closed'),
      fc.subarray([...PHASES, 'judgedSignificant']),
      fc.constantFrom(null, undefined, standing, proposed),
      (state, names, headquarters) => {
        const phases = phasesOf({ state, times: told(...names), headquarters });
        expect(phases.map(({ name }) => name)).toEqual(PHASES);
        expect(phases.filter((each) => each.state === 'now').length).toBeLessThanOrEqual(
          state === 'closed' ? 0 : 1,
        );
        for (const each of phases) expect(each.state === 'done').toBe(each.at !== undefined);
        expect(reachOf(phases)).toBeLessThan(PHASES.length);
      },
    ),
  );
});

test.each([
  ['open', 3, null, 'setUp'],
  ['open', 2, null, 'resolve'],
  ['open', 1, proposed, 'setUp'],
  ['open', 4, standing, 'resolve'],
  ['open', 4, { state: 'declined', setUpAt: null }, 'resolve'],
  ['open', 4, { state: 'stoodDown', setUpAt: at }, 'resolve'],
  ['resolved', 4, standing, 'close'],
  ['closed', 4, null, undefined],
] as const)('%s, severity %i: %o asks for %s', (state, severity, headquarters, wanted) => {
  expect(primaryOf(state, severity, headquarters as Headquarters | null)).toBe(wanted);
});
