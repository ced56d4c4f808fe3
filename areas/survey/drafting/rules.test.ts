import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CERTAINTIES, type Certainty, rankOf } from '../../../kernel/certainty.ts';
import { figureRemarks, labelsOf, numberingFaults, structureFaults } from '../../../report/figure/rules.ts';
import { value } from '../../../test/told-report.ts';
import { CLAIM_SECTIONS, type Claim } from '../../learn/cases/schema.ts';
import { type ReportContent, type ReportDraft, reportContent } from '../content/schema.ts';
import type { ReportTold } from '../hearings/rules.ts';
import type { ClaimSaid } from '../hearings/schema.ts';
import { draftOf, pieces, type ToDraft } from './rules.ts';

const at = (time: string, more: object = {}) => value({ at: time, ...more });
const TOLD: ReportDraft = {
  operator: { name: '東西電力', department: 'システム部門' },
  sector: value('power'),
  eventType: value('unavailable'),
  title: '拠点機器の停止',
  outline: value('中継サーバー2号の異常により拠点の機器が停止した'),
  times: {
    occurred: at('2026-01-05T08:40:00+09:00', { precision: 'about' }),
    noticed: at('2026-01-05T09:02:00+09:00'),
    restored: at('2026-01-06T15:00:00+09:00', { precision: 'hour' }),
  },
  causes: value(['setting']),
  causeText: value({ text: '再試行の間隔が短かった', certainty: 'presumed' }),
  effect: {
    service: value({ text: '監視ができなくなった', level: 2 }),
    machines: value({ low: 300, high: 312 }),
    levelMissed: value(false),
    sectors: value([]),
  },
  steps: [
    {
      id: 's1',
      text: '運用支援会社に調査を依頼',
      by: 'システム部門',
      outcome: 'unknown',
      time: at('2026-01-05T09:10:00+09:00'),
    },
    {
      id: 's2',
      text: '中継サーバー2号を切り離した',
      by: 'システム部門',
      outcome: 'effective',
      time: at('2026-01-05T09:24:00+09:00'),
    },
    { id: 's3', text: '再起動した', outcome: 'none' },
    { id: 's4', text: '別件', withdrawn: '誤記' },
  ],
  parties: [
    { id: 'p1', name: 'システム部門', kind: 'department' },
    { id: 'p2', name: '運用支援会社', kind: 'contractor', part: '監視を受託' },
    { id: 'p3', name: '所管省庁', kind: 'authority' },
  ],
  systems: [{ id: 'y1', name: '中継サーバー2号' }],
  measures: value('間隔を見直す'),
  publication: value('notPlanned'),
  remarks: '設備は更改の予定',
};
const report = (draft: ReportDraft, more: Partial<ReportTold> = {}): ReportTold => ({
  id: 'a',
  number: 133,
  place: 'primary',
  versions: [{ version: 1, content: reportContent.parse(draft) }],
  ...more,
});
const line = (
  claims: readonly ClaimSaid[],
  certainty: Certainty = 'confirmed',
): ToDraft['lines'][number] => ({
  id: 'l1',
  number: 3,
  at: '2026-02-01T05:30:00Z',
  speaker: 'システム部長',
  text: '切り離しは本部長の判断',
  certainty,
  question: null,
  claims: [...claims],
  hearing: { startsAt: '2026-02-01T05:00:00Z', zone: 'Asia/Tokyo' },
});
const draft = (reports: readonly ReportTold[], more: Partial<ToDraft> = {}) =>
  draftOf({
    reports,
    lines: [],
    own: [],
    names: [],
    named: (_, key) => ({ ja: `「${key}」`, en: `“${key}”` }),
    language: 'ja',
    ...more,
  });
const claimsIn = (document: ReturnType<typeof draftOf>): Claim[] =>
  CLAIM_SECTIONS.flatMap((section) => document.sections[section]);
const certaintyOf = ({ text: { hedges = [] } }: Pick<Claim, 'text'>): Certainty =>
  hedges.map(({ certainty }) => certainty as Certainty).toSorted((a, b) => rankOf(a) - rankOf(b))[0] ??
  'confirmed';

