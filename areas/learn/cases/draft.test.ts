import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CERTAINTIES, type Certainty, type Hedged } from '../../../kernel/certainty.ts';
import { partsOf } from '../../../kernel/hedges.ts';
import { labelsOf, structureFaults } from '../../../report/figure/rules.ts';
import { EMPTY_RECORD, RECORD_BEGINS, recordLine } from '../../../test/incident-record.ts';
import type { Line } from '../../ledger/schema.ts';
import { draftOf } from './draft.ts';
import { NAMED, SHOWN } from './drafting/figure-words.ts';
import { inquirersOf } from './drafting/inquirers.ts';
import type { IncidentRecord, Party } from './drafting/schema.ts';
import { withoutUndone } from './drafting/undone.ts';
import { BESIDE, PIECES, SAID } from './drafting/words.ts';
import { lifeWords } from './life/words.ts';
import type { CaseDocument } from './schema.ts';
import { claimsOf } from './texts/rules.ts';
import { otherWordings } from './wording/rules.ts';

const START = RECORD_BEGINS;
const line = recordLine;

const DECLARED = line(1, 'incident.declared', { number: 7, title: '配信の停止', severity: 2, ruleId: null });

const recordOf = (lines: readonly Line[], more: Partial<IncidentRecord> = {}): IncidentRecord => ({
  ...EMPTY_RECORD,
  number: 7,
  title: '配信の停止',
  lines: [DECLARED, ...lines],
  ...more,
});

/** The grade in which the words of a text stand that begin as named. */
const gradesOf = (text: Hedged, name: string): Certainty[] =>
  (['ja', 'en'] as const).flatMap((language) =>
    partsOf(text, language)
      .filter((part) => part.text.includes(name))
      .map(({ certainty }): Certainty => certainty ?? 'confirmed'),
  );

test('a draft is nowhere more certain than the record: in no claim and on no label', () => {
  const graded = fc.record({
    text: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
    certainty: fc.constantFrom(...CERTAINTIES),
  });
  const note = fc.record({ event: fc.boolean(), figure: fc.boolean(), told: graded });
  fc.assert(
    fc.property(fc.array(note, { maxLength: 8 }), fc.array(graded, { maxLength: 4 }), (notes, causes) => {
      // Each text says which one it is, so that it is found again however it was cut.
      const named = notes.map(({ told, event, figure }, i) => ({
        name: `注${i}番`,
        certainty: told.certainty,
        line: line(10 + i, 'timeline.noted', {
          text: `注${i}番 ${told.text}`,
          certainty: told.certainty,
          figure,
          is: event ? 'event' : 'response',
        }),
      }));
      const found = causes.map(({ text, certainty }, i) => ({
        name: `因${i}番`,
        certainty,
        text: `因${i}番 ${text}`,
        id: `h${i}`,
      }));
      const draft = draftOf(
        recordOf([
          ...named.map((each) => each.line),
          ...found.flatMap(({ text, certainty, id }, i) => [
            line(50 + 2 * i, 'hypothesis.opened', { hypothesisId: id, number: i, text, cyber: i % 2 === 0 }),
            line(51 + 2 * i, 'hypothesis.settled', {
              hypothesisId: id,
              number: i,
              text,
              state: 'supported',
              certainty,
              outcome: '',
            }),
          ]),
        ]),
      );
      const said = [
        ...Object.values(draft.sections).flatMap((claims) => claims.map(({ text }) => text)),
        ...labelsOf(draft.figure).map(({ label }) => label.text),
      ];
      for (const { name, certainty } of [...named, ...found]) {
        const grades = said.flatMap((text) => gradesOf(text, name));
        expect(grades.length).toBeGreaterThan(1);
        for (const grade of grades) expect(grade).toBe(certainty);
      }
      const confirmed = causes.some(({ certainty }, i) => i % 2 === 0 && certainty === 'confirmed');
      expect(draft.causeGroup).toBe(confirmed ? 'cyberAttack' : 'unknown');
    }),
  );
});

const saidIn = (record: IncidentRecord): string =>
  Object.values(draftOf(record).sections)
    .flatMap((claims) => claims.map(({ text }) => text.ja))
    .join('');
const noted = (
  seq: number,
  text: string,
  more: Partial<Line> = {},
  body: Record<string, unknown> = {},
): Line => line(seq, 'timeline.noted', { text, ...body }, more);

