import { advanceOf, type Font } from './metrics/rules.ts';
import { phrasesOf } from './phrases.ts';

export { BOLD, FACES, type Font, lending, REGULAR } from './metrics/rules.ts';

/** What the font lacks is drawn by another one, nearly always one em wide. */
const FALLBACK_ADVANCE = 1000;

/** Width of one line in points, without kerning (drawn text switches kerning off). */
export function widthOf(text: string, font: Font, size: number): number {
  let width = 0;
  for (const character of text)
    width += advanceOf(font, character.codePointAt(0) as number) ?? FALLBACK_ADVANCE;
  return (width * size) / 1000;
}

/** JIS X 4051 §6.1: characters that begin or end no line. */
export const NO_START = new Set(
  "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%/／～〜…‥'",
);
export const NO_END = new Set('‘“（〔［｛〈《「『【([{¥￥＄$第');
export const COUNTERS = /[台社時分秒件名日月年回号％つ人か]/;
/** Joined to what stands before: combining marks, joiners, variation selectors, skin tones. */
const JOINED = /\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}]/u;

export const isKatakana = (c: string | undefined): boolean => c !== undefined && /[ァ-ヴー]/.test(c);
export const isKanji = (c: string): boolean => /[々一-龠]/.test(c);
export const isWord = (c: string | undefined): boolean =>
  c !== undefined && /[0-9A-Za-zÀ-ɏ.,\-_@&'’+#:%]/.test(c);

export const narrowed = (text: string): string => text.replace(/([0-9A-Za-zÀ-ɏ])’/g, "$1'");
/** The typographic apostrophe is half an em wide in a Japanese font and tears an English word: operator’ s. */
const apostrophes = (text: string, font: Font): string =>
  (advanceOf(font, 0x2019) ?? 0) > 400 ? narrowed(text) : text;

interface Unit {
  readonly text: string;
  /** What it costs to end a line here: nothing where a phrase ends. */
  readonly breakCost: number;
  /** The first half of a cluster that had to be cut. */
  readonly cut: boolean;
}

/** A line that ends inside a phrase, and one that ends between the parts of a compound: システム|保守事業者. */
const PHRASE_COST = 40;
const PART_COST = 14;

const OPENS = /[（(「『【]/;
const CLOSES = /[）)」』】]/;
const brackets = (characters: readonly string[]): number =>
  characters.reduce((depth, c) => depth + (OPENS.test(c) ? 1 : CLOSES.test(c) ? -1 : 0), 0);

const LONGEST_KATAKANA = 12;

function unitEnd(characters: readonly string[], from: number): number {
  let to = from + 1;
  const at = (i: number): string => characters[i] ?? '';
  if (isWord(at(from))) while (to < characters.length && isWord(at(to))) to++;
  else if (isKatakana(at(from)))
    while (to < characters.length && to - from < LONGEST_KATAKANA && isKatakana(at(to))) to++;
  // Digits stay with their counter: 35,000台.
  if (/[0-9０-９]/.test(at(to - 1)) && to < characters.length && COUNTERS.test(at(to))) to++;
  for (;;) {
    const joined = to < characters.length && (JOINED.test(at(to)) || at(to - 1) === '\u200d');
    const kept = to < characters.length && (NO_START.has(at(to)) || NO_END.has(at(to - 1)));
    if (!joined && !kept) break;
    to++;
    if (isWord(at(to - 1))) while (to < characters.length && isWord(at(to))) to++;
  }
  const spaced = to;
  while (to < characters.length && at(to) === ' ') to++;
  return to > spaced && NO_START.has(at(to)) ? unitEnd(characters, to) : to;
}

/** Clusters that no line may break, in order. */
function unitsOf(paragraph: string): Unit[] {
  const ends = new Set<number>();
  let position = 0;
  for (const phrase of phrasesOf(paragraph)) {
    position += [...phrase].length;
    ends.add(position);
  }
  const characters = [...paragraph];
  const units: Unit[] = [];
  let depth = 0;
  for (let i = 0; i < characters.length; ) {
    const to = unitEnd(characters, i);
    const last = characters[to - 1] ?? '';
    const next = characters[to] ?? '';
    // A comma within brackets does not part what they hold together.
    depth += brackets(characters.slice(i, to));
    const listed = last === '、' && depth > 0;
    const phraseEnd = !listed && (ends.has(to) || OPENS.test(next) || /[ /／、]/.test(last));
    const partEnd = listed || (isKatakana(last) && isKanji(next)) || (isKanji(last) && isKatakana(next));
    const breakCost = phraseEnd ? 0 : partEnd ? PART_COST : PHRASE_COST;
    units.push({ text: characters.slice(i, to).join(''), breakCost, cut: false });
    i = to;
  }
  return units;
}

/** What is wider than this many em may be cut anywhere; a word of ordinary length never should. */
const LONGEST_WORD = 16;

/** A word wider than the line is cut between characters: better than a box as wide as the page. */
function fitted(units: readonly Unit[], font: Font, size: number, limit: number): Unit[] {
  return units.flatMap((unit) => {
    const width = widthOf(unit.text, font, size);
    if (width <= limit * 1.6) return [unit];
    return [...unit.text].map((text) => ({ text, breakCost: PHRASE_COST, cut: width > LONGEST_WORD * size }));
  });
}

export interface Wrapped {
  readonly lines: readonly string[];
  readonly width: number;
  /** Lines that end inside a phrase. */
  readonly brokenPhrases: number;
  /** Lines that end inside a cluster too wide for any line. */
  readonly cuts: number;
}

const LINE_COST = 16;

interface Split {
  readonly cost: number;
  readonly ends: readonly number[];
}

/** Breaks after units so that lines come out near `target`; dynamic programming over all breaks. */
function splitNear(
  units: readonly Unit[],
  widths: readonly number[],
  size: number,
  target: number,
  limit: number,
): Split {
  const n = units.length;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1);
  best[0] = 0;
  for (let i = 0; i < n; i++) {
    const soFar = best[i] as number;
    if (soFar === Number.POSITIVE_INFINITY) continue;
    let width = 0;
    for (let j = i; j < n; j++) {
      width += widths[j] as number;
      if (width > limit && j > i) break;
      const last = j === n - 1;
      const off = (target - width) / size;
      let cost = soFar + LINE_COST + off * off * (last && width >= target * 0.4 ? 0.3 : 1);
      if (!last) cost += units[j]?.breakCost ?? 0;
      if (cost < (best[j + 1] as number)) {
        best[j + 1] = cost;
        from[j + 1] = i;
      }
    }
  }
  const ends: number[] = [];
  for (let at = n; at > 0; at = from[at] as number) ends.unshift(at);
  return { cost: best[n] as number, ends };
}

