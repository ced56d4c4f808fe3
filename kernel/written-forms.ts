/** Names of characters that nobody sees, or that stand between, as mark-up writes them. */
const NAMED: Readonly<Record<string, string>> = {
  shy: '',
  zwj: '',
  zwnj: '',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
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
    .replace(/&#(\d{1,7});?/g, (_all, digits: string) => character(Number(digits)))
    .replace(/&#x([\da-f]{1,6});?/gi, (_all, digits: string) => character(Number.parseInt(digits, 16)))
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron);/gi, '$1')
    .replace(/&([a-z]{2,6});/gi, (all, name: string) => NAMED[name.toLowerCase()] ?? all);

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

/** Readings set above characters or behind them, and all other mark-up. */
const withoutRuby = (text: string): string =>
  text
    .replace(/<(rt|rp)\b[^<>]*>[^<>]*(?:<\/\1>)?/gi, '')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/(\p{sc=Han})《[ぁ-ゖァ-ヺー]+》/gu, '$1')
    .replace(/(\p{sc=Han})[（(〔[［][ぁ-ゖー\s]+[）)〕\]］]/gu, '$1');

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
  return [...new Set([text, plain, withoutRuby(plain)])];
}