test('an incident with nothing but its declaration is a draft of one claim, and of questions', () => {
  const draft = draftOf(recordOf([]));
  expect(Object.values(draft.sections).flatMap((claims) => claims.map(({ text }) => text.ja))).toEqual([
    '検知時、インシデントとして宣言した（深刻度：2）。',
  ]);
  expect(draft.figure.arrows).toEqual([]);
  expect(structureFaults(draft.figure)).toEqual([]);
  expect(draft.questions.length).toBeGreaterThan(5);
});

test('what was struck out or taken back did not happen', () => {
  const said = saidIn(
    recordOf(
      withoutUndone([
        noted(2, '誤って記録した文'),
        line(3, 'timeline.corrected', { text: '記録の取り消し', struck: true, is: 'note' }, { corrects: 2 }),
        line(4, 'task.opened', { taskId: 't', number: 1, title: '電源を切る', dueAt: null, personId: null }),
        line(5, 'task.ended', { taskId: 't', number: 1, title: '電源を切る', state: 'done', note: '' }),
        line(6, 'task.reopened', { taskId: 't', number: 1, title: '電源を切る' }, { corrects: 5 }),
        line(7, 'role.assigned', { role: 'r', name: '記録係', personId: 'p' }),
        line(8, 'role.released', { role: 'r', name: '記録係', fromId: 'p', toId: null }, { corrects: 7 }),
        noted(9, '正しい文'),
        line(10, 'timeline.corrected', { text: '訂正後の文' }, { corrects: 9 }),
      ]),
    ),
  );
  for (const gone of ['誤って記録した文', '記録の取り消し', '記録係', '正しい文', 'に完了'])
    expect(said).not.toContain(gone);
  expect(said).toContain('「電源を切る」を指示した（完了の記録なし）');
  expect(said).toContain('訂正後の文');
});

test('restored, taken up again and restored: each stands, and what was said too early says so', () => {
  const { sections } = draftOf(
    recordOf([
      line(60, 'incident.resolved', { note: '一度目' }),
      line(90, 'incident.reopened', { note: '再び停止' }),
      line(120, 'incident.resolved', { note: '二度目' }),
      line(130, 'incident.closed', { note: '' }),
    ]),
  );
  const [first, again, second] = sections.response;
  expect(first?.text.ja).toContain('一度目');
  expect(first?.later).toEqual({ by: again?.id, how: 'revised' });
  expect([again?.later, second?.later]).toEqual([undefined, undefined]);
  expect(printed(draftOf(recordOf([line(60, 'incident.resolved', { note: '' })])))).toContain(
    '復旧：検知から59分',
  );
});
const printed = (document: CaseDocument): string =>
  claimsOf(document)
    .flatMap((claim) => lifeWords(claim, claimsOf(document), 'ja'))
    .join();

test('a system is told, drawn and summed up no more surely than it was found', () => {
  const state = fc.constantFrom('suspected', 'affected', 'contained', 'restored', 'notAffected');
  const words: Readonly<Record<string, string>> = {
    suspected: '影響の疑い',
    affected: '影響を確認',
    contained: '封じ込めを確認',
    restored: '復旧を確認',
  };
  const marks = fc.array(fc.record({ asset: fc.integer({ min: 1, max: 5 }), state }), { maxLength: 20 });
  fc.assert(
    fc.property(marks, fc.subarray(['系1', '系2', '系8', '系9']), (marked, alerts) => {
      const last = new Map(marked.map((each) => [`系${each.asset}`, each.state]));
      const draft = draftOf(
        recordOf(
          [
            ...marked.map(({ asset, state }, i) =>
              line(10 + i, 'incident.system-marked', { asset: `系${asset}`, state }),
            ),
            line(90, 'incident.signals-linked', { count: alerts.length, signals: [] }),
          ],
          { signals: alerts.map((system) => ({ title: '警報', system, at: START })) },
        ),
      );
      const listed = (text: string, words: string): string[] =>
        (new RegExp(`${words}(?:は、|：)([^。（]*)`).exec(text)?.[1] ?? '').match(/系\d/g) ?? [];
      const of = (...states: string[]) =>
        [...last].flatMap(([name, is]) => (states.includes(is) ? [name] : []));
      const [hit, suspected] = [of('affected', 'contained', 'restored'), of('suspected')];
      const background = draft.sections.background.map(({ text }) => text.ja).join('');
      const summary = draft.summary.map(({ ja }) => ja).join('');
      for (const text of [background, summary]) {
        expect(listed(text, '影響を受けたシステム').toSorted()).toEqual(hit.toSorted());
        expect(listed(text, '影響の疑いのあるシステム').toSorted()).toEqual(suspected.toSorted());
      }
      const only = alerts.filter((name) => ![...hit, ...suspected].includes(name));
      expect(listed(background, 'アラートの対象')).toEqual(only);
      const name = new Map(draft.figure.boxes.map((box) => [box.id, box.name.ja]));
      for (const { to, nature, labels } of draft.figure.arrows.filter((arrow) => arrow.nature === 'act')) {
        const is = last.get(name.get(to) ?? '') ?? '';
        expect([nature, labels.map(({ text }) => text.ja)]).toEqual(['act', [words[is]]]);
        expect(labels[0]?.text.hedges?.[0]?.certainty).toBe(is === 'suspected' ? 'possible' : undefined);
      }
    }),
  );
});

