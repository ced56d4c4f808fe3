import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { value } from '../../../test/told-report.ts';
import { type ReportContent, type ReportDraft, reportContent } from '../content/schema.ts';
import { ASKED_FIELDS, type EventRecord, openQuestions, questionsOf, type ReportTold } from './rules.ts';
import { questionWords } from './words.ts';

const at = (time: string, more: object = {}) => value({ at: time, ...more });
const read = (draft: ReportDraft = {}): ReportContent => reportContent.parse(draft);
const report = (versions: readonly ReportDraft[], more: Partial<ReportTold> = {}): ReportTold => ({
  id: 'a',
  number: 1,
  place: 'primary',
  versions: versions.map((draft, i) => ({ version: i + 1, content: read(draft) })),
  ...more,
});
const record = (...reports: ReportTold[]): EventRecord => ({ reports, lines: [], own: [] });
const asked = (of: EventRecord) => questionsOf(of).map(({ key, kind }) => [key, kind]);

/** A report that leaves nothing to ask but whether somebody else knows the cause as well, and what was learned. */
const WHOLE: ReportDraft = {
  operator: { name: '東西電力' },
  sector: value('power'),
  designated: value('power'),
  outline: value('拠点の機器が停止した'),
  times: {
    occurred: at('2026-01-05T08:40:00+09:00'),
    noticed: at('2026-01-05T09:02:00+09:00'),
    recognised: at('2026-01-05T09:10:00+09:00'),
    judged: at('2026-01-05T10:00:00+09:00'),
    restored: at('2026-01-05T15:00:00+09:00'),
  },
  eventType: value('unavailable'),
  causes: value(['setting']),
  causeText: value({ text: '再試行の間隔が短かった', certainty: 'presumed' }),
  effect: {
    service: value({ text: '監視ができなくなった' }),
    around: value({ text: 'なし' }),
    users: value({ low: 0, high: 0 }),
    machines: value({ low: 300, high: 300 }),
    levelMissed: value(false),
    sectors: value([]),
  },
  steps: [
    {
      id: 's1',
      text: '切り離し',
      by: '対策本部',
      time: at('2026-01-05T09:24:00+09:00'),
      outcome: 'effective',
    },
  ],
  parties: [{ id: 'p1', name: '運用支援会社', kind: 'contractor' }],
  measures: value('間隔を見直す'),
  publication: value('notPlanned'),
};

describe('questions made from the record', () => {
  test('what is told exactly asks nothing; a cause only one report tells and what was learned are asked', () => {
    expect(asked(record(report([WHOLE])))).toEqual([
      ['causeText', 'singleSource'],
      ['section.lessons', 'empty'],
    ]);
  });

  test('about 300 and 312 machines are two accounts: between versions, and between primary and supplement', () => {
    const other: ReportDraft = {
      ...WHOLE,
      effect: { ...WHOLE.effect, machines: value({ low: 312, high: 312 }) },
    };
    const range: ReportDraft = {
      ...WHOLE,
      effect: { ...WHOLE.effect, machines: value({ low: 300, high: 320 }) },
    };
    const versions = questionsOf(record(report([WHOLE, other]))).find(({ key }) => key === 'effect.machines');
    expect(versions).toMatchObject({ kind: 'differing', section: 'detection' });
    expect(versions?.accounts.map(({ version, said }) => [version, said])).toEqual([
      [2, value({ low: 312, high: 312 })],
      [1, value({ low: 300, high: 300 })],
    ]);
    const supplement = report([other], { id: 'b', number: 2, place: 'supplement' });
    expect(asked(record(supplement, report([WHOLE])))).toContainEqual(['effect.machines', 'differing']);
    // A range that holds the other is the same, told less exactly; another operator counts its own.
    expect(asked(record(report([range, other])))).not.toContainEqual(['effect.machines', 'differing']);
    const port = report([{ ...other, operator: { name: '港湾運送' } }], {
      id: 'b',
      number: 2,
      place: 'supplement',
    });
    expect(asked(record(report([WHOLE]), port))).not.toContainEqual(['effect.machines', 'differing']);
  });

  test('a time that is known no better than about asks for a better record; one within its slack is no conflict', () => {
    const noticed = (time: string, precision: string) =>
      read({ ...WHOLE, times: { ...WHOLE.times, noticed: at(time, { precision }) } }) as ReportDraft;
    const about = noticed('2026-01-05T09:00:00+09:00', 'about');
    expect(asked(record(report([about])))).toContainEqual(['times.noticed', 'imprecise']);
    expect(asked(record(report([about, WHOLE])))).not.toContainEqual(['times.noticed', 'differing']);
    const late = noticed('2026-01-05T09:40:00+09:00', 'minute');
    expect(asked(record(report([late, WHOLE])))).toContainEqual(['times.noticed', 'differing']);
  });

  test('a step asks who took it, when, and why it did not help; one that was withdrawn asks nothing', () => {
    const steps: ReportDraft['steps'] = [
      {
        id: 's1',
        text: '再起動',
        outcome: 'partly',
        time: at('2026-01-05T09:24:00+09:00', { precision: 'about' }),
      },
      { id: 's2', text: '別件', withdrawn: '誤記', outcome: 'none' },
    ];
    const found = questionsOf(record(report([{ ...WHOLE, steps }]))).filter(
      ({ section }) => section === 'response',
    );
    expect(found.map(({ key, kind }) => [key, kind])).toEqual([
      ['a.steps.s1.by', 'notStated'],
      ['a.steps.s1.time', 'imprecise'],
      ['a.steps.s1', 'noEffect'],
    ]);
    expect(found.map((each) => questionWords(each).ja)).toEqual([
      '「再起動」を判断・実施したのは誰か',
      '「再起動」の日時をより正確に示す記録はあるか',
      '「再起動」の効果が一部にとどまった理由は何か',
    ]);
    const turned = {
      ...WHOLE,
      steps: [{ id: 's1', text: '切り離し', by: '本部', outcome: 'none' as const }],
    };
    expect(asked(record(report([WHOLE, turned])))).toContainEqual(['a.steps.s1', 'differing']);
  });

  test('a step that another report tells in the same words is asked about once', () => {
    const steps: ReportDraft['steps'] = [{ id: 's1', text: '再起動', by: '本部', outcome: 'none' }];
    const told = { ...WHOLE, steps };
    const other = report([told], { id: 'b', number: 2, place: 'supplement' });
    const about = questionsOf(record(other, report([told]))).filter(({ path }) => path.startsWith('steps.'));
    expect(about.map(({ key }) => key)).toEqual(['a.steps.s1.time', 'a.steps.s1']);
  });

  test('a line answers its question, unless it says that nobody knows; a claim fills an empty section', () => {
    const said = (certainty: 'confirmed' | 'unknown', question: string) => ({
      id: 'l1',
      question,
      certainty,
      claims: [],
    });
    const of = (lines: EventRecord['lines']) =>
      openQuestions(questionsOf({ ...record(report([WHOLE])), lines })).map(({ key }) => key);
    expect(of([said('confirmed', 'causeText')])).toEqual(['section.lessons']);
    expect(of([said('unknown', 'causeText')])).toEqual(['causeText', 'section.lessons']);
    const claims = [
      { section: 'lessons' as const, text: '間隔', certainty: 'confirmed' as const, happened: null },
    ];
    expect(of([{ id: 'l1', question: null, certainty: 'confirmed', claims }])).toEqual(['causeText']);
  });

  test('what the secretariat adds stands in its section', () => {
    const own = [{ id: 'q1', section: 'cause' as const, text: '仕様書を見たか' }];
    const added = questionsOf({ ...record(report([WHOLE])), own }).find(({ kind }) => kind === 'added');
    expect(added && questionWords(added).ja).toBe('仕様書を見たか');
  });
});

