import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../cases/read-case.ts';
import { likenessOf, mostAlike, profileOf, profileOfIncident, termsOf } from './rules.ts';

const folder = new URL('../../../cases/', import.meta.url);
const cases = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));
const profiles = cases.map((of) => ({ of, profile: profileOf(of) }));
const titleOf = (n: number): string => cases[n - 1]?.title.ja ?? '';

test('words carry over differences of width, case and long vowels', () => {
  expect([...termsOf('ｻｰﾊﾞｰの停止、DDoS攻撃')]).toEqual(
    ['サバ', '停止', 'ddos', '攻撃'].filter((t) => t.length > 2 || /\p{Script=Han}/u.test(t)),
  );
});

describe('what is alike, and why', () => {
  const incident = (title: string, over: Partial<Parameters<typeof profileOfIncident>[0]> = {}) =>
    profileOfIncident({ title, situation: null, signals: [], notes: [], parties: [], systems: [], ...over });
  const nearest = (title: string, over = {}) => mostAlike(incident(title, over), profiles, 3);

  test('an incident finds the case that tells of the same thing, by what it is taken for and not by words', () => {
    const [ransom] = nearest('基幹システムのファイルが暗号化された。ランサムウェアか', {
      notes: ['認証サーバーが起動しない。拡張子がおかしい'],
    });
    expect(ransom?.of.title.ja).toBe(titleOf(2));
    expect(ransom?.likeness.reasons[0]).toEqual({
      kind: 'situation',
      what: { ja: 'ransomware', en: 'ransomware' },
    });
    // In a drill it is said by the situation alone.
    const [drill] = nearest('業務端末の異常', { situation: 'ransomware' });
    expect(drill?.of.title.ja).toBe(titleOf(2));
    const [english] = nearest('Files on office machines cannot be opened: ransomware');
    expect(english?.of.title.ja).toBe(titleOf(2));
    const [certificate] = nearest('Webサイトに接続できない。証明書のエラー', {
      notes: ['証明書の更新を確認中'],
    });
    expect(certificate?.of.title.ja).toBe(titleOf(7));
  });

  test('a system named by an alert agrees with the system of a case', () => {
    const [relay] = nearest('通信異常', { systems: ['中継サーバ'] });
    expect(relay?.of.title.ja).toBe(titleOf(9));
    expect(relay?.likeness.reasons).toContainEqual({
      kind: 'system',
      what: { ja: expect.stringContaining('中継サーバ'), en: expect.stringMatching(/^[ -~]+$/) },
    });
  });

  test('words that agree make no case alike by themselves', () => {
    expect(
      nearest('nobody called, people have left and there was nothing', { notes: ['have left'] }),
    ).toEqual([]);
  });

  test('between any two cases a reason is a matter, and in one language at a time', () => {
    const kanji = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    const names = new Map(
      cases.flatMap(({ figure }) => figure.boxes.map(({ name }) => [name.ja, name.en] as const)),
    );
    let told = 0;
    for (const { of, profile } of profiles)
      for (const { likeness } of mostAlike(
        profile,
        profiles.filter((each) => each.of !== of),
        5,
      ))
        for (const { kind, what } of likeness.reasons) {
          told += 1;
          if (kind === 'system' || kind === 'party') {
            expect([...names.keys()], what.ja).toContain(what.ja);
            expect(what.en).not.toMatch(kanji);
          } else expect(what.ja, kind).toBe(what.en);
        }
    expect(told).toBeGreaterThan(20);
  });

  test('nothing in common is not alike', () => {
    expect(nearest('zzzz')).toEqual([]);
  });

  test('is the same in both directions', () => {
    const rare = () => 0.1;
    for (const one of profiles)
      for (const other of profiles)
        expect(likenessOf(one.profile, other.profile, rare).score).toBe(
          likenessOf(other.profile, one.profile, rare).score,
        );
  });
});