test('what caused it is asked with what was estimated, which decides nothing', () => {
  const lines = [line(5, 'incident.estimated', { input: 'cause', value: 'cyberAttack' })];
  const draft = draftOf(recordOf(lines, { situation: 'ddos' }));
  expect(draft.causeGroup).toBe('unknown');
  expect(draft.questions[0]?.ja).toContain(
    '（記録上の事態の種別：DDoS攻撃、見積もり上の原因の種別：サイバー攻撃）',
  );
});

test('who was called or named and did nothing is nobody who responded, and has no box', () => {
  const unit = (name: string): Party => ({ key: name, name: { ja: name, en: name }, kind: 'department' });
  const record = recordOf(
    [
      line(
        2,
        'page.started',
        { pageId: 'x', steps: [['b']], waitSeconds: 60 },
        { actorKind: 'system', actorId: 's' },
      ),
      line(
        3,
        'page.passed-over',
        { pageId: 'x', personId: 'b', roster: null, why: 'leave' },
        { actorId: 's' },
      ),
      noted(4, '切り離した', { actorId: 'a' }),
    ],
    {
      people: new Map([
        ['a', unit('運転管理課')],
        ['b', unit('総務課')],
      ]),
    },
  );
  const draft = draftOf(record);
  expect(draft.sections.background.map(({ text }) => text.ja)).toEqual(['対応した部署・組織：運転管理課。']);
  expect(draft.figure.boxes.map(({ name }) => name.ja)).toEqual(['事業者', '運転管理課']);
  expect(saidIn(record)).toContain('担当者の呼び出しを開始した（1件、呼び出さずに次の担当へ1件）');
});

test('a request that could not be sent asked nobody, and has no arrow; one that was done all the same did', () => {
  const opened = line(2, 'task.opened', {
    taskId: 't',
    number: 1,
    title: '調査',
    dueAt: null,
    personId: null,
  });
  const unsent = line(3, 'request.not-sent', { taskId: 't', number: 1, title: '調査', party: '保守事業者' });
  const done = line(4, 'task.ended', {
    taskId: 't',
    number: 1,
    title: '調査',
    state: 'done',
    note: '電話で依頼',
  });
  const more = {
    tasks: new Map([['t', { party: 'm' }]]),
    parties: new Map([['m', '保守事業者']]),
  };
  expect(saidIn(recordOf([opened, unsent], more))).toContain('「保守事業者」への依頼「調査」を登録した');
  expect(draftOf(recordOf([opened, unsent], more)).figure.arrows).toEqual([]);
  const summed = (lines: readonly Line[]) => JSON.stringify(draftOf(recordOf(lines, more)).summary);
  expect(summed([opened, unsent])).not.toContain('社外への依頼');
  expect(summed([opened, unsent, done])).toContain('社外への依頼1件');
  expect(saidIn(recordOf([opened, unsent, done], more))).toContain('「保守事業者」に「調査」を依頼した');
  expect(draftOf(recordOf([opened, unsent, done], more)).figure.arrows).toHaveLength(1);
});

test('what happened leads, however late it was written down; how it was noticed follows', () => {
  const { sections } = draftOf(
    recordOf([
      line(2, 'incident.detected', { route: 'staff', text: '画面が動かない' }),
      noted(30, '不正な接続があった', {}, { is: 'event' }),
    ]),
  );
  const [event, noticed] = sections.detection.map(({ text }) => text.ja);
  expect(event).toContain('不正な接続があった');
  expect(noticed).toContain('「画面が動かない」との検知があった（職員）');
});

