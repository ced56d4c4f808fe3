import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, statesOf, stretchesOf, type Told, threadsOf } from './rules.ts';

const at = (hours: number) => Temporal.Instant.from('2026-11-01T00:00:00Z').add({ hours });
const told = (hours: number, kind: Told['kind'], services: Told['services'] = [], incident = 'a'): Told => ({
  incident,
  kind,
  at: at(hours),
  services,
});
const stopped = [{ service: 'tap', state: 'stopped' as const }];
const affected = [{ service: 'tap', state: 'affected' as const }];
const restored = [{ service: 'tap', state: 'restored' as const }];

describe('how services are, by what was published', () => {
  test.each([
    ['nothing was said', [], 'normal'],
    ['it was said to have stopped', [told(1, 'start', stopped)], 'stopped'],
    ['it goes on in part since', [told(1, 'start', stopped), told(2, 'update', affected)], 'affected'],
    ['an update does not name it again', [told(1, 'start', stopped), told(2, 'update')], 'stopped'],
    ['it was said to be back', [told(1, 'start', stopped), told(2, 'update', restored)], 'normal'],
    ['the thing was said to be over', [told(1, 'start', stopped), told(2, 'end')], 'normal'],
    ['something goes on that names no service', [told(1, 'start')], 'noticed'],
    ['that is over', [told(1, 'start'), told(2, 'end')], 'normal'],
    [
      'the worst of two things counts',
      [told(1, 'start', affected), told(2, 'start', stopped, 'b')],
      'stopped',
    ],
    [
      'the end of one thing does not end what another did',
      [told(1, 'start', stopped), told(2, 'start', stopped, 'b'), told(3, 'end')],
      'stopped',
    ],
  ] as const)('%s', (_, statements, state) => {
    expect(statesOf(statements, ['tap']).get('tap')).toBe(state);
    expect(statesOf(statements.toReversed(), ['tap']).get('tap')).toBe(state);
  });

  test('days count from midnight to midnight where the organisation is', () => {
    const today = { date: Temporal.PlainDate.from('2026-11-03'), timeZone: 'Asia/Tokyo' };
    // From 1 November 22:00 to 2 November 01:00 in Tokyo.
    const statements = [told(13, 'start', stopped), told(16, 'end')];
    expect(daysOf(statements, 'tap', today, 4)).toEqual(['normal', 'stopped', 'stopped', 'normal']);
    expect(daysOf(statements, 'other', today, 4)).toEqual(['normal', 'normal', 'normal', 'normal']);
  });

  test('whatever is published, a stretch never ends before it begins, and what is over is open nowhere', () => {
    const statement = fc.record({
      incident: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('start' as const, 'update' as const, 'end' as const),
      at: fc.nat({ max: 500 }).map(at),
      services: fc.array(
        fc.record({
          service: fc.constantFrom('tap', 'portal'),
          state: fc.constantFrom('affected' as const, 'stopped' as const, 'restored' as const),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        const stretches = stretchesOf(statements);
        for (const { from, until } of stretches)
          if (until) expect(Temporal.Instant.compare(from, until)).toBeLessThanOrEqual(0);
        if (threadsOf(statements).every(({ isOpen }) => !isOpen))
          expect(stretches.every(({ until }) => until !== null)).toBe(true);
      }),
    );
  });
});
