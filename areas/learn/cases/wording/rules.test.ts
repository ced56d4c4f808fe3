import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bilingual, LANGUAGES } from '../../../../kernel/language.ts';
import * as drafted from '../drafting/words.ts';
import { readCase } from '../read-case.ts';
import { findingsOf } from '../rules.ts';
import type { CaseDocument } from '../schema.ts';
import { otherWordings, wordingFindings } from './rules.ts';
import { WORDINGS } from './words.ts';

const folder = new URL('../../../../cases/', import.meta.url);
const nine = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));
const uses = (text: string, language: 'ja' | 'en') => otherWordings(text, language).map(({ use }) => use);

describe('one spelling a word', () => {
  test.each([
    ['利用者の問合せに応じた', '問い合わせ'],
    ['電話による問合わせ', '問い合わせ'],
    ['管理サーバを切り離した', 'サーバー'],
    ['サーバルームに入った', 'サーバー'],
    ['ウェブサイトが停止した', 'Web'],
    ['WEBサイトが停止した', 'Web'],
    ['ファイヤウォールを設置した', 'ファイアウォール'],
    ['ファイアーウォールを設置した', 'ファイアウォール'],
    ['個人情報が漏洩した', '漏えい'],
    ['ユーザおよび管理者', 'ユーザー'],
    ['約１，０００台', '1'],
    ['ＤＤｏＳ攻撃', 'DDoS'],
    ['ｻｰﾊﾞの停止', 'サーバ'],
  ])('«%s» is written with «%s»', (text, use) => {
    expect(uses(text, 'ja')).toContain(use);
  });

  test.each([
    'サーバーとユーザー、コンピューター、ルーター',
    'Webサーバーのファイアウォール',
    'https://example.jp/web/index と info@web.example.jp',
    'ダークウェブを調査した',
    'モニタリングとセンタリング',
    '問い合わせが寄せられ、組み合わせを検討した',
    '市民のつどい',
    '画面のユーザビリティを評価した',
    '復旧の依頼まで2時間を要した',
    '取引先の信頼まで失った',
    '依頼も信頼も得た',
    '相談する相手を探すことに時間を要した',
    '担い手を探し、相手を打診した',
    '意見の率直さを評価した',
    '実直さと愚直さ',
    '約1,000台のDDoS攻撃',
    '標識は「ウェブサイト」であった',
  ])('«%s» is right as it is', (text) => {
    expect(otherWordings(text, 'ja')).toEqual([]);
  });

  test('British English, and email without a hyphen', () => {
    expect(uses('Organizations got an e-mail of a cyberattack on the web site', 'en').toSorted()).toEqual([
      'cyber attack',
      'email',
      'organisation',
      'website',
    ]);
    expect(otherWordings('Organisations analysed emails about the website', 'en')).toEqual([]);
  });
});

describe('words of a report', () => {
  test.each([
    ['保守事業者が当てると、遅れは解けた', '解消'],
    ['足りない人と金を補う手を探す', '施策、対策'],
    ['じかに話せる連絡の線', '直接'],
    ['構成と重みを関係者と分かち合う', '共有'],
    ['事の重さから', '重要性、重大性'],
    ['対応の型を身に付ける', '型を定着'],
    ['部品として使っていた認証サービス', '組み込んで'],
    ['対策本部を立てた', '設置'],
    ['事業者に頼まれた', '依頼'],
    ['有効な手を打った', '施策、対策'],
    ['設定を直した', '修正、改修、改定'],
    ['手直しを要し、直さなかった', '修正、改修、改定'],
    ['ユーザとユーザビリティ', 'ユーザー'],
    ['調べを始めた', '調査、確認'],
    ['県警に通報した', '都道府県警'],
  ])('«%s» is everyday speech', (text, use) => {
    expect(uses(text, 'ja')).toContain(use);
  });

  test.each([
    ['both window and site manager', 'point of contact'],
    ['drill until response has a form', 'established pattern'],
    ['The headquarters stood five minutes after detection', 'was set up'],
    ['It belongs on the shelf before damage comes', 'in place'],
    ['For fear of residue', 'because of the possibility of'],
    ['the later comes what follows', 'fall behind'],
    ['Look for measures that need little', 'limited resources'],
    ['Users were told through SNS', 'social media'],
    ['action asked for', 'requested'],
  ])('«%s» is carried over word by word', (text, use) => {
    expect(uses(text, 'en')).toContain(use);
  });

  test.each([
    ['都道府県警に通報し、対策本部を設置した', 'ja'],
    ['既存の対策を見直した。要因は不正直さではない', 'ja'],
    ['報告を受け止め、再発に備えた', 'ja'],
    ['円滑な対処につながった', 'ja'],
    ['お知らせ欄に掲載した', 'ja'],
    ['発表を差し止めた', 'ja'],
    ['Decision makers and policymakers recommended it', 'en'],
    ['The windows were closed', 'en'],
  ] as const)('«%s» is not caught', (text, language) => {
    expect(otherWordings(text, language)).toEqual([]);
  });
});

test('no word that is recommended is itself found, and every variant is', () => {
  for (const { spellings } of WORDINGS)
    for (const language of LANGUAGES)
      for (const { use, variants } of spellings[language]) {
        expect(otherWordings(use, language), use).toEqual([]);
        for (const variant of variants) expect(uses(variant, language), variant).toContain(use);
      }
});

test('what stands in quotation marks is never found', () => {
  const { spellings } = WORDINGS[0];
  const words = spellings.ja.flatMap(({ variants }) => variants);
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.constantFrom('「」', '『』', '“”'), (word, [open, close]) => {
      expect(otherWordings(`表示は${open}${word}${close}であった`, 'ja')).toEqual([]);
    }),
  );
});

const spoiled = (change: (document: CaseDocument) => void): string[] => {
  const copy = structuredClone(nine[8] as CaseDocument);
  change(copy);
  return findingsOf(copy).map(({ severity, path }) => `${severity} ${path}`);
};

test('it is a finding beside the text, in every text but those of the figure', () => {
  expect(spoiled((c) => (c.title.ja += 'とサーバ'))).toEqual(['warning title']);
  expect(spoiled((c) => ((c.lessons[0] as CaseDocument['lessons'][number]).body.en += ' SNS'))).toEqual([
    'warning lessons.0.body',
  ]);
  expect(
    spoiled((c) => {
      (c.figure.boxes[0] as CaseDocument['figure']['boxes'][number]).name.ja = 'ウェブサーバ';
      for (const { labels } of c.figure.arrows) for (const label of labels) label.text.ja += '問合せ';
    }),
  ).toEqual([]);
});

test('what drafts write by themselves holds to it', () => {
  const told = (value: unknown): Bilingual[] => {
    if (typeof value !== 'object' || value === null) return [];
    return isBilingual(value) ? [value] : Object.values(value).flatMap(told);
  };
  const isBilingual = (value: object): value is Bilingual =>
    'ja' in value && 'en' in value && typeof value.ja === 'string' && typeof value.en === 'string';
  const texts = told({ ...drafted });
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts)
    for (const language of LANGUAGES) expect(otherWordings(text[language], language), text.en).toEqual([]);
});

test('the nine cases hold to it', () => {
  expect(nine).toHaveLength(9);
  for (const document of nine) expect(wordingFindings(document)).toEqual([]);
});