test('what somebody wrote keeps its letters where it begins a sentence; our own words begin with a capital', () => {
  const at = { at: START.add({ minutes: 5 }) };
  const long = `始まり。${'down. '.repeat(120)}`;
  const { sections } = draftOf(
    recordOf([
      noted(10, 'eth1 up', at),
      noted(11, 'eth0 down', at),
      noted(12, long, { at: START.add({ minutes: 9 }) }),
    ]),
  );
  const said = sections.response.map(({ text }) => text.en).join(' ');
  expect(said).toContain('eth1 up. eth0 down.');
  expect(said).not.toMatch(/Eth|Down/);
  expect(sections.detection[0]?.text.en).toMatch(/^[A-Z]/);
  // What is too long for one sentence goes on after its beginning.
  expect(said.indexOf('始まり')).toBeLessThan(said.indexOf('down. down'));
  expect(said.indexOf('始まり')).toBeGreaterThan(said.indexOf('eth0'));
});

test('a target for the headquarters was met or missed, in the words of the screens', () => {
  const setUp = (met: boolean) =>
    saidIn(recordOf([line(5, 'headquarters.set-up', { name: '本部', targetMinutes: 5, met })]));
  expect(setUp(true)).toContain('目標5分を達成');
  expect(setUp(false)).toContain('目標5分を超過');
});

test('accounts that differ stand beside each other, with how they were settled', () => {
  const disputed = [
    noted(10, '停止は3時間'),
    line(11, 'timeline.disputed', { text: '停止は5時間', source: '報道' }, { corrects: 10 }),
  ];
  expect(saidIn(recordOf(disputed))).toContain(
    '停止は3時間。これと異なる情報がある：「停止は5時間」（報道）。',
  );
  const settled = line(12, 'timeline.settled', { holds: 11, basis: '記録計' }, { corrects: 10 });
  expect(saidIn(recordOf([...disputed, settled]))).toContain('「停止は5時間」として整理した（根拠：記録計）');
});

test('what must not be said is in the draft, withheld, and on no label; of a restricted incident everything is', () => {
  const told = [
    noted(10, '侵入経路はVPN', {}, { figure: true }),
    noted(11, '再起動した', {}, { figure: true }),
  ];
  const one = draftOf(recordOf(told, { isWithheld: (text) => text.includes('VPN') }));
  expect(one.sections.response.map(({ text, disclosure }) => [text.ja.includes('VPN'), disclosure])).toEqual([
    [true, 'withhold'],
    [false, 'publish'],
  ]);
  expect(JSON.stringify(one.figure)).not.toContain('VPN');
  expect(JSON.stringify(one.figure)).toContain('再起動した');
  const all = draftOf(recordOf(told, { restricted: true }));
  expect(claimsOf(all).every(({ disclosure }) => disclosure === 'withhold')).toBe(true);
  expect([labelsOf(all.figure), all.summary, all.outline]).toEqual([[], [], []]);
  expect(all.figure.boxes.map(({ name }) => name.ja)).toEqual(['事業者']);
});

test('a name that must not be said is on no box, no arrow, no label and no title, and not said in part', () => {
  const at = line(2, 'incident.system-marked', { asset: 's', state: 'affected' });
  const asked = line(3, 'task.opened', { taskId: 't', number: 1, title: '調査' });
  const lines = [
    at,
    asked,
    line(4, 'evidence.handed-over', { to: '極秘警察署', note: '' }),
    line(5, 'joint.told', { organisation: '極秘水道', text: '連絡' }),
    line(6, 'request.answered', { taskId: 't', number: 1, title: '', party: 'm', answer: '済' }),
    noted(7, '設備を点検', { actorId: 'p' }),
    // The cut runs through the term.
    noted(8, `${'長'.repeat(58)}極秘の設備`, {}, { figure: true }),
    line(9, 'task.opened', { taskId: 'u', number: 2, title: `${'長'.repeat(198)}極秘の設備` }),
  ];
  const more: Partial<IncidentRecord> = {
    title: '極秘設備の停止',
    systems: new Map([['s', '極秘設備']]),
    tasks: new Map([['t', { party: 'm' }]]),
    parties: new Map([['m', '極秘製作所']]),
    people: new Map<string, Party>([
      ['p', { key: 'p', name: { ja: '極秘課', en: '極秘課' }, kind: 'department' }],
    ]),
  };
  const shown = draftOf(recordOf(lines, more));
  expect(shown.figure.boxes.length).toBeGreaterThan(4);
  const kept = draftOf(recordOf(lines, { ...more, isWithheld: (text) => text.includes('極秘') }));
  const published = claimsOf(kept).filter(({ disclosure }) => disclosure === 'publish');
  for (const part of [kept.figure, kept.title, kept.summary, published]) {
    expect(JSON.stringify(part)).not.toContain('極');
    expect(JSON.stringify(part)).not.toContain('長長');
  }
  expect(kept.figure.arrows).toEqual([]);
  expect(kept.title).toEqual({ ja: 'インシデント#7', en: 'Incident #7' });
  expect(kept.questions.map(({ ja }) => ja).join()).toContain('番号で示している');
});

