import { foldName } from '../folding/fold-text.ts';
import { shortened } from '../folding/kana.ts';
import { inKana, isKanaWord } from '../folding/romaji.ts';
import {
  BUSINESS_EN,
  BUSINESS_JA,
  COMMON,
  HOUSES,
  LEGAL_FORMS_EN,
  LEGAL_FORMS_JA,
  PLACES_EN,
  PLACES_JA,
  READINGS,
} from './words.ts';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const anyOf = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const LEGAL_JA = new RegExp(`^(?:${anyOf(LEGAL_FORMS_JA)})|(?:${anyOf(LEGAL_FORMS_JA)})$`, 'gu');
const LEGAL_EN = new RegExp(`(?:,?\\s+(?:${anyOf(LEGAL_FORMS_EN)}))+\\s*$`, 'iu');
const ARTICLE = /^the\s+/i;

const isTelling = (stem: string): boolean =>
  !COMMON.has(stem.toLowerCase()) &&
  (/[^\p{sc=Latn}\p{N}\p{P}\s]/u.test(stem) ? [...stem].length >= 2 : stem.length >= 3);

/** A name without what the house is by law, where what is left still names it. */
export function withoutLegalForm(name: string): string[] {
  const plain = name.normalize('NFKC').trim();
  const bare = plain.replace(LEGAL_JA, '').trim().replace(LEGAL_EN, '').replace(ARTICLE, '').trim();
  return bare !== plain && bare !== '' && isTelling(bare) ? [bare] : [];
}

const BUSINESS_ENDING_JA = new RegExp(`(?:${anyOf(BUSINESS_JA)})$`, 'u');
const BUSINESS_ENDING_EN = new RegExp(`\\s+(?:${anyOf(BUSINESS_EN)})$`, 'iu');

/** A house without what it does: 小島プレス工業 is 小島プレス, Kojima Press Industry is Kojima Press. */
export function withoutBusiness(stem: string): string[] {
  const bare = stem.replace(BUSINESS_ENDING_JA, '').replace(BUSINESS_ENDING_EN, '').trim();
  return bare !== stem && [...bare].length >= 3 && isTelling(bare) ? [bare] : [];
}

/** 関西電力 is called 関電, 大阪大学 阪大, 名古屋港 名港: made of the first or last letter of its name and of its kind. */
export function shortNames(stem: string): string[] {
  const found = HOUSES.flatMap(([kind, short]) => {
    const head = stem.endsWith(kind) ? stem.slice(0, -kind.length) : '';
    if (!/^\p{sc=Han}{2,4}$/u.test(head)) return [];
    return [`${head[0]}${short}`, `${head.at(-1)}${short}`];
  });
  return [...new Set(found)].filter((each) => !COMMON.has(each));
}

const PLACE_JA = new RegExp(`(?:${anyOf(PLACES_JA)})$`, 'u');
const PLACE_EN = new RegExp(`^(?:Port|City|Town|County)\\s+of\\s+|\\s+(?:${anyOf(PLACES_EN)})$`, 'iu');

/** A place without what it is: 名古屋市 is 名古屋, the Port of Nagoya is Nagoya. */
export function barePlaces(name: string): string[] {
  const plain = name.normalize('NFKC').trim().replace(ARTICLE, '');
  const bare = plain.replace(PLACE_JA, '').replace(PLACE_EN, '').trim();
  return bare !== plain && isTelling(bare) ? [bare] : [];
}

const WRITTEN = new Map(Object.entries(READINGS).map(([kanji, kana]) => [shortened(foldName(kana)), kanji]));

/** How a place is read, or written where its reading is listed, as far as that is known of it. */
export function readingsOfPlace(name: string): string[] {
  const bare = name.normalize('NFKC').replace(PLACE_JA, '');
  const reading = READINGS[bare] ?? READINGS[name];
  if (reading) return [reading];
  const letters = foldName(name);
  const kanji = WRITTEN.get(shortened(isKanaWord(letters) ? letters : (inKana(letters) ?? '')));
  return kanji ? [kanji, READINGS[kanji] ?? kanji] : [];
}
