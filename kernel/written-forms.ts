/** Names of characters as mark-up writes them; of one that is not here nobody reads anything. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const character = (code: number): string =>
  code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : '';

/** `&#68;`, `&#x44;`, `&shy;`, `&eacute;` */
const withoutEntities = (text: string): string =>
  text
    .replace(/&#0*(\d{1,7});?/g, (_all, digits: string) => character(Number(digits)))
    .replace(/&#x0*([\da-f]{1,6});?/gi, (_all, digits: string) => character(Number.parseInt(digits, 16)))
    .replace(
      /&([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron|scr|fr|opf|dot|macr|breve|ogon|strok);/gi,
      '$1',
    )
    .replace(/&([a-z]{2,31});/gi, (_all, name: string) => NAMED[name.toLowerCase()] ?? '');

/** `%44`, `\u0044`, `\x44` */
const withoutEscapes = (text: string): string =>
  text
    .replace(
      /\\u([\da-f]{4})|\\u\{([\da-f]{1,6})\}|\\x([\da-f]{2})/gi,
      (_all, ...codes: (string | undefined)[]) =>
        character(Number.parseInt(codes.slice(0, 3).find((code) => code !== undefined) ?? '', 16)),
    )
    .replace(/(?:%[\da-f]{2})+/gi, (all) => {
      try {
        return decodeURIComponent(all);
      } catch {
        return all;
      }
    });

const KANA = 'ぁ-ゖァ-ヺーｦ-ﾟ・\\s';
const BRACKETS = [...'《》（）()〔〕［］[]【】｛｝{}〈〉〖〗「」『』＜＞<>'.matchAll(/../gu)].map(
  ([pair]) => [...pair],
);
/** By hand, for the console reads texts too, and browsers it is built for have no `RegExp.escape`. */
const asLetter = (bracket: string): string => bracket.replace(/[()[\]{}]/, '\\$&');
/** A reading in brackets behind a character. */
const READING_BEHIND = new RegExp(
  `(\\p{sc=Han}[|｜\\])］}｝]*)(?:${BRACKETS.map(([open = '', close = '']) => `${asLetter(open)}[${KANA}]{1,40}${asLetter(close)}`).join('|')})`,
  'gu',
);

/** Readings set above characters or behind them, and all other mark-up. */
const withoutRuby = (text: string): string =>
  text
    .replace(/<!--[\s\S]{0,2000}?-->/g, '')
    .replace(/<(rt|rp)\b[^<>]*>[^<>]*(?:<\/\1>)?/gi, '')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\ufffa[^\ufffb]{0,40}\ufffb?/g, '')
    .replace(/\{(\p{sc=Han}{1,40})\|[^{}]{1,40}\}/gu, '$1')
    .replace(READING_BEHIND, '$1');

/** 一 behind katakana is often a ー, and 一覧 behind them is not: such a text is read both ways. */
const LIKE_LONG = /(?<=[ァ-ヺ])[一ㅡ⼀㆒㇐]/gu;
const withLong = (text: string): string => text.replace(LIKE_LONG, 'ー');

/** Companies by the short form of what they are, and numbers by the letters of Rome. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/㈱|[（(]株[）)]/g, '株式会社'],
  [/㈲|[（(]有[）)]/g, '有限会社'],
];
const inFull = (text: string): string =>
  SHORT_FORMS.reduce((all, [short, long]) => all.replace(short, long), text).replace(
    /[\u2160-\u216b\u2170-\u217b]/g,
    (letter) => String((letter.charCodeAt(0) & 0xf) + 1),
  );

/** What is written from right to left by a mark, as it is read. */
const asRead = (text: string): string =>
  text.replace(/[\u202e\u2067]([^\u202c\u2069\n]*)[\u202c\u2069]?/gu, (_all, inner: string) =>
    [...inner].toReversed().join(''),
  );

/**
 * A text as it stands, and as it is read where it is written with the signs of mark-up or addresses, with readings
 * beside its characters, or backwards. Each once.
 */
export function readingsOf(text: string): readonly string[] {
  const plain = asRead(withoutEscapes(withoutEntities(text)));
  const bare = withoutRuby(plain);
  return [...new Set([text, plain, bare, withLong(bare), inFull(bare)])];
}
