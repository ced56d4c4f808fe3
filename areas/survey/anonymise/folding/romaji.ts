import { isKana, shortened } from './kana.ts';

/** Kana as `foldText` writes them, in the spelling of Hepburn and in that of the cabinet's order (kunrei). */
const TABLE: readonly (readonly [kana: string, hepburn: string, kunrei: string])[] =
  `あ a a い i i う u u え e e お o o か ka ka き ki ki く ku ku け ke ke こ ko ko さ sa sa し shi si す su su せ se se そ so so
た ta ta ち chi ti つ tsu tu て te te と to to な na na に ni ni ぬ nu nu ね ne ne の no no は ha ha ひ hi hi ふ fu hu へ he he ほ ho ho
ま ma ma み mi mi む mu mu め me me も mo mo や ya ya ゆ yu yu よ yo yo ら ra ra り ri ri る ru ru れ re re ろ ro ro わ wa wa ん n n
が ga ga ぎ gi gi ぐ gu gu げ ge ge ご go go ざ za za じ ji zi ず zu zu ぜ ze ze ぞ zo zo だ da da で de de ど do do
ば ba ba び bi bi ぶ bu bu べ be be ぼ bo bo ぱ pa pa ぴ pi pi ぷ pu pu ぺ pe pe ぽ po po`
    .split(/\s+/)
    .reduce<string[][]>((rows, each, i) => {
      if (i % 3 === 0) rows.push([]);
      rows.at(-1)?.push(each);
      return rows;
    }, []) as [string, string, string][];
const SINGLE = new Map(TABLE.map(([kana, hepburn, kunrei]) => [kana, { hepburn, kunrei }] as const));

/** What joins the vowel of the kana before it, where that is of the row of い: きゃ, しょ. */
const GLIDES = new Map([
  ['や', 'a'],
  ['ゆ', 'u'],
  ['よ', 'o'],
]);
const SMALL = new Set([...'ァィゥェォャュョッぁぃぅぇぉゃゅょっ']);

export type Spelling = 'hepburn' | 'kunrei';

interface Syllable {
  readonly kana: string;
  readonly small: boolean;
}

/** Kana of a word with which of them are small, for folding makes all of them large. */
function syllablesOf(word: string): Syllable[] {
  const letters = [...word.normalize('NFKC')].filter((each) => /[ぁ-ゖァ-ヺ]/u.test(each));
  return letters.map((each) => ({
    kana: each >= 'ァ' ? String.fromCharCode(each.charCodeAt(0) - 0x60) : each,
    small: SMALL.has(each),
  }));
}

const BIG = new Map(
  [...'ぁあぃいぅうぇえぉおゃやゅゆょよっつ'.matchAll(/../gu)].map(([pair]) => [
    pair[0] ?? '',
    pair[1] ?? '',
  ]),
);
const FOLDED = new Map([
  ['ぢ', 'じ'],
  ['づ', 'ず'],
  ['ゐ', 'い'],
  ['ゑ', 'え'],
  ['を', 'お'],
  ['ゎ', 'わ'],
]);

/** A kana word in Latin letters; undefined where it is not kana alone. */
export function inLatin(word: string, spelling: Spelling): string | undefined {
  if (!/^[ぁ-ゖァ-ヺー・･\s]+$/u.test(word.normalize('NFKC'))) return undefined;
  let latin = '';
  let doubled = false;
  for (const { kana, small } of syllablesOf(word)) {
    if (kana === 'っ') {
      doubled = true;
      continue;
    }
    const big = BIG.get(kana) ?? kana;
    if (small && 'あいうえお'.includes(big)) {
      // ファ, ティ, ヴェ: the consonant goes on with another vowel.
      latin = latin.replace(/[aiueo]$/, '') + (SINGLE.get(big)?.hepburn ?? '');
      continue;
    }
    const glide = small ? GLIDES.get(big) : undefined;
    if (glide && /i$/.test(latin)) {
      const stem = latin.slice(0, -1);
      latin = spelling === 'hepburn' && /(?:sh|ch|j)$/.test(stem) ? stem + glide : `${stem}y${glide}`;
      continue;
    }
    const found = kana === 'ゔ' ? 'vu' : SINGLE.get(FOLDED.get(big) ?? big)?.[spelling];
    if (found === undefined) return undefined;
    const twice = spelling === 'hepburn' && found.startsWith('ch') ? 't' : (found[0] ?? '');
    latin += doubled ? twice + found : found;
    doubled = false;
  }
  return latin;
}

/** How a kana word may stand in Latin letters, its long vowels short: each spelling, n before b, m and p as m too. */
export function latinForms(word: string): string[] {
  const forms = (['hepburn', 'kunrei'] as const).flatMap((spelling) => {
    const latin = inLatin(word, spelling);
    if (!latin) return [];
    const short = shortened(latin);
    const asM = short.replace(/n(?=[bmp])/g, 'm');
    return [
      short,
      asM,
      short.replaceAll('tch', 'cch'),
      short.replaceAll('v', 'b'),
      short.replaceAll('jo', 'jyo'),
    ];
  });
  return [...new Set(forms)];
}

const KANA_OF = new Map<string, string>([
  ...TABLE.flatMap(([kana, hepburn, kunrei]) => [[hepburn, kana] as const, [kunrei, kana] as const]),
  ...TABLE.filter(([kana]) => 'きしちにひみりぎじびぴ'.includes(kana)).flatMap(([kana, hepburn, kunrei]) =>
    [...GLIDES].flatMap(([glide, vowel]) => {
      const stem = hepburn.slice(0, -1);
      const plain = /^(?:sh|ch|j)$/.test(stem) ? [stem + vowel] : [];
      return [...plain, `${stem}y${vowel}`, `${kunrei.slice(0, -1)}y${vowel}`].map(
        (latin) => [latin, kana + glide] as const,
      );
    }),
  ),
]);

/** A Latin word read as kana, as `foldText` writes them; undefined where it is no Japanese word in Latin letters. */
export function inKana(latin: string): string | undefined {
  let kana = '';
  let at = 0;
  while (at < latin.length) {
    const rest = latin.slice(at);
    const size = [3, 2, 1].find((each) => KANA_OF.has(rest.slice(0, each)) && rest.length >= each);
    // n before a consonant is ん; so is m before b, m and p.
    if (/^n(?:$|[^aiueoy])/.test(rest) || /^m[bmp]/.test(rest)) {
      kana += 'ん';
      at += 1;
    } else if (/^([^aiueon])\1|^t(?=ch)/.test(rest)) {
      kana += 'つ';
      at += 1;
    } else if (/^h(?:$|[^aiueoy])/.test(rest) && /[おこそとのほもよろごぞどぼぽ]$/u.test(kana)) at += 1;
    else if (size === undefined) return undefined;
    else {
      kana += KANA_OF.get(rest.slice(0, size)) ?? '';
      at += size;
    }
  }
  return kana === '' ? undefined : kana;
}

export const isKanaWord = (folded: string): boolean => folded !== '' && [...folded].every(isKana);
