import fc from 'fast-check';
import { expect, test } from 'vitest';
import { value } from '../../../test/told-report.ts';
import { type ReportDraft, reportContent, STAGES } from '../content/schema.ts';
import { startingLists } from '../editions/index.ts';
import { receiptNumber, stageFits, weighVersion, whyAlike } from './rules.ts';

const LISTS = startingLists();
const LATEST = Temporal.Instant.from('2024-06-01T00:00:00Z');
const whole = {
  operator: { name: '東西電力' },
  sector: value('power'),
  eventType: value('unavailable'),
  outline: value('約300台が停止'),
  times: { noticed: value({ at: '2024-05-01T09:00:00+09:00' }) },
};
const read = (draft: ReportDraft = whole) => reportContent.parse(draft);
const weigh = (
  draft: ReportDraft,
  before?: ReportDraft,
  stage: 'first' | 'followUp' | 'final' = before ? 'followUp' : 'first',
) => weighVersion(read(draft), before && read(before), stage, before ? 2 : 1, LISTS, LATEST);

test('a receipt number is read as people write it', () => {
  expect(receiptNumber(7)).toBe('R-0007');
  expect(receiptNumber(12_345)).toBe('R-12345');
});

test('a first version is a first or a final report; what follows is news or the last word', () => {
  expect(STAGES.map((stage) => [stageFits(stage, 1), stageFits(stage, 2)])).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ]);
});

test('without sector, time or event type nothing is received, and each is named', () => {
  expect(weigh(whole)).toEqual({ differences: [] });
  expect(weigh({ ...whole, sector: { is: 'notKnown' }, times: {} })).toEqual({
    fault: 'missing',
    what: ['sector', 'time'],
  });
  expect(weigh({ ...whole, sector: value('space') })).toEqual({ fault: 'unlisted', path: 'sector' });
  expect(weigh({ ...whole, effect: { sectors: value(['power', 'space']) } })).toEqual({
    fault: 'unlisted',
    path: 'effect.sectors',
  });
  expect(weigh({ ...whole, times: { noticed: value({ at: '2024-06-01T00:00:01Z' }) } })).toEqual({
    fault: 'ahead',
    paths: ['times.noticed'],
  });
});

test('no moment lies after the report was handed in, whichever it is, unless its clock was wrong by as much', () => {
  const told = (times: ReportDraft['times']) => weigh({ ...whole, times: { ...whole.times, ...times } });
  expect(
    told({
      recognised: value({ at: '2024-06-02T00:00:00Z' }),
      restored: value({ at: '2024-06-03T00:00:00Z', precision: 'day' }),
    }),
  ).toEqual({ fault: 'ahead', paths: ['times.recognised', 'times.restored'] });
  expect(told({ judged: value({ at: '2024-06-01T00:00:00Z' }) })).toEqual({ differences: [] });
  const fast = { at: '2024-06-01T00:05:00Z', precision: 'second' as const };
  expect(told({ restored: value({ ...fast, clockError: 299 }) })).toMatchObject({ fault: 'ahead' });
  expect(told({ restored: value({ ...fast, clockError: 300 }) })).toEqual({ differences: [] });
});

test('a later version differs, and leaves nothing out', () => {
  expect(weigh(whole, whole)).toEqual({ fault: 'same' });
  expect(weigh(whole, whole, 'final')).toEqual({ differences: [] });
  expect(weigh({ ...whole, outline: { is: 'notStated' } }, whole)).toEqual({
    fault: 'lost',
    path: 'outline',
  });
  expect(weigh({ ...whole, outline: value('312台が停止') }, whole)).toMatchObject({
    differences: [{ path: 'outline', kind: 'corrected' }],
  });
});

const like = (over: Partial<Parameters<typeof whyAlike>[0]> = {}) => ({
  id: 'a',
  operator: '東西電力',
  at: LATEST,
  names: ['中継サーバ'],
  words: new Set(['停止', '端末']),
  ...over,
});
test('reports are likened by two reasons or more, whichever of them is asked', () => {
  expect(whyAlike(like(), like())).toEqual(['operator', 'time', 'party', 'words']);
  const other = like({ operator: '南北電力', at: LATEST.subtract({ hours: 24 * 9 }), names: [] });
  expect(whyAlike(like(), other)).toEqual([]);
  const words = fc
    .array(fc.constantFrom('停止', '端末', '証明', '切断'), { maxLength: 4 })
    .map((all) => new Set(all));
  fc.assert(
    fc.property(words, words, (one, two) => {
      expect(whyAlike(like({ words: one }), like({ words: two }))).toEqual(
        whyAlike(like({ words: two }), like({ words: one })),
      );
    }),
  );
});