const ABSENT = fc.constantFrom(
  { is: 'notKnown' as const },
  { is: 'notStated' as const },
  { is: 'withheld' as const, reason: '調整中' },
);
const NAMES = ASKED_FIELDS.map(({ path }) => path);
/** Which fields of a whole report are made to say nothing, and how. */
const holes = fc.dictionary(fc.constantFrom(...NAMES), ABSENT);
function pierced(draft: ReportDraft, absent: Readonly<Record<string, object>>): ReportDraft {
  const copy = structuredClone(draft) as Record<string, unknown>;
  for (const [path, said] of Object.entries(absent)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<Record<string, unknown>>(
      (each, key) => each[key] as Record<string, unknown>,
      copy,
    );
    holder[last] = said;
  }
  return copy;
}

describe('of any record', () => {
  test('every field that says nothing asks once, with its reason; every field that is told asks nothing', () => {
    fc.assert(
      fc.property(holes, (absent) => {
        const questions = questionsOf(record(report([pierced(WHOLE, absent)])));
        for (const path of NAMES) {
          const own = questions.filter((each) => each.path === path);
          const hole = absent[path];
          if (hole) expect(own.map(({ kind }) => kind)).toEqual([hole.is]);
          else expect(own.map(({ kind }) => kind)).toEqual(path === 'causeText' ? ['singleSource'] : []);
        }
      }),
    );
  });

  test('a hole that any other report fills asks nothing', () => {
    fc.assert(
      fc.property(holes, (absent) => {
        const two = record(
          report([pierced(WHOLE, absent)]),
          report([WHOLE], { id: 'b', number: 2, place: 'supplement' }),
        );
        const asks = questionsOf(two).map(({ path }) => path);
        expect(asks.filter((path) => path !== 'causeText' && NAMES.includes(path))).toEqual([]);
      }),
    );
  });

  test('the same whatever order reports come in, none twice, all with words in both languages', () => {
    fc.assert(
      fc.property(holes, holes, (one, other) => {
        const [a, b] = [
          report([pierced(WHOLE, one), WHOLE, pierced(WHOLE, one)]),
          report([pierced(WHOLE, other)], { id: 'b', number: 2, place: 'supplement' }),
        ];
        const questions = questionsOf(record(a, b));
        expect(questionsOf(record(b, a))).toEqual(questions);
        expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
        for (const each of questions) {
          const { ja, en } = questionWords(each);
          expect(`${ja}${en}`).not.toMatch(/[{}]|times\.|effect\.|steps\./);
          expect(ja.length * en.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
