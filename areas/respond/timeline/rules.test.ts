import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../ledger/schema.ts';
import { conflictsOf, estimateSeriesOf } from './conflicts.ts';
import { certaintiesOf, correctedTexts, disorderOf, entriesOf, oddOf, timesOf } from './rules.ts';
import { TIMES } from './schema.ts';

const START = Temporal.Instant.from('2026-11-20T02:00:00Z');
const line = (seq: number, kind: string, body: Record<string, unknown>, extra: Partial<Line> = {}): Line => ({
  seq,
  kind,
  incidentId: 'i',
  at: START.add({ minutes: seq }),
  precision: 'minute',
  recordedAt: START.add({ minutes: seq }),
  actorKind: 'person',
  actorId: 'a',
  corrects: null,
  body,
  ...extra,
});
const noted = (seq: number, body: Record<string, unknown>, extra: Partial<Line> = {}): Line =>
  line(seq, 'timeline.noted', body, extra);

test('what is possible or likely is presumed; a note that says nothing is not counted', () => {
  expect(
    certaintiesOf([
      ...['confirmed', 'confirmed', 'presumed', 'likely', 'possible', 'unknown', undefined].map(
        (certainty, seq) => noted(seq, { text: 'x', certainty }),
      ),
      line(9, 'hypothesis.settled', { certainty: 'confirmed' }),
    ]),
  ).toEqual({ confirmed: 2, presumed: 3, unknown: 1 });
});

describe('entries', () => {
  test('events and responses are two series, numbered by when they happened; what is off the figure has no number (C0-M13)', () => {
    const entries = entriesOf([
      noted(1, { text: '対処', is: 'response', figure: true }),
      noted(2, { text: '先の事象', is: 'event', figure: true }, { at: START.subtract({ hours: 1 }) }),
      noted(3, { text: '次の事象', is: 'event', figure: true }),
      noted(4, { text: '図にない', is: 'event' }),
      noted(5, { text: 'メモ', figure: true }),
    ]);
    expect(entries.map(({ text, number }) => [text, number])).toEqual([
      ['先の事象', 1],
      ['対処', 1],
      ['次の事象', 2],
      ['図にない', undefined],
      ['メモ', undefined],
    ]);
  });

  test('a correction of a correction speaks for the first line; the last judgement of an outcome counts', () => {
    const [entry] = entriesOf([
      noted(1, { text: '誤', is: 'response' }),
      line(2, 'timeline.corrected', { text: '中' }, { corrects: 1 }),
      line(3, 'timeline.corrected', { text: '正' }, { corrects: 2 }),
      line(4, 'timeline.judged', { outcome: 'effective' }, { corrects: 1 }),
      line(5, 'timeline.judged', { outcome: 'none' }, { corrects: 1 }),
    ]);
    expect(entry).toMatchObject({ text: '正', outcome: 'none' });
  });

  test('numbers of a series have no gap, however the lines came in', () => {
    const item = fc.record({
      is: fc.constantFrom('event', 'response', undefined),
      figure: fc.boolean(),
      minute: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const entries = entriesOf(
          items.map(({ minute, ...body }, i) =>
            noted(i + 1, { text: 't', ...body }, { at: START.add({ minutes: minute }) }),
          ),
        );
        for (const is of ['event', 'response'] as const) {
          const numbers = entries.filter((each) => each.is === is).flatMap(({ number }) => number ?? []);
          expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        }
        expect(entries).toHaveLength(items.length);
      }),
    );
  });

  test('texts of lines nobody corrected are not among the corrected', () => {
    expect(correctedTexts([noted(1, { text: 'a' })]).size).toBe(0);
  });
});

describe('times', () => {
  test('read from the record until somebody states them; noticed is not recognised (C3-K2)', () => {
    const lines = [
      line(1, 'incident.declared', {}),
      line(2, 'page.acknowledged', {}),
      line(3, 'incident.time-stated', { which: 'occurred', note: '推定' }, { at: START, precision: 'hour' }),
      line(4, 'incident.time-stated', { which: 'noticed', note: '' }, { at: START }),
      line(
        5,
        'incident.time-stated',
        { which: 'noticed', note: '訂正' },
        { at: START.subtract({ minutes: 5 }) },
      ),
      line(6, 'incident.resolved', {}),
    ];
    const times = timesOf(lines);
    expect(times.occurred).toMatchObject({ stated: true, precision: 'hour', corrections: 0 });
    expect(times.noticed).toMatchObject({ stated: true, note: '訂正', corrections: 1 });
    // Whoever answered a page had heard of an anomaly (C5-D2).
    expect(times.recognised).toBeUndefined();
    expect(times.restored).toMatchObject({ stated: false, seq: 6 });
    expect(times.contained).toBeUndefined();
  });

  test('an end that was taken back by reopening is none; the last one counts', () => {
    const ended = [line(1, 'incident.resolved', {}), line(2, 'incident.reopened', {})];
    expect(timesOf(ended).restored).toBeUndefined();
    expect(timesOf([...ended, line(3, 'incident.resolved', {})]).restored).toMatchObject({ seq: 3 });
  });

  test('what lies before an earlier stage is named; what is known to the hour only is not held against it', () => {
    const stated = (which: string, minutes: number, precision = 'minute') =>
      line(
        minutes + 10,
        'incident.time-stated',
        { which, note: '' },
        { at: START.add({ minutes }), precision },
      );
    expect(disorderOf(timesOf([stated('noticed', 5), stated('contained', 3)]))).toEqual(['contained']);
    expect(disorderOf(timesOf([stated('noticed', 5), stated('contained', 3, 'hour')]))).toEqual([]);
    const inOrder = TIMES.map((which, i) => stated(which, i));
    expect(disorderOf(timesOf(inOrder))).toEqual([]);
  });
});

