import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { lessonFilter } from '../lessons/schema.ts';
import { listLessons } from '../lessons/store.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { type CaseDocument, type CaseFilter, caseFilter } from './schema.ts';
import { listCases } from './store.ts';
import { WORDINGS } from './wording/words.ts';

const folder = new URL('../../../cases/', import.meta.url);
const nine = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));

let house: TestHouse;
let orgId: string;
const titleOf = (n: number): string => (nine[n - 1] as CaseDocument).title.ja;
beforeAll(async () => {
  house = await TestHouse.open();
  orgId = await house.organisation();
  for (const document of nine) await openCase(house.system(orgId), document);
});
afterAll(() => house.close());

const page = (filter: Partial<CaseFilter>, org = orgId) =>
  reading(house.system(org), (trx) => listCases(trx, caseFilter.parse(filter)));
const found = async (search: string, org = orgId) =>
  (await page({ search }, org)).cases.map(({ title }) => title.ja);
const lessons = async (search: string) =>
  (await reading(house.system(orgId), (trx) => listLessons(trx, lessonFilter.parse({ search })))).lessons;

describe('a word is found however it is spelt', () => {
  test.each([
    ['問い合わせ', '問合せ'],
    ['問い合わせ', '問合わせ'],
    ['Webサイト', 'ウェブサイト'],
    ['Webサイト', 'ＷＥＢサイト'],
    ['ファイアウォール', 'ファイヤウォール'],
    ['ファイアウォール', 'ファイヤーウォール'],
    ['DDoS', 'ＤＤｏＳ'],
    ['対処1', '対処１'],
    ['サーバー', 'ｻｰﾊﾞ'],
    ['サーバー', 'さーば'],
    ['organisation', 'organization'],
    ['切り離し', '切離し'],
  ])('«%s» and «%s» find the same', async (one, other) => {
    const first = await found(one);
    expect(first.length).toBeGreaterThan(0);
    expect(await found(other)).toEqual(first);
  });

  test('and in the database as the list of spellings has it, once for all', async () => {
    const fold = async (text: string) =>
      (await house.clone.query<{ f: string }>('SELECT find_fold($1) AS f', [text]))[0]?.f ?? '';
    for (const { spellings, alike } of WORDINGS)
      for (const { use, variants } of [...spellings.ja, ...spellings.en, ...alike]) {
        const folded = await fold(use);
        expect(await fold(folded)).toBe(folded);
        // Particles in kana are looked for by nobody.
        for (const variant of variants.filter((each) => !/^[ぁ-ん]+$/.test(each)))
          expect(await fold(variant), variant).toBe(folded);
      }
  });

  test.each(['組合員', '対処99', '問題合意', '存在しない語'])('«%s» finds nothing', async (search) => {
    expect(await found(search)).toEqual([]);
  });
});

test('numbers and labels of the figure are found, each number of a label by itself', async () => {
  const tagged = await found('対処9');
  for (const n of [4, 5, 8]) expect(tagged).toContain(titleOf(n));
  expect(tagged).not.toContain(titleOf(3));
  expect(await found('Response 11')).toEqual([titleOf(5)]);
  expect(await found('直接の情報連携ライン')).toEqual([titleOf(3)]);
});

describe('what fits best comes first', () => {
  test('a title before a mention, whatever was changed last', async () => {
    // Telling of it ever less: it is in the title, in the lessons, in passing.
    const [best, ...others] = await found('ランサムウェア');
    expect(best).toBe(titleOf(2));
    expect(others).not.toContain(titleOf(2));
    const ddos = await found('ddos');
    expect(new Set(ddos.slice(0, 2))).toEqual(new Set([titleOf(3), titleOf(4)]));
    expect((await found('証明書'))[0]).toBe(titleOf(7));
  });

  test('page by page without loss or repeat; without words the newest first', async () => {
    for (const search of ['対策本部', undefined]) {
      const whole = (await page({ search })).cases.map(({ id }) => id);
      expect(whole.length).toBeGreaterThan(4);
      const seen: string[] = [];
      let before: string | undefined;
      do {
        const next = await page({ search, limit: 2, before });
        seen.push(...next.cases.map(({ id }) => id));
        before = next.next ?? undefined;
      } while (before);
      expect(seen).toEqual(whole);
    }
    const times = (await page({})).cases.map(({ changedAt }) => changedAt);
    expect(times).toEqual(times.toSorted((a, b) => Temporal.Instant.compare(b, a)));
  });

  test('lessons too, by their own words and by what their case was about', async () => {
    const of = (search: string) => lessons(search).then((all) => all.map(({ caseTitle }) => caseTitle.ja));
    expect(new Set(await of('ＤＤｏＳ'))).toEqual(new Set([titleOf(3), titleOf(4)]));
    const drills = await lessons('訓練');
    expect(drills[0]?.lesson.title.ja).toContain('訓練');
    const named = drills.map(({ lesson }) => lesson.title.ja.includes('訓練'));
    expect(named).toEqual(named.toSorted((a, b) => Number(b) - Number(a)));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const next = await reading(house.system(orgId), (trx) =>
        listLessons(trx, lessonFilter.parse({ search: '訓練', limit: 2, after })),
      );
      seen.push(...next.lessons.map(({ caseId, lesson }) => `${caseId} ${lesson.id}`));
      after = next.next ?? undefined;
    } while (after);
    expect(seen).toEqual(drills.map(({ caseId, lesson }) => `${caseId} ${lesson.id}`));
  });
});

test('what was stored before is found in the same way', async () => {
  const migrations = ['0067-however-it-is-spelt', '0068-titles-kept-folded'].map((name) =>
    fs.readFileSync(new URL(`../../../database/migrations/${name}.sql`, import.meta.url), 'utf8'),
  );
  const all = async () => [
    new Set(await found('対処１')),
    new Set(await found('問合せ')),
    (await lessons('ＤＤｏＳ')).length,
  ];
  const before = await all();
  const titles = () =>
    house.clone.query('SELECT title_folded FROM learn_case UNION ALL SELECT title_folded FROM learn_lesson');
  const kept = await titles();
  await house.clone.query("UPDATE learn_case SET folded = '', title_folded = '', head_folded = ''");
  await house.clone.query("UPDATE learn_lesson SET folded = '', title_folded = ''");
  expect(await found('問合せ')).toEqual([]);
  const updates = migrations.flatMap((sql) => sql.match(/^UPDATE learn_[\s\S]*?;$/gm) ?? []);
  expect(updates).toHaveLength(4);
  for (const update of updates) await house.clone.query(update);
  expect(await all()).toEqual(before);
  expect(new Set((await titles()).map((row) => row['title_folded']))).toEqual(
    new Set(kept.map((row) => row['title_folded'])),
  );
});