test('somebody outside is one box whatever named them, and staff stand inside the operator', () => {
  const contractor: Party = { key: 'contractor', name: NAMED.contractor, kind: 'organisation' };
  const { figure } = draftOf(
    recordOf(
      [
        line(2, 'incident.detected', { route: 'contractorMaintenance', text: '異音' }),
        noted(3, '部品を交換', { actorId: 'c' }),
        line(4, 'joint.told', { organisation: '委託先', text: '連絡' }),
        line(5, 'statement.sent', { statementId: 'm', audience: 'staff', kind: 'start', text: '停止' }),
        line(6, 'statement.sent', { statementId: 'n', audience: 'public', kind: 'start', text: '停止' }),
      ],
      { people: new Map([['c', contractor]]) },
    ),
  );
  expect(figure.boxes.map((box) => [box.name.ja, box.in]).toSorted()).toEqual(
    [
      ['事業者', undefined],
      ['委託先', undefined],
      ['対応部門', 'op'],
      ['職員', 'op'],
      ['一般', undefined],
    ].toSorted(),
  );
});

test('whoever asks is named by what they are and never by what was written of them', () => {
  const draft = draftOf(
    recordOf([
      line(2, 'inquiry.logged', { inquiryId: 'i', number: 1, question: '使えるか' }),
      line(3, 'inquiry.logged', { inquiryId: 'j', number: 2, question: 'いつ直るか' }),
      line(4, 'inquiry.answered', { inquiryId: 'i', number: 1, question: '使えるか', answer: '使えない' }),
    ]),
  );
  expect(draft.figure.boxes.map(({ name }) => name.ja)).toEqual(['事業者', '問い合わせ元', '対応部門']);
  expect(draft.figure.arrows).toHaveLength(2);
});

test('what kind of people asked is known where nothing else was written of them', () => {
  expect([inquirersOf(' 利用者'), inquirersOf('Media'), inquirersOf('職員')]).toEqual([
    'customers',
    'media',
    'staff',
  ]);
  for (const free of ['利用者の山田花子', '山田花子 090-0000-0000', '', '報道機関（山田）'])
    expect(inquirersOf(free)).toBeUndefined();
  const asked = line(2, 'inquiry.logged', { inquiryId: 'i', number: 1, question: '使えるか' });
  const record = recordOf([asked], { inquirers: new Map([['i', 'customers']]) });
  expect(saidIn(record)).toContain('利用者から「使えるか」との問い合わせを受けた');
  expect(draftOf(record).figure.boxes.map(({ name }) => name.ja)).toContain('利用者');
});

test('a record in which everything is marked, presumed or to be fixed is a draft as well, with all of it counted', () => {
  const lines = Array.from({ length: 700 }, (_, i) => [
    noted(10 + 3 * i, `事象${i}`, {}, { figure: true, is: 'event', certainty: 'possible' }),
    line(11 + 3 * i, 'hypothesis.opened', {
      hypothesisId: `h${i}`,
      number: i,
      text: `仮説${i}`,
      cyber: false,
    }),
    line(12 + 3 * i, 'change.proposed', { changeId: `c${i}`, title: `変更${i}`, permanentFix: `対策${i}` }),
  ]).flat();
  const began = performance.now();
  const { sections } = draftOf(recordOf(lines));
  expect(performance.now() - began).toBeLessThan(5_000);
  for (const section of [sections.detection, sections.cause, sections.measures]) {
    expect(section.length).toBe(40);
    const counted = section.flatMap(({ text }) => /記録([\d,]+)件がある/.exec(text.ja)?.[1] ?? []);
    expect(counted).toHaveLength(1);
    expect(Number(counted[0])).toBeGreaterThanOrEqual(700 - 39);
  }
});