/**
 * Breaks a text into lines no wider than `limit` points where it can: between phrases, evenly, never against kinsoku.
 * An apostrophe within Latin text comes out as the narrow one where the font has a wide one. A single unbreakable cluster may be wider; `width` says how wide the widest line came out.
 */
export function wrap(text: string, font: Font, size: number, limit: number): Wrapped {
  const lines: string[] = [];
  let brokenPhrases = 0;
  let cuts = 0;
  for (const paragraph of text.split('\n')) {
    const units = fitted(unitsOf(apostrophes(paragraph.trim(), font)), font, size, limit);
    if (units.length === 0) continue;
    const widths = units.map((unit) => widthOf(unit.text, font, size));
    const total = widths.reduce((sum, width) => sum + width, 0);
    const fewest = Math.max(1, Math.ceil(total / limit));
    const splits = [0, 1, 2].map((more) =>
      splitNear(units, widths, size, Math.min(limit, (total / (fewest + more)) * 1.04), limit),
    );
    const split = splits.reduce((a, b) => (b.cost < a.cost - 1e-9 ? b : a));
    let start = 0;
    for (const end of split.ends) {
      if (end < units.length && units[end - 1]?.breakCost === PHRASE_COST) brokenPhrases++;
      if (end < units.length && units[end - 1]?.cut) cuts++;
      lines.push(
        units
          .slice(start, end)
          .map((unit) => unit.text)
          .join('')
          .trim(),
      );
      start = end;
    }
  }
  const width = Math.max(0, ...lines.map((line) => widthOf(line, font, size)));
  return { lines, brokenPhrases, cuts, width };
}

/** Line ends that no typesetter would make: against kinsoku, or inside a number or a Latin word. */
export function badBreaks(text: string, broken: readonly string[]): number {
  const whole = narrowed(text);
  const lines = broken.map(narrowed);
  let at = 0;
  return lines.slice(0, -1).filter((line, k) => {
    const next = lines[k + 1] as string;
    const end = whole.indexOf(line, at) + line.length;
    at = whole.indexOf(next, end);
    const between = whole.slice(end, at);
    // Where the author broke the line, the author answers for it.
    if (between.includes('\n')) return false;
    const before = [...line].at(-1) ?? '';
    const after = [...next][0] ?? '';
    const inWord = between === '' && isWord(before) && isWord(after);
    return inWord || NO_START.has(after) || NO_END.has(before);
  }).length;
}
