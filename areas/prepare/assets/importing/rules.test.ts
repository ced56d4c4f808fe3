import { describe, expect, test } from 'vitest';
import { type Asset, asset } from '../schema.ts';
import { guessMapping, outcomesOf, readRow, summaryOf } from './rules.ts';

const units = new Map([['情報システム部', 'c0000000-0000-4000-8000-000000000000']]);
const mapping = guessMapping(['管理番号', '種別', '名称', '主管', '影響度', 'RTO', '拠点', '依存先', '台数']);
const read = (row: number, cells: Record<string, string>) => readRow({ row, cells }, mapping, units);

test('headers in either language find their columns, whatever their width, each once', () => {
  expect(mapping).toEqual({
    key: '管理番号',
    kind: '種別',
    name: '名称',
    owner: '主管',
    impact: '影響度',
    rtoMinutes: 'RTO',
    site: '拠点',
    dependsOn: '依存先',
    hosts: '台数',
  });
  expect(guessMapping(['Hostname', 'ＯＳ', 'Product Version', 'x'])).toEqual({
    key: 'Hostname',
    os: 'ＯＳ',
    productVersion: 'Product Version',
  });
});

test('what is added to a header for whoever fills it in is no part of it; another unit is', () => {
  expect(guessMapping(['管理番号 （必須）', '名称 *', 'RTO\u200b（任意）', '備考※', 'RPO（時間）'])).toEqual({
    key: '管理番号 （必須）',
    name: '名称 *',
    rtoMinutes: 'RTO\u200b（任意）',
    note: '備考※',
  });
});

describe('a row', () => {
  test('is not kept out by what is wrong under a header that is not used; of one that is, its column is named', () => {
    const mend = { ja: '誤り', en: 'wrong' };
    const faulty = (...headers: string[]) =>
      readRow(
        { row: 2, cells: { 管理番号: 'a\u200b', 名称: 'A' }, faults: [{ mend, headers }] },
        mapping,
        units,
      ).faults.map(({ column }) => column);
    expect([faulty('計算'), faulty('計算', '名称'), faulty()]).toEqual([[], ['name'], ['row']]);
  });

  test('is an entry with its edges', () => {
    const { entry, edges, faults } = read(2, {
      管理番号: 'ＤＢ‐1',
      種別: 'システム',
      名称: '料金DB',
      主管: '情報システム部',
      影響度: '３',
      RTO: '1,440',
      依存先: 'ｎｅｔ－1; Net\u22122',
    });
    expect(faults).toEqual([]);
    expect(entry).toMatchObject({ key: 'db-1', kind: 'system', name: '料金DB', impact: 3, rtoMinutes: 1440 });
    expect(edges).toEqual([
      { kind: 'dependsOn', from: undefined, to: 'net-1' },
      { kind: 'dependsOn', from: undefined, to: 'net-2' },
    ]);
  });

  test('names every fault with its column', () => {
    const { entry, faults } = read(3, {
      管理番号: '日本語',
      種別: '車',
      主管: '営業部',
      影響度: '9',
      RTO: '早く',
    });
    expect(entry).toBeUndefined();
    expect(faults.map(({ column }) => column).sort()).toEqual([
      'impact',
      'key',
      'kind',
      'owner',
      'rtoMinutes',
    ]);
  });
});

test('outcomes: new, changed by field, the same, and faulty for what no single row shows', () => {
  const before: Asset = asset.parse({
    key: 'b',
    kind: 'system',
    name: 'B',
    edges: [{ kind: 'dependsOn', to: 'a' }],
  });
  const same: Asset = asset.parse({ key: 'd', kind: 'system', name: 'D' });
  const known = new Map([
    ['b', before],
    ['d', same],
  ]);
  const rows = [
    read(2, { 管理番号: 'a', 名称: 'A' }),
    read(3, { 管理番号: 'b', 名称: 'B2', 依存先: 'c' }),
    read(4, { 管理番号: 'd', 名称: 'D' }),
    read(5, { 管理番号: 'a', 名称: 'again' }),
    read(6, { 管理番号: 'e', 名称: 'E', 拠点: 'nowhere' }),
    read(7, { 管理番号: 'f', 名称: 'F', 依存先: 'f' }),
    read(8, { 管理番号: 'c', 名称: 'C' }),
  ];
  const outcomes = [
    ...outcomesOf(
      rows,
      (key) => known.get(key),
      (key) => known.has(key),
    ),
  ];
  expect(outcomes.map(({ change }) => change)).toEqual([
    'new',
    'changed',
    'same',
    'faulty',
    'faulty',
    'faulty',
    'new',
  ]);
  expect(outcomes[1]?.fields).toEqual(['name', 'edges']);
  expect(outcomes[3]?.faults[0]?.mend.ja).toContain('2行目');
  expect(outcomes[4]?.faults[0]?.column).toBe('site');
  expect(summaryOf(outcomes)).toEqual({ new: 2, changed: 1, same: 1, faulty: 3 });
});
