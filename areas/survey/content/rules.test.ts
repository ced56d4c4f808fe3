import fc from 'fast-check';
import { expect, test } from 'vitest';
import { value } from '../../../test/told-report.ts';
import { differencesOf, disordered, missingIn } from './rules.ts';
import { type ReportContent, type ReportDraft, reportContent } from './schema.ts';

const read = (draft: ReportDraft = {}): ReportContent => reportContent.parse(draft);
const at = (
  text: string,
  more: { readonly precision?: 'second' | 'minute'; readonly clockError?: number } = {},
) => value({ at: text, ...more });

test('an empty report is a report whose every field says that it says nothing', () => {
  const empty = read();
  expect(empty.times.noticed).toEqual({ is: 'notStated' });
  expect(empty.effect.users).toEqual({ is: 'notStated' });
  expect(missingIn(empty)).toEqual(['operator', 'sector', 'time', 'eventType']);
});

test('what is not known stays missing; one of the two times is enough', () => {
  const told = { operator: { name: '東西電力' }, sector: value('power'), eventType: value('unavailable') };
  expect(missingIn(read({ ...told, times: { noticed: { is: 'notKnown' } } }))).toEqual(['time']);
  expect(missingIn(read({ ...told, times: { noticed: at('2024-05-01T09:00:00+09:00') } }))).toEqual([]);
  expect(missingIn(read({ ...told, times: { occurred: at('2024-05-01T09:00:00+09:00') } }))).toEqual([]);
  expect(
    missingIn(
      read({
        ...told,
        sector: { is: 'withheld', reason: '調整中' },
        times: { occurred: at('2024-05-01T09:00:00Z') },
      }),
    ),
  ).toEqual(['sector']);
});

test('a later version adds, corrects or withdraws; what it leaves out without a word is lost', () => {
  const first = read({
    title: '端末の停止',
    outline: value('約300台'),
    measures: { is: 'notKnown' },
    steps: [{ id: 's1', text: '切り離し' }],
  });
  const kinds = (draft: ReportDraft) =>
    differencesOf(first, read(draft)).map(({ path, kind }) => [path, kind]);
  const kept = {
    title: '端末の停止',
    outline: value('約300台'),
    measures: { is: 'notKnown' as const },
    steps: [{ id: 's1', text: '切り離し' }],
  };
  expect(kinds(kept)).toEqual([]);
  expect(kinds({ ...kept, outline: value('312台'), measures: value('再試行の見直し') })).toEqual([
    ['outline', 'corrected'],
    ['measures', 'added'],
  ]);
  expect(kinds({ ...kept, outline: { is: 'withdrawn', reason: '別件' }, steps: [] })).toEqual([
    ['outline', 'withdrawn'],
    ['steps.s1', 'lost'],
  ]);
  expect(kinds({ ...kept, outline: { is: 'notStated' }, title: '' })).toEqual([
    ['title', 'lost'],
    ['outline', 'lost'],
  ]);
  expect(
    kinds({
      ...kept,
      steps: [
        { id: 's1', text: '切り離し', withdrawn: '誤り' },
        { id: 's2', text: '再起動' },
      ],
    }),
  ).toEqual([
    ['steps.s1', 'withdrawn'],
    ['steps.s2', 'added'],
  ]);
});

test('what an entry told is not left out of it without a word either', () => {
  const time = at('2024-05-01T09:00:00Z');
  const step = { id: 's1', text: '切り離し', by: '運用担当', time };
  const party = { id: 'p1', name: '保守会社', part: '交換' };
  const kinds = (steps: ReportDraft['steps'], parties: ReportDraft['parties'] = [party]) =>
    differencesOf(read({ steps: [step], parties: [party] }), read({ steps, parties })).map(
      ({ path, kind }) => [path, kind],
    );
  expect(kinds([{ ...step, time: { is: 'notStated' } }])).toEqual([['steps.s1.time', 'lost']]);
  expect(kinds([{ ...step, by: '' }])).toEqual([['steps.s1.by', 'lost']]);
  expect(kinds([step], [{ ...party, part: '' }])).toEqual([['parties.p1.part', 'lost']]);
  expect(kinds([{ ...step, time: { is: 'withdrawn', reason: '誤り' } }])).toEqual([
    ['steps.s1', 'corrected'],
  ]);
  expect(kinds([{ ...step, by: '保守会社', outcome: 'none' }])).toEqual([['steps.s1', 'corrected']]);
  expect(kinds([{ id: 's1', text: '切り離し', withdrawn: '誤り' }])).toEqual([['steps.s1', 'withdrawn']]);
});

test('no two entries of a list have one id, or one would hide what becomes of the other', () => {
  for (const draft of [
    {
      steps: [
        { id: 's1', text: 'あ' },
        { id: 's1', text: 'い' },
      ],
    },
    {
      parties: [
        { id: 'p1', name: 'あ' },
        { id: 'p1', name: 'い' },
      ],
    },
    {
      systems: [
        { id: 'y1', name: 'あ' },
        { id: 'y2', name: 'あ' },
        { id: 'y1', name: 'い' },
      ],
    },
  ] satisfies ReportDraft[]) {
    const found = reportContent.safeParse(draft).error?.issues.map(({ path }) => path.at(-1));
    expect(found).toEqual(['id']);
  }
  // An id is of its list alone.
  read({ steps: [{ id: 'a', text: 'あ' }], parties: [{ id: 'a', name: 'あ' }] });
});

test('moments in the wrong order are named where both are known to the minute', () => {
  const times = { occurred: at('2024-05-01T10:00:00Z'), noticed: at('2024-05-01T09:00:00Z') };
  expect(disordered(read({ times }))).toEqual([['occurred', 'noticed']]);
  const vague = { ...times, occurred: value({ at: '2024-05-01T10:00:00Z', precision: 'day' as const }) };
  expect(disordered(read({ times: vague }))).toEqual([]);
});

test('a minute and the error of a clock leave room for either order, and no more room than that', () => {
  type Time = NonNullable<Parameters<typeof at>[1]>;
  const order = (occurred: Time, noticed: Time) =>
    disordered(
      read({
        times: {
          occurred: at('2024-05-01T10:00:30Z', { precision: 'second', ...occurred }),
          noticed: at('2024-05-01T10:00:00Z', noticed),
        },
      }),
    ).length;
  expect(order({}, { precision: 'minute' })).toBe(0);
  expect(order({}, { precision: 'second' })).toBe(1);
  expect(order({}, { precision: 'second', clockError: 30 })).toBe(0);
  expect(order({ clockError: 29 }, { precision: 'second' })).toBe(1);
  expect(order({ clockError: 15 }, { precision: 'second', clockError: 15 })).toBe(0);
});

const field = fc.constantFrom<ReportContent['outline']>(
  { is: 'notStated' },
  { is: 'notKnown' },
  { is: 'withheld', reason: 'x' },
  { is: 'withdrawn', reason: 'y' },
  { is: 'value', value: 'a' },
  { is: 'value', value: 'b' },
);
test('nothing differs from itself, and a value never goes without being named', () => {
  fc.assert(
    fc.property(field, field, (outline, later) => {
      const before = read({ outline });
      const after = read({ outline: later });
      expect(differencesOf(before, before)).toEqual([]);
      const [found] = differencesOf(before, after);
      if (outline.is === 'value' && later.is !== 'value')
        expect(['withdrawn', 'lost']).toContain(found?.kind);
      if (outline.is === 'value' && (later.is === 'notKnown' || later.is === 'notStated'))
        expect(found?.kind).toBe('lost');
    }),
  );
});
