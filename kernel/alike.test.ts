import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { says } from './alike.ts';

test.each([
  ['不\u{E0100}正アクセス', '不正アクセス'],
  ['不\ufe0f正アクセス', '不正アクセス'],
  ['不正\u3164アクセス', '不正アクセス'],
  ['不\u2800正\u115fア\uffa0クセス', '不正アクセス'],
  ['不ー正〜アク-セス', '不正アクセス'],
  ['不正あくせす', '不正アクセス'],
  ['不正ｱｸｾｽ', '不正アクセス'],
  ['不正ｱｸｾ\u0301ス', '不正アクセス'],
  ['D\u0336D\u0336o\u0336S\u0336', 'DDoS'],
  ['DD0S', 'DDoS'],
  ['DD05攻撃', 'DDoS'],
  ['ddо\u0455', 'DDoS'],
  ['ΔDDοS', 'DDoS'],
  ['🅳🅳🅾🆂', 'DDoS'],
  ['🇩🇩🇴🇸', 'DDoS'],
  ['ᴅᴅᴏꜱ', 'DDoS'],
  ['Ⓓⓓⓞⓢ', 'DDoS'],
  ['𝐃𝐃𝐨𝐒', 'DDoS'],
  ['D.D.o.S.', 'DDoS'],
  ['ランサムウエア', 'ランサムウェア'],
  ['らんさむうぇあ', 'ランサムウェア'],
  ['ランサム・ウェアー', 'ランサムウェア'],
  ['ﾗﾝｻﾑｳｪｱ', 'ランサムウェア'],
  ['R4nsomw@re', 'ransomware'],
  ['r a n s o m w a r e', 'ransomware'],
  ['ransоmwаre', 'ransomware'],
  ['rànsömwáre', 'ransomware'],
  ['サ一バ一が停止', 'サーバー'],
  ['さーばーが停止', 'サーバー'],
  ['サ―バ―', 'サーバー'],
  ['カ\u200bー\u200bド', 'カード'],
  ['力ード', 'カード'],
  ['りーくした', 'リーク'],
  ['ハツキング', 'ハッキング'],
  ['ヴァイラス', 'バイラス'],
  ['不正アクセ\nス', '不正アクセス'],
  ['攻擊を受け', '攻撃'],
  ['AWS障害', 'ＡＷＳ障害'],
  ['the ISPs failed', 'ISP'],
  ['I5P', 'ISP'],
  ['ᎠᎠoᏚ', 'DDoS'],
  ['ꓓꓓꓳꓢ', 'DDoS'],
  ['DDօՏ', 'DDoS'],
  ['DᗪOS', 'DDoS'],
  ['ᎡANSOMWARE', 'ransomware'],
  ['ꭱansomware', 'ransomware'],
  ['ᖇansomware', 'ransomware'],
  ['ransⲟmware', 'ransomware'],
  ['яansoмшare', 'ransomware'],
  ['rαиsomware', 'ransomware'],
  ['ɹɐnsomware', 'ransomware'],
  ['ransomvvare', 'ransomware'],
  ['D&#68;oS', 'DDoS'],
  ['&#x44;&#x44;o&#83;', 'DDoS'],
  ['D&shy;D&zwj;oS', 'DDoS'],
  ['D%44o%53', 'DDoS'],
  ['\\u0044DoS', 'DDoS'],
  ['<b>D</b>D<wbr>oS', 'DDoS'],
  ['\u202eSoDD\u202c', 'DDoS'],
  ['&#19981;正アクセス', '不正アクセス'],
  ['%E4%B8%8D%E6%AD%A3アクセス', '不正アクセス'],
  ['不&nbsp;正<br>アクセス', '不正アクセス'],
  ['不《ふ》正《せい》アクセス', '不正アクセス'],
  ['不｜正《せい》アクセス', '不正アクセス'],
  ['不（ふ）正(せい)アクセス', '不正アクセス'],
  ['<ruby>不<rp>(</rp><rt>ふ</rt></ruby>正アクセス', '不正アクセス'],
  ['ハ゛ックト ゛ア', 'バックドア'],
  ['ハﾞックト\u3099ア', 'バックドア'],
  ['ハッキソグ', 'ハッキング'],
  ['サイバア攻撃', 'サイバー攻撃'],
  ['サイバァ攻撃', 'サイバー攻撃'],
  ['フィッシングメイル', 'フィッシングメール'],
  ['暗號化', '暗号化'],
  ['權限の濫用', '権限の濫用'],
  ['證據', '証拠'],
  ['㋐クセス権', 'アクセス権'],
  ['⻑期の⾝代金', '長期の身代金'],
  ['中⻄商事', '中西商事'],
  ['濵嶋', '浜島'],
  ['齊藤', '斎藤'],
  ['斉藤', '齋藤'],
  ['𠮷田', '吉田'],
  ['冨樫', '富樫'],
  ['サイバ一攻撃', 'サイバー攻撃'],
  ['サイバㅡ攻撃', 'サイバー攻撃'],
  ['ゼロデー攻撃', 'ゼロデイ攻撃'],
  ['フィッシングメール', 'フィッシングメイル'],
  ['㈱東西商事', '株式会社東西商事'],
  ['東西商事（株）', '東西商事株式会社'],
  ['LockBitⅢ', 'LockBit3'],
  ['Ðdos', 'DDoS'],
  ['不【ふ】正【せい】アクセス', '不正アクセス'],
  ['不正（フセイ）アクセス', '不正アクセス'],
  ['不正(ﾌｾｲ)アクセス', '不正アクセス'],
  ['不正（ふ・せい）アクセス', '不正アクセス'],
  ['[不正]{ふせい}アクセス', '不正アクセス'],
  ['{不正|ふせい}アクセス', '不正アクセス'],
  ['\ufff9不正\ufffaふせい\ufffbアクセス', '不正アクセス'],
  ['不正<!-- x -->アクセス', '不正アクセス'],
  ['不正&ZeroWidthSpace;アクセス', '不正アクセス'],
  ['D&lrm;D&#0000111;S', 'DDoS'],
  ['&Dscr;&dopf;oS', 'DDoS'],
])('%s says %s', (text, term) => {
  expect(says(`本日、${text}が`, term)).toBe(true);
});

