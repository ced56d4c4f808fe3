import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import { reportContent } from '../report-content.ts';
import { findingsOf } from '../rules.ts';
import type { CaseDocument, Claim } from '../schema.ts';
import { lifeFindings, minutesOf, verdictOn } from './rules.ts';
import type { CaseTime, Estimate } from './schema.ts';
import { estimateWords, lifeWords, timesWords } from './words.ts';

const good = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const changed = (change: (claim: Claim, document: CaseDocument) => void): CaseDocument => {
  const copy = structuredClone(good);
  change(copy.sections.response[0] as Claim, copy);
  return copy;
};
const found = (change: (claim: Claim, document: CaseDocument) => void): string[] =>
  lifeFindings(changed(change)).map(({ severity, path }) => `${severity} ${path}`);

const booking = { ja: '予約', en: 'Booking' };
const ticket = { ja: '発券', en: 'Ticketing' };
const at = (what: { ja: string; en: string }, after: string, more: object = {}): CaseTime => ({
  what,
  since: 'occurred',
  after,
  precision: 'minute',
  ...more,
});
const said = (after: string, expected: string, more: object = {}): Estimate => ({
  since: 'occurred',
  after,
  expected,
  ...more,
});

describe('times', () => {
  const ends: CaseTime[] = [
    at(booking, 'PT2H30M'),
    at(ticket, 'P1DT4H', { precision: 'about', until: 'P1DT6H' }),
    { what: { ja: '窓口', en: 'Counters' }, unstated: 'notStated' },
    { what: { ja: '第2波', en: 'Second wave' }, unstated: 'withheld' },
  ];

  test('of each service, site and wave stand beside each other, not stated and withheld in words', () => {
    expect(timesWords(ends, 'ja')).toBe(
      '予約：発生から2時間30分、発券：発生から約1日4時間〜1日6時間、窓口：記載なし、第2波：非公開',
    );
    expect(timesWords(ends, 'en')).toBe(
      'Booking: 2 h 30 min after occurrence; Ticketing: about 1 d 4 h to 1 d 6 h after occurrence; Counters: not stated; Second wave: withheld',
    );
  });

  test('one alone is told by the words of the claim; any other way it is printed, in every format’s content', async () => {
    const [first] = good.sections.response;
    expect(
      lifeWords({ ...(first as Claim), times: [{ ...ends[0], what: undefined } as CaseTime] }, [], 'ja'),
    ).toEqual([]);
    const content = await reportContent([changed((claim) => (claim.times = ends))], 'ja', {
      figures: false,
      draw: async () => [],
    });
    expect(content.cases[0]?.sections[2]?.items[0]?.notes).toEqual([timesWords(ends, 'ja')]);
  });

  test('several must say of what each is; a stretch ends after it began; a length is a length', () => {
    expect(found((claim) => (claim.times = ends))).toEqual([]);
    expect(found((claim) => (claim.times = [at(booking, 'PT1H'), at(booking, 'PT2H')]))).toEqual([
      'error sections.response.0.times',
    ]);
    expect(found((claim) => (claim.times = [at(booking, 'PT1H'), { unstated: 'notStated' }]))).toEqual([
      'error sections.response.0.times',
    ]);
    expect(found((claim) => (claim.times = [at(booking, 'PT3H', { until: 'PT2H' })]))).toEqual([
      'error sections.response.0.times.0.until',
    ]);
    expect(found((claim) => (claim.times = [at(booking, 'PT')]))).toEqual([
      'error sections.response.0.times.0.after',
    ]);
    expect(
      findingsOf(changed((claim) => (claim.times = [at({ ja: '予約', en: '' }, 'PT1H')]))).map(
        ({ path }) => path,
      ),
    ).toEqual(['sections.response.0.times.0.what']);
  });
});