test('what holds withheld terms is asked apart from what the page has no room for, each with where it stands', () => {
  const entries = Array.from({ length: 200 }, (_, i) => noted(10 + i, `作業${i}を行い、結果を確認した。`));
  const secret = noted(300, '侵入経路はVPN', {}, { figure: true, is: 'event' });
  const draft = draftOf(recordOf([...entries, secret], { isWithheld: (text) => text.includes('VPN') }));
  const asked = (part: string) => draft.questions.filter(({ ja }) => ja.includes(part)).map(({ ja }) => ja);
  expect(asked('公表しない事項')).toEqual([
    '公表しない事項を含む記述1件（検知1）を非公開としている。公開する場合、どのように言い換えるか',
  ]);
  const beyond = claimsOf(draft).filter(
    ({ disclosure, text }) => disclosure === 'withhold' && !text.ja.includes('VPN'),
  );
  expect(beyond.length).toBeGreaterThan(0);
  expect(asked('紙面に収まらない')).toEqual([expect.stringContaining(`定型の記録${beyond.length}件（対処`)]);
  expect(
    draftOf(recordOf(entries.slice(0, 3)))
      .questions.map(({ ja }) => ja)
      .join(),
  ).not.toMatch(/公表しない事項|紙面/);
});

test('two thousand entries are a draft somebody would read: marked ones stand, the others are kept and counted', () => {
  const entries = Array.from({ length: 2_000 }, (_, i) =>
    noted(
      10 + i,
      `作業${i}を行い、結果を確認した。`,
      {},
      i % 200 === 0 ? { figure: true, is: 'response' } : {},
    ),
  );
  const began = performance.now();
  const draft = draftOf(recordOf(entries));
  expect(performance.now() - began).toBeLessThan(5_000);
  const claims = claimsOf(draft);
  expect(claims.length).toBeLessThanOrEqual(45);
  for (let i = 0; i < 2_000; i += 200)
    expect(claims.some(({ text }) => text.ja.includes(`作業${i}を`))).toBe(true);
  const published = claims.filter(({ disclosure }) => disclosure === 'publish');
  expect(published.reduce((sum, { text }) => sum + text.ja.length, 0)).toBeLessThan(2_600);
  expect(claims.some(({ text }) => /このほか、記録[\d,]+件がある/.test(text.ja))).toBe(true);
  expect(structureFaults(draft.figure)).toEqual([]);
});

test('a time is told no more exactly than it is known, and nothing lies before what it is counted from', () => {
  const precision = fc.constantFrom('second', 'minute', 'about', 'hour', 'day', 'month', 'unknown');
  fc.assert(
    fc.property(precision, precision, fc.integer({ min: -3_000, max: 90_000 }), (from, to, minutes) => {
      const lines = [
        line(2, 'incident.time-stated', { which: 'occurred', note: '' }, { at: START, precision: from }),
        noted(3, '何かが起きた', { at: START.add({ minutes }), precision: to }),
        line(4, 'incident.resolved', { note: '' }, { at: START.add({ minutes }), precision: to }),
      ];
      const draft = draftOf(recordOf(lines));
      const vague = ['month', 'unknown'];
      for (const time of claimsOf(draft).flatMap(({ times }) => times))
        if ('since' in time) {
          const grades = ['minute', 'about', 'hour', 'day'];
          const least = Math.max(...[from, to].map((each) => grades.indexOf(each)));
          if (time.what?.ja === '復旧' && time.since === 'occurred')
            expect(grades.indexOf(time.precision)).toBeGreaterThanOrEqual(least);
          expect(time.after).not.toContain('-');
        }
      if (vague.includes(to))
        expect(saidIn(recordOf(lines))).toContain('時刻は記録されていないが、何かが起きた');
    }),
  );
});

test('every sentence of a draft is in the words of a report', () => {
  const words = Object.entries({ ...SAID, ...BESIDE, ...PIECES, ...SHOWN, ...NAMED });
  const odd = words.flatMap(([name, { ja, en }]) =>
    [...otherWordings(ja, 'ja'), ...otherWordings(en, 'en')].map(
      ({ found, use }) => `${name}: ${found} → ${use}`,
    ),
  );
  expect(odd).toEqual([]);
});