test.each([
  ['お送りください', 'リーク'],
  ['電話でまたご案内します', 'デマ'],
  ['サバイバル訓練', 'サーバー'],
  ['さばの水揚げ', 'サーバー'],
  ['二十日（はつか）', 'ハッカー'],
  ['初めてはつくりません', 'ハック'],
  ['displayed on the page', 'ISP'],
  ['this problem', 'ISP'],
  ['第15P', 'ISP'],
  ['2005年', 'ZOOS'],
  ['電話番号は 0505 です', 'SOS'],
  ['第二データセンター', 'ニュース'],
  ['システム工事', 'エラー'],
  ['正常なアクセス', '不正アクセス'],
  ['不正確なアクセス数', '不正アクセス'],
  ['か所', 'が所'],
  ['さあバスに乗りましょう', 'サーバー'],
  ['応募は100%44人', 'DDoS'],
  ['around the corner', 'com'],
  ['&amp; もご覧ください', 'DDoS'],
  ['https://example.jp/?q=%E6%A4%9C%E7%B4%A2', '不正アクセス'],
  ['不備（ふび）の修正アクセス', '不正アクセス'],
  ['まんぞく', 'マソゾク'],
  ['パンとコーヒー', 'パソコ'],
  ['温度<5度、湿度>40%', '温度湿度'],
  ['メールは一斉に届きます', 'メール一斉'],
  ['データ一覧', 'データー覧表'],
  ['サービス（カード）の停止', 'サービス停止'],
  ['料金（税込）の改定', '料金改定'],
  ['担当（水野）の連絡', '担当連絡'],
  ['R&D部; 総務部', 'RD総務'],
  ['第Ⅱ期工事', '第3期工事'],
  ['Ⅳ型の盤', '5型'],
  ['電話（代表）', '株式会社'],
  ['有料の道路', '有限会社'],
  ['デモ行進の予定', 'デーモン'],
  ['エイの水槽', 'エーアイ'],
  ['長い停電', '長期停電'],
])('%s does not say %s', (text, term) => {
  expect(says(text, term)).toBe(false);
});

const unseen = fc.constantFrom(
  '',
  '\u200b',
  '\ufe0f',
  '\u{E0101}',
  '\u3164',
  '\u0301',
  '\u0336',
  '\u00ad',
  '\u2060',
);
const term = fc.constantFrom(
  '不正アクセス',
  'ランサムウェア',
  'DDoS',
  '情報漏えい',
  'ransomware',
  'サイバー攻撃',
);
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

test('whatever nobody sees between the letters, and however wide or in which kana they are, the word is read', () => {
  fc.assert(
    fc.property(
      term,
      fc.array(unseen, { minLength: 20, maxLength: 20 }),
      fc.constantFrom(
        wide,
        hiragana,
        (text: string) => text.toUpperCase(),
        (text: string) => text,
      ),
      (word, noise, dressed) => {
        const text = [...dressed(word)].map((letter, i) => letter + (noise[i] ?? '')).join('');
        expect(says(`お知らせ：${text}。`, word)).toBe(true);
      },
    ),
  );
});

test('reading a text again that is folded already, or any text at all, fails nowhere', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), term, (text, word) => void says(text, word)));
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => void says('x', text)));
});

test('a long text of signs, spaces or one script is read at once', () => {
  for (const each of ['漢', ' ', '<a', '&#', '%41', 'ア', '\u202e', '（あ'])
    expect(says(each.repeat(20_000), '不正アクセス')).toBe(false);
});

test('it is read in a browser of the oldest edition that is served, which knows no RegExp.escape', async () => {
  const known = RegExp.escape;
  vi.resetModules();
  try {
    Reflect.deleteProperty(RegExp, 'escape');
    const older = await import('./alike.ts');
    for (const reading of [
      '不正（ふせい）アクセス',
      '不正(ふせい)アクセス',
      '不正[ふせい]アクセス',
      '不正{ふせい}アクセス',
    ])
      expect(older.says(reading, '不正アクセス')).toBe(true);
  } finally {
    RegExp.escape = known;
  }
});

test.each([
  ['塡補と剝落', '填補'],
  ['圀松町', '国松'],
  ['𣘺本', '橋本'],
  ['靏岡', '鶴岡'],
  ['丰田汽车', '豊田'],
  ['东京电力', '東京電力'],
])('further forms of kanji say the same word: %s, %s', (text, term) => {
  expect(says(text, term)).toBe(true);
});

test.each([
  ['机上の訓練', '機上'],
  ['叶う', '葉'],
  ['据え置き', '拠え'],
])('kanji of words of their own stay apart: %s, %s', (text, term) => {
  expect(says(text, term)).toBe(false);
});
