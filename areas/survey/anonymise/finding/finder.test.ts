import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../../learn/cases/read-case.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import type { Entity } from '../entities/schema.ts';
import { Finder } from './finder.ts';

const entity = (kind: Entity['kind'], ...names: string[]): Entity => ({ kind, names, aliases: [] });
const finds = (of: Entity, text: string): string[] =>
  new Finder([of]).find(text).map(({ from, to }) => text.slice(from, to));

describe('a name is found however it is written', () => {
  test.each<[Entity, string]>([
    [entity('system', 'ミライサーバー'), 'ミライサーバが停止'],
    [entity('system', 'ミライサーバ'), 'みらいさ−ばーを再起動'],
    [entity('system', 'ミライサーバー'), 'ﾐﾗｲｻｰﾊﾞｰ'],
    [entity('person', '髙﨑 邊子'), '高崎辺子氏'],
    [entity('person', '高崎 辺子'), '髙﨑邉子'],
    [entity('organisation', '國澤濱電機株式会社'), '国沢浜電機㈱'],
    [entity('place', '霞ヶ関'), '霞が関で'],
    [entity('place', '千代ケ崎'), '千代ヶ崎'],
    [entity('organisation', 'ヴァイオ商会'), 'バイオ商会'],
    [entity('organisation', '第十六信用金庫'), '第16信用金庫'],
    [entity('organisation', '第16信用金庫'), '第十六信用金庫'],
    [entity('organisation', '関西電力株式会社'), '関電によると'],
    [entity('organisation', '関西電力株式会社'), '(株)関西電力'],
    [entity('organisation', 'Kojima Press Industry Co., Ltd.'), 'the KOJIMA-PRESS plant'],
    [entity('organisation', 'Nagoya United Terminal'), 'run by NUT alone'],
    [entity('place', 'なごや'), 'in Nagoya'],
    [entity('place', 'なごや'), 'なごやの港'],
    [entity('place', 'Tokyo'), 'Tōkyō と Toukyou'],
    [entity('place', 'とうきょう'), 'TOKYO'],
    [entity('place', 'しんばし'), 'Simbasi'],
    [entity('place', 'Shinbashi'), 'シンバシ'],
    [entity('place', '名古屋市'), '名 古\n屋'],
    [entity('place', '名古屋市'), '名\u200b古\u00ad屋'],
    [entity('place', '大阪府'), 'おおさか、オオサカ'],
    [entity('person', 'Taro Yamada'), 'YAMADA, Taro'],
    [entity('person', '山田太郎'), '山田課長'],
    [entity('product', 'FortiGate 60E'), 'a fortigate of'],
    [entity('code', 'AB-1234-X'), 'ab1234x'],
    [entity('organisation', 'info@www.meikoukyo.com'), 'https://meikoukyo.example.jp/'],
    [entity('place', 'Nagoya'), 'port_nagoya_2023.pdf, portNagoyaTerminal'],
    [entity('place', '⼾⽥'), '戸田'],
    [entity('place', 'Ōsaka'), '大阪で'],
    [entity('place', 'なごや'), '名古屋の'],
  ])('%j: %s', (of, text) => {
    expect(finds(of, text)).not.toEqual([]);
  });
});

describe('words that only look like a name are left alone', () => {
  test.each<[Entity, string]>([
    [entity('system', 'NUT'), 'a minute, nuthatch'],
    [entity('system', 'IT'), 'it was restarted'],
    [entity('place', 'Mito'), 'submit to the desk'],
    [entity('place', 'なさ'), 'はなさく'],
    [entity('person', 'リク'), 'リクエスト'],
    [entity('person', '林 太郎'), '森林を守る'],
    [entity('organisation', '関西電力'), '機関電話'],
    [entity('person', '山田太郎'), '山田町で'],
    [entity('place', 'Kobe'), 'kobeissi'],
    [entity('code', '12-34'), '01234567'],
  ])('%j: %s', (of, text) => {
    expect(finds(of, text)).toEqual([]);
  });
});

describe('dates and numbers are read, not compared', () => {
  const day = entity('date', '2024-01-05');
  test.each([
    '令和6年1月5日',
    'R6.1.5',
    'R06/01/05',
    '2024/1/5',
    '２０２４．１．５',
    '5 Jan 2024',
    'January 5',
    'Jan. 5th, 2024',
    '１月５日',
    '1月5日の朝',
    '令和六年一月五日',
    '六年一月五日',
    '㋿6年1月5日',
    '20240105',
    '2024年1月',
    '1/5(金)',
    '2024-01-05T06:30:00Z',
    '2024年\n1月5\n日',
    'the 5th of January',
  ])('%s', (text) => {
    expect(finds(day, text)).not.toEqual([]);
  });
  test.each([
    '2024年',
    '2023年1月5日',
    '1/2',
    '5 days in 2024',
    '1月6日',
    '2024年2月',
    '事象1 対処5',
    'may be 5',
  ])('not %s', (text) => {
    expect(finds(day, text)).toEqual([]);
  });
  const count = entity('quantity', '36,000台');
  test.each([
    '36,000',
    '3万6千台',
    '36000台',
    '３６０００',
    '36k',
    '36 thousand machines',
    'thirty-six thousand',
    '三万六千',
    '3.6万台',
    '36 000',
  ])('%s', (text) => {
    expect(finds(count, text)).not.toEqual([]);
  });
  test.each(['136,000台', '360,000', '3,600台', '36,000人', 'CVE-2023-36000', '36'])('not %s', (text) => {
    expect(finds(count, text)).toEqual([]);
  });
});

test('ordinary sentences: the nine cases hold none of two hundred names that are not theirs', () => {
  const folder = new URL('../../../../cases/', import.meta.url);
  const texts = fs
    .readdirSync(folder)
    .filter((file) => /^\d.*\.yaml$/.test(file))
    .flatMap((file) => textsOf(readCase(fs.readFileSync(new URL(file, folder), 'utf8'))));
  expect(texts.length).toBeGreaterThan(400);
  const names = fs
    .readFileSync(new URL('names.test.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const finder = new Finder(
    names.map((line) => {
      const [kind = '', ...all] = line.split(' | ');
      return entity(kind as Entity['kind'], ...all);
    }),
  );
  const alarms = texts.flatMap(({ path, text }) =>
    [text.ja, text.en].flatMap((words) =>
      finder.find(words).map(({ form, from, to }) => `${path} ${form}: ${words.slice(from, to)}`),
    ),
  );
  expect(names.length).toBeGreaterThanOrEqual(100);
  expect(alarms).toEqual([]);
});
