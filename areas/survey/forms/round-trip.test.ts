import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import {
  MOST,
  PARTY_KINDS,
  PUBLICATION,
  REPORT_PRECISIONS,
  type ReportContent,
  reportContent,
  STEP_OUTCOMES,
  SYSTEM_KINDS,
  TLP,
  type Told,
} from '../content/schema.ts';
import { firstLists } from './choices.ts';
import { readFormOnThread } from './index.ts';
import { printForm } from './print-form.ts';
import { readForm } from './read-form.ts';
import { readFormBook } from './reading/form-book.ts';

const lists = firstLists();
const read = (bytes: Uint8Array) => readForm({ book: readFormBook(bytes) }, lists, 'en');

/** What people write, what formulas and mark-up look like, and what a reader could take for something else. */
const ODD = ['=SUM(A1)', "'=1+1", '@cmd', '+81', '-', '不明', 'なし', '記載なし', 'n/a', '約300', '2024/5/1', '0012', 'TRUE', '_x0041_', '_x005F_', '&lt;b&gt;', '<b>', ']]>', '𠮷野家', '😀', '👩‍👩‍👧', 'が', '行\n\n行', 'タブ\tの', '\u0007鈴', '\ufffd', '\ufdd0', '\u{1fffe}', '#title', '1e5', '"', '{given}', '$1', 'sonae:report', 'valueOf', '__proto__', 'constructor']; // biome-ignore format: a table
const text = (most: number) =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc
          .array(
            fc.oneof(
              fc.constantFrom(...ODD),
              fc.string({ unit: 'grapheme', maxLength: 12 }),
              fc.constantFrom('業務端末が停止した。', ' '),
            ),
            { maxLength: 6 },
          )
          .map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: fc.nat(most - 1).map((length) => 'あ'.repeat(length + 1)) },
    )
    .map((made) =>
      made
        .replace(/\p{Cs}/gu, '')
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, '')
        .trim(),
    );
const said = (most: number) => text(most).filter((made) => made !== '');

const told = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<Told<V>> =>
  fc.oneof(
    { weight: 5, arbitrary: value.map((each) => ({ is: 'value' as const, value: each })) },
    fc.constantFrom({ is: 'notKnown' as const }, { is: 'notStated' as const }),
    fc
      .tuple(fc.constantFrom('withheld' as const, 'withdrawn' as const), said(500))
      .map(([is, reason]) => ({ is, reason })),
  );

const zone = fc.constantFrom(
  'Asia/Tokyo',
  'UTC',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  '+05:30',
);
const time = fc
  .record({
    seconds: fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }),
    fraction: fc.constantFrom(0, 0, 0, 0.5, 0.123),
    shape: fc.constantFrom('zone', 'zone', 'utc', 'offset'),
    step: fc.constantFrom(1, 60, 3_600, 86_400),
    precision: fc.constantFrom(...REPORT_PRECISIONS),
    zone,
    clockError: fc.option(fc.nat(86_400)),
  })
  .map(({ seconds, fraction, shape, step, precision, zone: in_, clockError }) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(
      Math.round((Math.round(seconds / step) * step + fraction) * 1_000),
    );
    const of = shape === 'utc' ? 'UTC' : shape === 'zone' ? in_ : '-03:00';
    const at =
      shape === 'utc'
        ? instant.toString()
        : instant.toZonedDateTimeISO(of).toString({ timeZoneName: 'never' });
    return { at, precision, zone: in_, clockError };
  });

const keysOf = (list: 'sectors' | 'designated' | 'eventTypes' | 'causes') =>
  lists[list].entries.map(({ key }) => key);
const several = (list: 'sectors' | 'causes', least: number, most: number) =>
  fc.uniqueArray(fc.constantFrom(...keysOf(list)), { minLength: least, maxLength: most });
const range = fc
  .tuple(fc.nat(3_000_000), fc.nat(3_000_000))
  .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));
const effect = fc.record({ text: said(5_000), level: fc.option(fc.nat(4)) });
const ids = <T extends object>(entry: fc.Arbitrary<T>, most: number) =>
  fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/), entry), {
      selector: ([id]) => id,
      maxLength: most,
    })
    .map((pairs) => pairs.map(([id, rest]) => ({ ...rest, id })));
const withdrawn = fc.option(said(500), { nil: undefined });

const content: fc.Arbitrary<ReportContent> = fc
  .record({
    operator: fc.record({ name: text(200), department: text(200) }),
    contacts: fc.array(fc.record({ name: said(120), role: text(120), email: text(254), phone: text(60) }), {
      maxLength: MOST.contacts,
    }),
    sector: told(fc.constantFrom(...keysOf('sectors'))),
    designated: told(fc.constantFrom(...keysOf('designated'))),
    title: text(200),
    outline: told(said(5_000)),
    times: fc.record({
      occurred: told(time),
      noticed: told(time),
      recognised: told(time),
      judged: told(time),
      restored: told(time),
    }),
    eventType: told(fc.constantFrom(...keysOf('eventTypes'))),
    causes: told(several('causes', 1, MOST.causes)),
    causeText: told(fc.record({ text: said(5_000), certainty: fc.constantFrom(...CERTAINTIES) })),
    effect: fc.record({
      service: told(effect),
      around: told(effect),
      users: told(range),
      machines: told(range),
      levelMissed: told(fc.boolean()),
      sectors: told(several('sectors', 0, MOST.sectors)),
    }),
    steps: ids(
      fc.record({
        text: said(2_000),
        by: text(200),
        time: told(time),
        outcome: fc.constantFrom(...STEP_OUTCOMES),
        withdrawn,
      }),
      12,
    ),
    parties: ids(
      fc.record({ name: said(200), kind: fc.constantFrom(...PARTY_KINDS), part: text(500), withdrawn }),
      8,
    ),
    systems: ids(fc.record({ name: said(200), kind: fc.constantFrom(...SYSTEM_KINDS), withdrawn }), 8),
    measures: told(said(5_000)),
    publication: told(fc.constantFrom(...PUBLICATION)),
    tlp: fc.constantFrom(...TLP),
    surveyContact: told(fc.boolean()),
    remarks: text(5_000),
  })
  .map((made) => reportContent.parse(made));

test.each(LANGUAGES)('any report that is printed in %s reads back as it was, without a fault', async (language) => {
  await fc.assert(
    fc.asyncProperty(content, async (made) => {
      expect(read(await printForm(lists, language, made))).toEqual({ report: made, faults: [] });
    }),
    { numRuns: 40 },
  );
}); // biome-ignore format: at one look

test('an empty form says nothing, in either language; a full one has as many entries as a report may', async () => {
  for (const language of LANGUAGES)
    expect(await readFormOnThread(await printForm(lists, language), 'ja')).toEqual({
      report: reportContent.parse({}),
      faults: [],
    });
  const entries = (most: number) =>
    Array.from({ length: most }, (_, n) => ({ id: `e${n}`, text: `${n}`, name: `${n}` }));
  const full = reportContent.parse({
    contacts: entries(MOST.contacts).map(({ name }) => ({ name })),
    steps: entries(MOST.steps).map(({ id, text: what }) => ({ id, text: what })),
    parties: entries(MOST.parties).map(({ id, name }) => ({ id, name })),
    systems: entries(MOST.systems).map(({ id, name }) => ({ id, name })),
  });
  expect(read(await printForm(lists, 'en', full))).toEqual({ report: full, faults: [] });
});
