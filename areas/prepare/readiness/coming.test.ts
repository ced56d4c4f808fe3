import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fallback } from '../fallbacks/schema.ts';
import { party } from '../parties/schema.ts';
import { comingIn } from './coming.ts';

const TODAY = '2026-11-29';
const UNTIL = '2026-12-29';
const coming = (parties: object[], fallbacks: object[] = []) =>
  comingIn(
    {
      parties: parties.map((each) =>
        party.parse({ key: 'p', name: '保守会社', kind: 'contractor', ...each }),
      ),
      fallbacks: fallbacks.map((each) =>
        fallback.parse({ key: 'f', name: '手作業', covers: ['x'], ...each }),
      ),
    },
    TODAY,
    UNTIL,
  ).map(({ kind, on }) => [kind, on]);

describe('what comes due', () => {
  test('is told by its date, the soonest first, both ends included', () => {
    expect(
      coming(
        [
          { contracts: [{ title: '保守', until: UNTIL, assessEveryMonths: 6, assessedOn: '2026-06-10' }] },
          { sheet: { acknowledgedOn: '2025-12-01', staleAfterMonths: 12 } },
        ],
        [{ testedOn: '2025-11-29' }],
      ),
    ).toEqual([
      ['fallbackTest', TODAY],
      ['sheet', '2026-12-01'],
      ['assessment', '2026-12-10'],
      ['contractEnds', UNTIL],
    ]);
  });
  test('a contract whose successor is in force does not end', () => {
    expect(
      coming([
        {
          contracts: [
            { title: '保守', until: '2026-12-10' },
            { title: '保守', from: '2026-12-01', until: '2027-12-10' },
          ],
        },
      ]),
    ).toEqual([]);
  });
  test('what is past its date, without one, or later is not told of', () => {
    expect(
      coming([
        {
          contracts: [
            { title: 'a', until: '2026-11-28' },
            { title: 'b' },
            { title: 'c', until: '2026-12-30' },
          ],
        },
      ]),
    ).toEqual([]);
  });
  test('is never outside its days', () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((days) => Temporal.PlainDate.from('2025-06-01').add({ days }).toString());
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 24 }), (until, assessedOn, months) => {
        const found = coming([{ contracts: [{ title: 'x', until, assessedOn, assessEveryMonths: months }] }]);
        for (const [, on] of found) expect(on && on >= TODAY && on <= UNTIL).toBe(true);
      }),
    );
  });
});
