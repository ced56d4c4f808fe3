import { OLD_FORMS, pairs } from '../../../../kernel/look-alikes.ts';
import { inLatin } from '../folding/romaji.ts';
import { initialsOf, isLatin } from '../forms/english.ts';
import { withoutLegalForm } from '../forms/japanese.ts';

/** Ways a name survives a careless change; each gives the name changed, or nothing where it does not apply. */
type Mutation = (name: string) => string | undefined;

const changed = (name: string, after: string): string | undefined => (after === name ? undefined : after);
const byTable =
  (table: ReadonlyMap<string, string>): Mutation =>
  (name) =>
    changed(name, [...name].map((letter) => table.get(letter) ?? letter).join(''));
const between = (name: string, sign: string): string => [...name].join(sign);
const inMiddle = (name: string, sign: string): string => {
  const letters = [...name];
  return [...letters.slice(0, letters.length >> 1), sign, ...letters.slice(letters.length >> 1)].join('');
};
const isWord = (name: string): boolean => /\p{L}/u.test(name) && [...name].length > 1;

const OLDER = new Map([...OLD_FORMS].map(([old, now]) => [now, old] as const));
const RADICALS = new Map(
  Array.from({ length: 214 }, (_, i) => String.fromCodePoint(0x2f00 + i)).map(
    (radical) => [radical.normalize('NFKC'), radical] as const,
  ),
);
const HALF_KANA = new Map(
  pairs(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー・',
    'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮｰ･',
  ),
);
const halfWidth: Mutation = (name) =>
  changed(
    name,
    [...name.normalize('NFD')]
      .map(
        (letter) => HALF_KANA.get(letter) ?? (letter === '\u3099' ? 'ﾞ' : letter === '\u309a' ? 'ﾟ' : letter),
      )
      .join(''),
  );
const shift =
  (from: string, to: string, by: number): Mutation =>
  (name) =>
    changed(
      name,
      name.replace(new RegExp(`[${from}-${to}]`, 'gu'), (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + by),
      ),
    );
const isKanaName = (name: string): boolean => /^[ぁ-ゖァ-ヺー・\s]+$/u.test(name);

/** By name, so that a test that fails says which. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'as it is written': (name) => name,
  'full width': shift('!', '~', 0xfee0),
  'half-width kana': halfWidth,
  capitals: (name) => changed(name, name.toUpperCase()),
  'small letters': (name) => changed(name, name.toLowerCase()),
  'kana as hiragana': shift('ァ', 'ヶ', -0x60),
  'kana as katakana': shift('ぁ', 'ゖ', 0x60),
  'long vowels left out': (name) => changed(name, name.replaceAll('ー', '')),
  'a minus for a long vowel': (name) => changed(name, name.replaceAll('ー', '−')),
  'a hyphen for a long vowel': (name) => changed(name, name.replaceAll('ー', '-')),
  'small kana as large': byTable(
    new Map(pairs('ァィゥェォッャュョぁぃぅぇぉっゃゅょ', 'アイウエオツヤユヨあいうえおつやゆよ')),
  ),
  'ヴァ for バ': (name) =>
    changed(
      name,
      name.replace(
        /バ|ビ|ベ|ボ/gu,
        (letter) => ({ バ: 'ヴァ', ビ: 'ヴィ', ベ: 'ヴェ', ボ: 'ヴォ' })[letter] ?? letter,
      ),
    ),
  'old forms of kanji': byTable(OLDER),
  'radicals for kanji': byTable(RADICALS),
  'dots of kana apart': (name) =>
    changed(name, name.normalize('NFD').replaceAll('\u3099', '゛').replaceAll('\u309a', '゜')),
  'combining marks': (name) => changed(name, name.normalize('NFD')),
  'zero width between letters': (name) => (isWord(name) ? between(name, '\u200b') : undefined),
  'a soft hyphen within': (name) => inMiddle(name, '\u00ad'),
  'marks of direction within': (name) => inMiddle(name, '\u2068\u2069\u200e'),
  'variation selectors': (name) =>
    /\p{sc=Han}/u.test(name) ? name.replace(/\p{sc=Han}/gu, '$&\u{e0100}') : undefined,
  'a blank within': (name) => inMiddle(name, ' '),
  'a blank between letters': (name) => (isWord(name) ? between(name, ' ') : undefined),
  'an ideographic blank within': (name) => inMiddle(name, '\u3000'),
  'a line break within': (name) => inMiddle(name, '\n    '),
  'hyphenated at a line break': (name) => (isLatin(name) && isWord(name) ? inMiddle(name, '-\n') : undefined),
  'dots between letters': (name) => (isWord(name) && !isLatin(name) ? between(name, '・') : undefined),
  'words joined by hyphens': (name) =>
    isLatin(name) && name.includes(' ') ? name.replace(/\s+/g, '-') : undefined,
  'words joined by low lines': (name) =>
    isLatin(name) && name.includes(' ') ? name.replace(/\s+/g, '_') : undefined,
  'words run together': (name) =>
    isLatin(name) && name.includes(' ') ? name.replace(/[\s.,]+/g, '') : undefined,
  'ヶ for ケ and が': (name) => changed(name, name.replace(/(?<=\p{sc=Han})[ケが](?=\p{sc=Han})/gu, 'ヶ')),
  'numerals of kanji': (name) =>
    changed(
      name,
      name.replace(/[1-9]/g, (digit) => '一二三四五六七八九'[Number(digit) - 1] ?? digit),
    ),
  'numerals as digits': (name) =>
    changed(
      name,
      name.replace(/[一二三四五六七八九]/gu, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1)),
    ),
  'Latin letters of Hepburn': (name) => (isKanaName(name) ? inLatin(name, 'hepburn') : undefined),
  'Latin letters of kunrei': (name) => (isKanaName(name) ? inLatin(name, 'kunrei') : undefined),
  'Latin letters with macrons': (name) =>
    isKanaName(name) ? inLatin(name, 'hepburn')?.replace(/ou|oo/g, 'ō').replaceAll('uu', 'ū') : undefined,
  'without its legal form': (name) => withoutLegalForm(name)[0],
  'a short legal form': (name) => changed(name, name.replace('株式会社', '㈱')),
  initials: (name) => initialsOf(name)[0],
  'letters drawn alike': byTable(new Map(pairs('aeopcxAEOPCXB', 'аеорсхАЕОРСХВ'))),
  'a reading behind each kanji': (name) =>
    /\p{sc=Han}/u.test(name) ? name.replace(/\p{sc=Han}/u, '$&（よみ）') : undefined,
};