describe('conflicting accounts', () => {
  const told = [
    noted(1, { text: '停止は 10:00 から' }),
    line(2, 'timeline.disputed', { text: '停止は 10:12 から', source: '提供者' }, { corrects: 1 }),
  ];
  test('every account stands beside the others, with its source; a correction speaks for the first', () => {
    const [conflict] = conflictsOf([
      ...told,
      line(3, 'timeline.disputed', { text: '10:05 から', source: '監視記録' }, { corrects: 1 }),
      line(4, 'timeline.corrected', { text: '停止は 10:01 から' }, { corrects: 1 }),
    ]);
    expect(conflict?.accounts.map(({ text, source }) => [text, source])).toEqual([
      ['停止は 10:01 から', ''],
      ['停止は 10:12 から', '提供者'],
      ['10:05 から', '監視記録'],
    ]);
    expect(conflict?.settled).toBeNull();
  });
  test('settled on a ground; a new account opens it again; one of a line unknown is none', () => {
    const settled = [
      ...told,
      line(3, 'timeline.settled', { holds: 2, basis: '通信記録' }, { corrects: 1 }),
      line(4, 'timeline.settled', { holds: 2, basis: 'なし' }, { corrects: 77 }),
    ];
    expect(conflictsOf(settled)[0]?.settled).toMatchObject({ holds: 2, basis: '通信記録' });
    const again = line(5, 'timeline.disputed', { text: '別', source: '利用者' }, { corrects: 1 });
    expect(conflictsOf([...settled, again])[0]?.settled).toBeNull();
    expect(conflictsOf([line(6, 'timeline.disputed', { text: 'x', source: 'y' }, { corrects: 99 })])).toEqual(
      [],
    );
  });
  test('an estimate is a series by its name, and one taken back stays in it', () => {
    const estimate = (seq: number, input: string, value: unknown) =>
      line(seq, 'incident.estimated', { input, value });
    const series = estimateSeriesOf([
      estimate(1, 'hours', 2),
      estimate(2, 'people', 100),
      estimate(3, 'hours', 5),
      estimate(4, 'people', null),
    ]);
    expect(series.map(({ input, values }) => [input, values.map(({ value }) => value)])).toEqual([
      ['hours', [2, 5]],
      ['people', [100, null]],
    ]);
  });
});

test('a correction changes what it speaks of and leaves the rest', () => {
  const first = noted(1, { text: '誤', is: 'event', figure: true });
  const corrected = (body: Record<string, unknown>) =>
    entriesOf([first, line(2, 'timeline.corrected', { text: '正', ...body }, { corrects: 1 })])[0];
  expect(corrected({})).toMatchObject({ text: '正', is: 'event', precision: 'minute', number: 1 });
  expect(corrected({ is: 'response' })).toMatchObject({ is: 'response' });
  expect(corrected({ precision: 'hour' })).toMatchObject({ precision: 'hour' });
  expect(corrected({ figure: false })?.number).toBeUndefined();
});

test('an end lies before its beginning only where it is surely so, whatever the precision', () => {
  const times = timesOf([
    line(1, 'incident.declared', {}),
    line(2, 'incident.time-stated', { which: 'occurred', note: '' }, { at: START.subtract({ hours: 2 }) }),
  ]);
  const odd = (minutes: number, precision: string, which: 'restored' | 'contained' = 'restored') =>
    oddOf({ which, at: START.subtract({ minutes }), precision }, times);
  expect(odd(180, 'minute')).toBe('beforeOccurred');
  expect(odd(60, 'minute')).toBe('beforeNoticed');
  expect(odd(30, 'hour')).toBeUndefined();
  expect(odd(-1, 'second')).toBeUndefined();
  expect(odd(180, 'day')).toBeUndefined();
  expect(odd(180, 'unknown')).toBeUndefined();
  // What was contained by itself was contained before anybody looked.
  expect(odd(180, 'minute', 'contained')).toBeUndefined();
});

test('an account stands beside a line as it was corrected, its time too', () => {
  const at = START.subtract({ hours: 1 });
  const [conflict] = conflictsOf([
    noted(1, { text: '止まった' }),
    line(2, 'timeline.corrected', { text: '遅くなった', at: at.toString() }, { corrects: 1 }),
    line(3, 'timeline.disputed', { text: '止まっていない', source: 'メーカー' }, { corrects: 1 }),
  ]);
  expect(conflict?.accounts[0]).toMatchObject({ text: '遅くなった', at: at.toString() });
});