describe('a draft from what was told', () => {
  const document = draft([report(TOLD)], {
    lines: [line([{ section: 'response', text: '本部長が決めた', certainty: 'likely', happened: null }])],
  });
  const saying = (text: string): Claim | undefined =>
    claimsIn(document).find((each) => each.text.ja.includes(text));

  test('each claim has its source, its certainty, and its time without a date', () => {
    expect(saying('再試行の間隔')).toMatchObject({
      source: 'R-0133 第1版 原因の説明',
      text: { hedges: [{ certainty: 'presumed' }] },
    });
    expect(saying('本部長が決めた')).toMatchObject({
      source: 'ヒアリング（2026-02-01）発言3 システム部長 14:30',
      text: { hedges: [{ certainty: 'likely' }] },
      textOnly: true,
    });
    // A distance is known no better than either end: it happened at about 8:40.
    expect(saying('覚知した')?.times).toEqual([{ since: 'occurred', after: 'PT22M', precision: 'about' }]);
    expect(saying('復旧した')?.times).toEqual([{ since: 'occurred', after: 'P1DT6H20M', precision: 'hour' }]);
    expect(JSON.stringify(document.sections)).not.toMatch(/2026-01|9時/);
    expect(saying('再起動')).toMatchObject({ outcome: 'none' });
  });

  test('what names anybody is to be generalised, and nothing else', () => {
    for (const named of ['東西電力', '運用支援会社', '中継サーバー2号'])
      expect(
        new Set(
          claimsIn(document)
            .filter(({ text }) => text.ja.includes(named))
            .map(({ disclosure }) => disclosure),
        ),
      ).toEqual(new Set(['generalise']));
    expect(saying('再起動')?.disclosure).toBe('publish');
  });

  test('the figure is begun from parties, systems and steps: 事象 1, 対処 in their order, what nobody told as inferred', () => {
    const { figure } = document;
    const name = new Map(figure.boxes.map((box) => [box.id, box.name.ja]));
    expect(figure.boxes.find(({ name: { ja } }) => ja === '中継サーバー2号')?.labels).toMatchObject([
      { kind: 'event', numbers: [1] },
    ]);
    expect(
      figure.arrows.map((arrow) => [
        name.get(arrow.from),
        name.get(arrow.to),
        arrow.inferred ?? false,
        arrow.labels.map(({ numbers, text }) => numbers[0] ?? text.ja),
      ]),
    ).toEqual([
      ['システム部門', '運用支援会社', false, [1]],
      ['システム部門', '中継サーバー2号', false, [2]],
      ['運用支援会社', '東西電力', false, ['監視を受託']],
      ['所管省庁', '東西電力', true, []],
    ]);
    expect(figure.boxes[0]?.labels).toMatchObject([
      { kind: 'response', numbers: [3], text: { ja: '再起動した' } },
    ]);
    expect(saying('切り離した')?.labels).toEqual(['r2']);
    expect(saying('機器が停止した')?.labels).toEqual(['e1']);
    expect([...structureFaults(figure), ...numberingFaults(figure), ...figureRemarks(figure)]).toEqual([]);
  });

  test('what is open is a question where its answer would stand; what was withdrawn is told nowhere', () => {
    expect(document.questions).toContainEqual(
      expect.objectContaining({ ja: '「再起動した」に効果がなかった理由は何か', about: 'response' }),
    );
    expect(JSON.stringify(document)).not.toContain('別件');
  });

  test('where accounts differ both are told, and neither as sure', () => {
    const other = report(
      { ...TOLD, effect: { ...TOLD.effect, machines: value({ low: 400, high: 400 }) } },
      { id: 'b', number: 140, place: 'supplement' },
    );
    const told = claimsIn(draft([other, report(TOLD)])).filter(({ text }) => text.ja.includes('機器は'));
    expect(told.map((each) => [each.text.ja, certaintyOf(each)])).toEqual([
      ['影響を受けた機器は300〜312台である', 'possible'],
      ['影響を受けた機器は400台である', 'possible'],
    ]);
  });

  test('a lesson the operator named rests on a claim that says so', () => {
    const { lessons, sections } = draft([report(TOLD)], {
      lines: [
        line([{ section: 'lessons', text: '間隔を確かめておく', certainty: 'confirmed', happened: null }]),
      ],
    });
    expect(lessons).toMatchObject([{ title: { ja: '間隔を確かめておく' } }]);
    expect(sections.measures.map(({ id }) => id)).toContain(lessons[0]?.supports[0]);
  });

  test('what lies before the base says so in words', () => {
    const early = { ...TOLD, times: { noticed: at('2026-01-05T09:30:00+09:00') } };
    const claims = claimsIn(draft([report(early)]));
    expect(claims.find(({ text }) => text.ja.includes('調査を依頼'))?.text.ja).toBe(
      '覚知の20分前：システム部門：運用支援会社に調査を依頼',
    );
  });
});

const certainty = fc.constantFrom(...CERTAINTIES);
const saidClaim = fc.record({
  section: fc.constantFrom(...CLAIM_SECTIONS),
  certainty,
  text: fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('あ', 'い', '。') }),
});
const reports = fc.record({
  cause: certainty,
  machines: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
  outcomes: fc.array(fc.constantFrom('effective', 'partly', 'none', 'unknown'), { maxLength: 8 }),
});