describe('estimates', () => {
  const end: CaseTime[] = [{ since: 'occurred', after: 'PT7H', precision: 'about' }];

  test('are judged by what came: met, late, early, or open', () => {
    expect(verdictOn(said('PT30M', 'PT2H'), end)).toEqual({ is: 'late', minutes: 300 });
    expect(verdictOn(said('PT3H', 'P1D'), end)).toEqual({ is: 'early', minutes: 1_020 });
    expect(verdictOn(said('PT5H', 'PT6H30M'), end)).toEqual({ is: 'met' });
    expect(verdictOn(said('PT5H', 'PT7H', { since: 'noticed' }), end)).toEqual({ is: 'open' });
    expect(verdictOn(said('PT5H', 'PT7H', { what: booking }), end)).toEqual({ is: 'open' });
    expect(verdictOn(said('PT5H', 'PT7H'), [{ unstated: 'withheld' }])).toEqual({ is: 'open' });
    expect(verdictOn(said('PT5H', 'PT'), end)).toEqual({ is: 'open' });
  });

  test('say when they were made, what they promised and by how much they missed', () => {
    expect(estimateWords(said('PT30M', 'PT2H'), end, 'ja')).toBe(
      '発生から30分の時点の見込み：発生から2時間で終了（実際は5時間遅い）',
    );
    expect(estimateWords(said('PT30M', 'PT2H'), end, 'en')).toBe(
      'Estimate 30 min after occurrence: over 2 h after occurrence (actually 5 h later)',
    );
    expect(estimateWords(said('PT3H', 'P1D'), end, 'ja')).toContain('（実際は17時間早い）');
    // Counted from a moment that is itself not known to the minute, all of it is about.
    const about = { ...said('PT3H', 'P1D'), precision: 'about' as const };
    expect(estimateWords(about, end, 'ja')).toMatch(/約3時間の時点.*約1日で終了（実際は約17時間早い）/);
    expect(estimateWords(about, end, 'en')).toMatch(
      /about 3 h .*over about 1 d .*actually about 17 h earlier/,
    );
  });

  test('end after they were made', () => {
    expect(found((claim) => (claim.estimates = [said('PT3H', 'PT2H')]))).toEqual([
      'error sections.response.0.estimates.0.expected',
    ]);
    expect(found((claim) => (claim.estimates = [said('PT1H', 'PT2H'), said('PT2H', 'PT5H')]))).toEqual([]);
  });

  test('whatever the figures, an estimate is late exactly when its end came later than its time allows', () => {
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minutes, minutes, (expected, actual) => {
        const verdict = verdictOn(said('PT0M', `PT${expected}M`), [
          { since: 'occurred', after: `PT${actual}M`, precision: 'minute' },
        ]);
        expect(verdict.is).toBe(actual > expected ? 'late' : actual < expected ? 'early' : 'met');
        if ('minutes' in verdict) expect(verdict.minutes).toBe(Math.abs(actual - expected));
      }),
    );
  });
});

describe('what became of a claim', () => {
  const clear = (document: CaseDocument): Claim => document.sections.response[1] as Claim;

  test('an all-clear that proved wrong says so, in the words of what showed it', async () => {
    const document = changed((_, c) => (clear(c).later = { by: 'r6', how: 'overturned' }));
    const printed = async (language: 'ja' | 'en') =>
      (await reportContent([document], language, { figures: false, draw: async () => [] })).cases[0]
        ?.sections[2]?.items[1]?.notes;
    expect(await printed('ja')).toEqual([expect.stringMatching(/^後に誤りと判明：中継サーバー/)]);
    expect(await printed('en')).toEqual([expect.stringMatching(/^later found wrong: The relay/)]);
  });

  test('words that are withheld are not quoted', () => {
    const document = changed((_, c) => {
      clear(c).later = { by: 'r6', how: 'revised' };
      for (const claim of c.sections.response) if (claim.id === 'r6') claim.disclosure = 'withhold';
    });
    expect(lifeWords(clear(document), document.sections.response, 'ja')).toEqual(['後に修正（非公開）']);
  });

  test('is another claim of the case, and never in a circle', () => {
    const later = (by: string) => found((claim) => (claim.later = { by, how: 'revised' }));
    expect(later('r2')).toEqual([]);
    expect(later('r1')).toEqual(['error sections.response.0.later']);
    expect(later('zz')).toEqual(['error sections.response.0.later']);
    expect(
      found((claim, c) => {
        claim.later = { by: 'r2', how: 'revised' };
        clear(c).later = { by: 'r1', how: 'revised' };
      }),
    ).toHaveLength(2);
  });

  test('what was found wrong carries no lesson alone, and a label only with a word of advice', () => {
    const wrong = found((_, c) => {
      for (const claim of c.sections.response)
        if (claim.id === 'r4') claim.later = { by: 'r7', how: 'overturned' };
    });
    expect(wrong).toContain('error lessons.2.supports');
    expect(wrong.some((each) => each.startsWith('warning figure.'))).toBe(true);
    const revised = found((_, c) => {
      for (const claim of c.sections.response)
        if (claim.id === 'r4') claim.later = { by: 'r7', how: 'revised' };
    });
    expect(revised).toEqual([]);
  });
});

test('a length of time counts from a moment', () => {
  expect(minutesOf('P1DT4H')).toBe(28 * 60);
  expect(minutesOf('P14D')).toBe(14 * 24 * 60);
  expect(minutesOf('4 hours')).toBeNaN();
});
