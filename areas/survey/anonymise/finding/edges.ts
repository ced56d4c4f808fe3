import type { Folded } from '../folding/fold-text.ts';
import { isKana } from '../folding/kana.ts';
import type { Form } from '../forms/form.ts';
import { CALLED } from '../forms/people.ts';
import { SMALL_WORDS } from '../forms/words.ts';
import type { Hit } from './trie.ts';

const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const HAN = /^\p{sc=Han}$/u;
const PARTICLES = 'はがのにをでともへやおかよだなさくしちっ';
/** Shorter than this a Latin or kana name is told from others by what stands around it. */
const SHORT = 4;

interface Looked {
  readonly text: string;
  readonly folded: Folded;
  readonly hit: Hit;
  readonly form: Form;
}

const unitAt = ({ folded }: Looked, at: number): number =>
  at < 0 || at >= folded.length ? 0 : (folded.letters[at] ?? 0);
/** The letter that stands right before or behind, with nothing between. */
const before = (looked: Looked): number =>
  (looked.folded.gaps[looked.hit.first] ?? 0) === 0 ? unitAt(looked, looked.hit.first - 1) : 0;
const behind = (looked: Looked, skip = 0): number => {
  const at = looked.hit.end + skip;
  return (looked.folded.gaps[at] ?? 0) === 0 ? unitAt(looked, at) : 0;
};
const written = ({ text, folded, hit }: Looked): string =>
  text.slice(folded.from[hit.first] ?? 0, folded.to[hit.end - 1] ?? 0);

/** A token of an address, a path or a program joins words without a blank. */
function inToken({ text, folded, hit }: Looked): boolean {
  const from = folded.from[hit.first] ?? 0;
  const to = folded.to[hit.end - 1] ?? 0;
  const left = /[\w.@%/\\-]*$/.exec(text.slice(Math.max(0, from - 60), from))?.[0] ?? '';
  const right = /^[\w.@%/\\-]*/.exec(text.slice(to, to + 60))?.[0] ?? '';
  return /[@_\d/\\%]|\.(?=\w)|(?<=\w)\.|[a-z][A-Z]/.test(`${left}${text.slice(from, to)}${right}`);
}

const upper = (text: string, at: number): boolean => /^\p{Lu}/u.test(text.slice(at, at + 2));

function standsAlone(looked: Looked): boolean {
  const { text, folded, hit, form } = looked;
  const from = folded.from[hit.first] ?? 0;
  const camel = (at: number, prior: number): boolean => upper(text, at) && !upper(text, prior);
  const leftFree = !isLetter(before(looked)) || camel(from, (folded.from[hit.first - 1] ?? 0) as number);
  let skip = 0;
  if (form.sounds) while (folded.drawn[hit.end + skip] && isLetter(behind(looked, skip))) skip += 1;
  const next = behind(looked, skip);
  const nextAt = folded.from[hit.end + skip] ?? 0;
  const plural = next === 0x73 && form.letters.length >= SHORT && !isLetter(behind(looked, skip + 1));
  const rightFree =
    !isLetter(next) || plural || camel(nextAt, (folded.from[hit.end + skip - 1] ?? 0) as number);
  if (leftFree && rightFree) return true;
  return form.letters.length > SHORT && inToken(looked);
}

const script = (text: string, at: number): 'hiragana' | 'katakana' | 'other' => {
  const letter = text[at] ?? '';
  if (/[ぁ-ゖ]/u.test(letter)) return 'hiragana';
  return /[ァ-ヺｦ-ﾟ]/u.test(letter) ? 'katakana' : 'other';
};

/** "はなさく" says no なさ: what is short needs its edges, and behind a name of three kana a particle may follow. */
function kanaStandsAlone({ text, folded, hit, form }: Looked): boolean {
  const size = form.letters.length;
  if (size >= SHORT) return true;
  const at = folded.from[hit.first] ?? 0;
  const own = script(text, at);
  const sameAs = (index: number): string | undefined => {
    if (index < 0 || index >= folded.length) return undefined;
    const place = folded.from[index] ?? 0;
    return script(text, place) === own ? String.fromCharCode(folded.letters[index] ?? 0) : undefined;
  };
  const left = (folded.gaps[hit.first] ?? 0) === 0 ? sameAs(hit.first - 1) : undefined;
  const right = (folded.gaps[hit.end] ?? 0) === 0 ? sameAs(hit.end) : undefined;
  const isParticle = (letter: string | undefined): boolean =>
    letter === undefined || (own === 'hiragana' && PARTICLES.includes(letter));
  return size === SHORT - 1 ? isParticle(left) : size > 1 && isParticle(right) && left === undefined;
}

/** How wide the widest gap within is, and how many letters have one before them. */
function gapsWithin({ folded, hit }: Looked): { widest: number; count: number } {
  let widest = 0;
  let count = 0;
  for (let at = hit.first + 1; at < hit.end; at++) {
    const gap = folded.gaps[at] ?? 0;
    if (gap > widest) widest = gap;
    if (gap > 0) count += 1;
  }
  return { widest, count };
}

function holdsTogether(looked: Looked): boolean {
  const { form, hit } = looked;
  const { widest, count } = gapsWithin(looked);
  if (count === 0) return true;
  const size = form.letters.length;
  if (widest === 3) return size >= 6;
  if (widest === 2) return size >= SHORT;
  if (size >= SHORT) return true;
  // So short a name is taken apart letter by letter, or written in capitals, or of kanji.
  const every = count === hit.end - hit.first - 1;
  const own = written(looked);
  return (
    every ||
    (size === SHORT - 1 && form.sounds && isKana(form.letters[0])) ||
    (own === own.toUpperCase() && /\p{Lu}/u.test(own)) ||
    /^[\p{sc=Han}\P{L}]+$/u.test(own)
  );
}

const isHan = (unit: number): boolean => unit !== 0 && HAN.test(String.fromCharCode(unit));

function fitsEdges(looked: Looked): boolean {
  const { form, text, folded, hit } = looked;
  const own = written(looked);
  const end = folded.to[hit.end - 1] ?? 0;
  switch (form.edges) {
    case 'alone':
      return !isHan(before(looked)) && !isHan(behind(looked)) && !isKana(String.fromCharCode(before(looked)));
    case 'capitals':
      return (
        own === own.toUpperCase() &&
        (form.letters.length >= 3 ||
          /^\p{Lu}[.．]\s?\p{Lu}[.．]?/u.test(text.slice(folded.from[hit.first] ?? 0, end + 1)))
      );
    case 'called':
      return CALLED.test(text.slice(end).trimStart()) && !isHan(before(looked));
    default:
      return form.letters.length > 1 || (!isHan(before(looked)) && !isHan(behind(looked)));
  }
}

/** Whether what was found is the name, and not letters of other words that happen to follow each other. */
export function isTheName(looked: Looked): boolean {
  const { form, folded, hit } = looked;
  if (hit.stretched && !form.sounds) return false;
  if (!holdsTogether(looked) || !fitsEdges(looked)) return false;
  const first = folded.letters[hit.first] ?? 0;
  const last = folded.letters[hit.end - 1] ?? 0;
  if (isDigit(first) && isDigit(before(looked))) return false;
  if (isDigit(last) && isDigit(behind(looked))) return false;
  if ((isLetter(first) || isLetter(last)) && !standsAlone(looked)) return false;
  if (SMALL_WORDS.has(form.letters) && written(looked) !== form.shown) return false;
  return !(isKana(String.fromCharCode(first)) && form.sounds) || kanaStandsAlone(looked);
}