describe('of anything told', () => {
  test('no claim is more certain than it was told, whatever a claim of a line says', () => {
    fc.assert(
      fc.property(
        reports,
        certainty,
        fc.array(saidClaim, { maxLength: 6 }),
        ({ cause, machines, outcomes }, said, claims) => {
          const all = machines.map((n, i) =>
            report(
              {
                ...TOLD,
                causeText: value({ text: `説明${i}`, certainty: cause }),
                effect: { machines: value({ low: n, high: n }) },
                steps: outcomes.map((outcome, s) => ({ id: `s${s}`, text: `手順${s}`, outcome })),
              },
              { id: `r${i}`, number: i + 1, place: i === 0 ? 'primary' : 'supplement' },
            ),
          );
          const told = claims.map((each, i) => ({ ...each, text: `${each.text}#${i}#`, happened: null }));
          const document = draft(all, { lines: [line(told, said)] });
          for (const each of claimsIn(document)) {
            if (/説明\d/.test(each.text.ja))
              expect(rankOf(certaintyOf(each))).toBeLessThanOrEqual(rankOf(cause));
            const n = /#(\d+)#/.exec(each.text.ja)?.[1];
            const own = n === undefined ? undefined : told[Number(n)];
            if (own)
              expect(rankOf(certaintyOf(each))).toBeLessThanOrEqual(
                Math.min(rankOf(own.certainty), rankOf(said)),
              );
          }
          for (const i of told.keys())
            expect(claimsIn(document).filter(({ text }) => text.ja.includes(`#${i}#`))).toHaveLength(1);
        },
      ),
    );
  });

  /** What a report may leave out, field by field. */
  const parts = fc.subarray(Object.keys(TOLD).filter((key) => key !== 'operator'));
  test('no fact that was told is missing, and each says by which report', () => {
    fc.assert(
      fc.property(parts, (keys) => {
        const content: ReportContent = reportContent.parse(
          Object.fromEntries(
            Object.entries(TOLD).filter(([key]) => key === 'operator' || keys.includes(key)),
          ),
        );
        const sources = claimsIn(draft([{ ...report(TOLD), versions: [{ version: 1, content }] }])).map(
          ({ source }) => source,
        );
        const has = (field: string): boolean => sources.includes(`R-0133 第1版 ${field}`);
        const fields: Record<string, string> = {
          sector: '重要インフラ分野',
          eventType: '事象の類型',
          title: '件名',
          outline: '事案の概要',
          causes: '原因の類型',
          causeText: '原因の説明',
          steps: '対応',
          parties: '関係者',
          systems: '関係するシステム',
          measures: '再発防止策',
          publication: '公表の状況',
          remarks: '備考',
        };
        for (const [key, field] of Object.entries(fields))
          expect([key, has(field)]).toEqual([key, keys.includes(key)]);
        for (const field of ['発生日時', '覚知日時', '復旧日時'])
          expect(has(field)).toBe(keys.includes('times'));
        for (const field of [
          '重要インフラサービスへの影響',
          '影響を受けた機器の台数',
          'サービス維持レベルの逸脱',
          '影響が及んだ他分野',
        ])
          expect(has(field)).toBe(keys.includes('effect'));
      }),
    );
  });

  const word = fc.constantFrom('東西電力', 'システム部門', '運用支援会社', '中継サーバー2号', '誰か');
  const step = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 3 }),
    by: fc.option(word, { nil: '' }),
  });
  test('the figure can be drawn whoever did what to whom, its numbers have no gap, and every label has its claim', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), parts, (steps, keys) => {
        const told = Object.fromEntries(
          Object.entries(TOLD).filter(([key]) => key === 'operator' || keys.includes(key)),
        );
        const content = {
          ...told,
          steps: steps.map(({ text, by }, i) => ({
            id: `s${i}`,
            text: `${text.join('から')}へ${i % 7}`,
            by,
          })),
        };
        const document = draft([
          report(content),
          report(content, { id: 'b', number: 140, place: 'supplement' }),
        ]);
        expect([...structureFaults(document.figure), ...numberingFaults(document.figure)]).toEqual([]);
        const shown = new Set(claimsIn(document).flatMap(({ labels }) => labels));
        for (const { label } of labelsOf(document.figure))
          if (label.kind === 'response') expect(shown).toContain(`r${label.numbers[0]}`);
      }),
    );
  });

  test('a long text is cut where sentences end, and no letter of it is lost', () => {
    const prose = fc.array(
      fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom('あ', 'い', 'う') }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(prose, (sentences) => {
        const text = sentences.map((each) => `${each}。`).join('');
        const cut = pieces({ ja: text, en: text }, 600);
        expect(cut.map(({ ja }) => ja).join('')).toBe(text);
        for (const { ja } of cut) expect(ja.length).toBeLessThanOrEqual(600);
      }),
    );
  });
});
