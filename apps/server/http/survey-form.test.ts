import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PARTY_KINDS,
  PUBLICATION,
  REPORT_PRECISIONS,
  type ReportContent,
  reportContent,
  STEP_OUTCOMES,
  TLP,
} from '../../../areas/survey/content/schema.ts';
import { startingLists } from '../../../areas/survey/editions/index.ts';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import { sentAsIs } from '../../../test/plain-form.ts';
import { drawSurveyForm } from './survey-form-draw.ts';
import { readSurveyForm } from './survey-form-read.ts';

const LISTS = startingLists();
const draw = (content: ReportContent, language: 'ja' | 'en' = 'ja', follows = true): string =>
  `<form>${drawSurveyForm({ content, lists: LISTS, language, follows, wrong: new Set() })}</form>`;
const again = (content: ReportContent, language: 'ja' | 'en' = 'ja') =>
  readSurveyForm(sentAsIs(draw(content, language), 'title'), content);

const text = (limit = 40) =>
  fc.string({
    minLength: 1,
    maxLength: limit,
    unit: fc.constantFrom('端', '末', 'a', '<', '"', '&', '𠮷', '=', "'", '約'),
  });
const key = (list: keyof typeof LISTS) =>
  fc.constantFrom(...LISTS[list].entries.filter(({ ended }) => !ended).map(({ key }) => key));
const told = <V>(value: fc.Arbitrary<V>) =>
  fc.oneof(
    value.map((each) => ({ is: 'value' as const, value: each })),
    fc.constantFrom({ is: 'notKnown' as const }, { is: 'notStated' as const }),
    text().map((reason) => ({ is: 'withheld' as const, reason })),
    text().map((reason) => ({ is: 'withdrawn' as const, reason })),
  );
const time = fc.record({
  // To the second, and in either of the two hours when clocks go back: neither stands on the form.
  at: fc
    .oneof(
      fc.integer({ min: 0, max: 600_000_000 }),
      fc.integer({ min: 3_600 * 4, max: 3_600 * 8 }).map((seconds) => 4_060_800 + seconds),
    )
    .map((seconds) => Temporal.Instant.from('2020-09-15T00:00:00Z').add({ seconds }).toString()),
  precision: fc.constantFrom(...REPORT_PRECISIONS),
  zone: fc.constantFrom('Asia/Tokyo', 'UTC', 'America/New_York'),
  clockError: fc.option(fc.integer({ min: 0, max: 86_400 })),
});
const effect = fc.record({ text: text(), level: fc.option(fc.integer({ min: 0, max: 4 })) });
const range = fc.tuple(fc.nat(40_000), fc.nat(40_000)).map(([low, more]) => ({ low, high: low + more }));
const report: fc.Arbitrary<ReportContent> = fc
  .record({
    operator: fc.record({ name: text(), department: text() }),
    sector: told(key('sectors')),
    designated: told(key('designated')),
    title: text(),
    outline: told(text(200)),
    times: fc.record({
      occurred: told(time),
      noticed: told(time),
      recognised: told(time),
      judged: told(time),
      restored: told(time),
    }),
    eventType: told(key('eventTypes')),
    causes: told(
      fc
        .uniqueArray(key('causes'), { minLength: 1, maxLength: 4 })
        .map((all) => LISTS.causes.entries.map(({ key }) => key).filter((each) => all.includes(each))),
    ),
    causeText: told(fc.record({ text: text(), certainty: fc.constantFrom(...CERTAINTIES) })),
    effect: fc.record({
      service: told(effect),
      around: told(effect),
      users: told(range),
      machines: told(range),
      levelMissed: told(fc.boolean()),
      sectors: told(
        fc
          .uniqueArray(key('sectors'), { maxLength: 3 })
          .map((all) => LISTS.sectors.entries.map(({ key }) => key).filter((each) => all.includes(each))),
      ),
    }),
    steps: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('s1', 's2', 's9'),
        text: text(),
        by: text(),
        time: told(time),
        outcome: fc.constantFrom(...STEP_OUTCOMES),
      }),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
    parties: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('p1', 'p4'),
        name: text(),
        kind: fc.constantFrom(...PARTY_KINDS),
        part: text(),
      }),
      { selector: ({ id }) => id, maxLength: 2 },
    ),
    publication: told(fc.constantFrom(...PUBLICATION)),
    tlp: fc.constantFrom(...TLP),
    surveyContact: told(fc.boolean()),
    remarks: text(),
  })
  .map((draft) => reportContent.parse(draft));

describe('the plain form of a report', () => {
  test('what stands on it and is sent as it is comes back as it was, in both languages', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...LANGUAGES), (content, language) => {
        const read = again(content, language);
        expect(read).toEqual({ content, faults: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('a number in full width with commas is a number; one that is none is named', () => {
    const sent = sentAsIs(draw(reportContent.parse({})), 'title');
    const read = readSurveyForm(
      { ...sent, 'effect.machines.low': ['３６，０００'] },
      reportContent.parse({}),
    );
    expect(read).toMatchObject({
      content: { effect: { machines: { is: 'value', value: { low: 36_000, high: 36_000 } } } },
    });
    const odd = readSurveyForm(
      { ...sent, 'effect.machines.low': ['たくさん'], 'times.noticed.at': ['昨日'] },
      reportContent.parse({}),
    );
    expect(odd.faults.map(({ field }) => field)).toEqual([
      'content.times.noticed.value.at',
      'content.effect.machines.value.low',
      'content.effect.machines.value.high',
    ]);
  });

  test('what is wrong with one field or row leaves the others as they were typed', () => {
    const before = reportContent.parse({
      steps: [{ id: 's1', text: '切り離し', time: { is: 'withheld', reason: '契約による' } }],
      outline: { is: 'value', value: '停止' },
    });
    const sent = sentAsIs(draw(before), 'title');
    const read = readSurveyForm(
      {
        ...sent,
        title: ['拠点の停止'],
        outline: ['あ'.repeat(5_001)],
        'effect.service': ['配送の遅延'],
        'effect.service.level': ['9'],
        'times.noticed.at': ['+099999-01-01T00:00'],
        'steps.s1.text': ['い'.repeat(2_001)],
        'steps.s2.text': ['復旧'],
        tlp: ['violet'],
      },
      before,
    );
    expect(read.faults.length).toBeGreaterThanOrEqual(5);
    expect(read.content).toMatchObject({
      title: '拠点の停止',
      outline: before.outline,
      times: { noticed: { is: 'notStated' } },
      effect: { service: { is: 'notStated' } },
      steps: [before.steps[0], { id: 's2', text: '復旧' }],
      tlp: 'amber',
    });
    const crowd = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`steps.x${n}.text`, ['x']]));
    expect(readSurveyForm({ ...sent, ...crowd, title: ['題'] }, before).content).toMatchObject({
      title: '題',
      steps: before.steps,
    });
  });

  test('a row that was told and is emptied needs a reason to go', () => {
    const before = reportContent.parse({ steps: [{ id: 's1', text: '切り離し' }] });
    const sent = sentAsIs(draw(before), 'title');
    expect(readSurveyForm({ ...sent, 'steps.s1.text': [''] }, before)).toMatchObject({
      content: { steps: [] },
    });
    expect(
      readSurveyForm({ ...sent, 'steps.s1.text': [''], 'steps.s1.withdrawn': ['誤り'] }, before),
    ).toMatchObject({
      content: { steps: [{ id: 's1', text: '切り離し', withdrawn: '誤り' }] },
    });
  });
});
