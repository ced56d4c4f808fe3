import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { THEMES } from '../../learn/cases/schema.ts';
import { indexRows, type Matched, MOST_ROWS, type Row, rowsFor } from './rules.ts';
import { FOUND_IN } from './schema.ts';

const row = (more: Partial<Row>): Row => ({
  register: 'assets',
  key: 'a',
  name: '',
  text: '',
  themes: [],
  ...more,
});
const lesson = (ja: string, ...themes: Matched['themes'][number][]): Matched => ({
  title: { ja, en: '' },
  body: { ja: '', en: '' },
  themes,
});
const found = (of: Matched, ...rows: Row[]) => rowsFor(of, indexRows(rows));

describe('rows that a lesson speaks of', () => {
  test('a row is found by a word both hold, however it is written, and says by which', () => {
    const server = row({ key: 'auth', name: '認証プロキシ', text: '認証プロキシ' });
    expect(
      found(lesson('認証プロキシーの証明書を更新する'), server, row({ key: 'b', text: '給与計算' })),
    ).toEqual([
      { register: 'assets', key: 'auth', name: '認証プロキシ', words: ['認証', 'プロキシ'], themes: [] },
    ]);
  });
  test('words of nearly every lesson find nothing, nor does a word that most rows hold', () => {
    expect(found(lesson('システムの障害に対応する'), row({ text: '受付システム' }))).toEqual([]);
    const many = Array.from({ length: 8 }, (_, i) =>
      row({ key: `k${i}`, text: `回線 番号${'甲乙丙丁戊己庚辛'[i]}` }),
    );
    expect(found(lesson('回線を二重にする'), ...many)).toEqual([]);
  });
  test('a row is found by a theme that concerns its kind, after those that words tell of', () => {
    const rows = [
      row({ register: 'parties', key: 'a', themes: ['contractors'] }),
      row({ register: 'parties', key: 'z', text: '保守会社', themes: ['contractors'] }),
      row({ register: 'parties', key: 'x', themes: ['experts'] }),
    ];
    expect(found(lesson('保守会社と取り決める', 'contractors'), ...rows).map(({ key }) => key)).toEqual([
      'z',
      'a',
    ]);
  });

  const rows = fc.uniqueArray(
    fc.record({
      register: fc.constantFrom(...FOUND_IN),
      key: fc.string({ maxLength: 5 }),
      name: fc.string({ maxLength: 9 }),
      text: fc
        .array(fc.constantFrom('回線', '認証', 'ルータ', '委託', 'backup', 'システム'))
        .map((all) => all.join(' ')),
      themes: fc.uniqueArray(fc.constantFrom(...THEMES), { maxLength: 3 }),
    }),
    { maxLength: 40, selector: ({ register, key }) => `${register} ${key}` },
  );
  const asked = fc.tuple(
    fc.array(fc.constantFrom('回線', '認証', 'ルータ', '停電', 'backup')).map((all) => all.join('、')),
    fc.uniqueArray(fc.constantFrom(...THEMES), { maxLength: 3 }),
  );
  test('at most ten, each of the register, each with why, in one order', () => {
    fc.assert(
      fc.property(rows, asked, (all, [ja, themes]) => {
        const of = lesson(ja, ...themes);
        const one = found(of, ...all);
        expect(one.length).toBeLessThanOrEqual(MOST_ROWS);
        for (const each of one) {
          const { register, key, name } = each;
          expect(all).toContainEqual(expect.objectContaining({ register, key, name }));
          expect(each.words.length + each.themes.length).toBeGreaterThan(0);
          for (const theme of each.themes) expect(themes).toContain(theme);
        }
        expect(found(of, ...all.toReversed())).toEqual(one);
        expect(found(lesson(''), ...all)).toEqual([]);
      }),
    );
  });
});
