import type { Language } from '../../../kernel/language.ts';
import { advanceOf, type Font } from '../../figure/metrics/rules.ts';
import { phrasesOf } from '../../figure/phrases.ts';
import {
  COUNTERS,
  FACES,
  isKanji,
  isKatakana,
  isWord,
  NO_END,
  NO_START,
  narrowed,
} from '../../figure/text.ts';
import type { Said } from '../content.ts';

/** What a mark is set in, as a share of the text, and the room before it and within its frame. */
export const MARK = { size: 0.76, before: 0.25, within: 0.4 } as const;

export interface Style {
  readonly language: Language;
  readonly bold?: boolean;
  readonly size: number;
  readonly width: number;
}

/** What it costs to end a line after a letter, in squared em of an uneven edge. Never is only where nothing else fits. */
const NEVER = 1_000_000;
const INSIDE_PHRASE = 1.2;
const INSIDE_KANJI = 3;
const INSIDE_KATAKANA = 8;
const AFTER_HYPHEN = 2;
/** A last line of three letters or one word reads as a mistake; one of a few more is no beauty. */
const RUNT = 10_000;
const SHORT = 6;
const LINE = 3;

interface Letter {
  readonly text: string;
  readonly part: number;
  /** 1/1000 em, with a mark that follows it. */
  readonly width: number;
  readonly breakAfter: number;
}

/** A paragraph with what is the same at every size and width: its letters, their widths, where a line may end. */
export interface Paragraph {
  readonly letters: readonly Letter[];
  readonly parts: Said;
  readonly language: Language;
}

const markWidth = (mark: string, font: Font): number =>
  widthIn(mark, font) * MARK.size + (MARK.before + MARK.within) * 1000;

function widthIn(text: string, font: Font): number {
  let width = 0;
  for (const letter of text) width += advanceOf(font, letter.codePointAt(0) as number) ?? 1000;
  return width;
}

/** Joined to the letter before: combining marks, joiners, variation selectors. */
const isJoined = (letter: string): boolean => /^(?:\p{M}|\u200d|\p{Variation_Selector})$/u.test(letter);

function breakCost(a: string, b: string, phraseEnd: boolean): number {
  if (b === ' ' || isJoined(b)) return NEVER;
  if (a === ' ') return NO_END.has(b) || !NO_START.has(b) ? 0 : NEVER;
  if (NO_START.has(b) || NO_END.has(a)) return NEVER;
  if (isWord(a) && isWord(b)) return /[-‐–]/.test(a) && /[A-Za-z]/.test(b) ? AFTER_HYPHEN : NEVER;
  if (/[0-9０-９]/.test(a) && COUNTERS.test(b)) return NEVER;
  if (phraseEnd || /[、。・／]/.test(a)) return 0;
  if (isKatakana(a) && isKatakana(b)) return INSIDE_KATAKANA;
  return isKanji(a) && isKanji(b) ? INSIDE_KANJI : INSIDE_PHRASE;
}

export function paragraphOf(
  said: Said,
  marks: readonly string[],
  language: Language,
  bold = false,
): Paragraph {
  const font = FACES[language][bold ? 'bold' : 'regular'];
  const spelled = language === 'ja' ? said.map((part) => ({ ...part, text: narrowed(part.text) })) : said;
  const parts: Said = [...spelled, ...marks.map((mark) => ({ text: '', mark }))];
  const plain: { text: string; part: number; after: number }[] = [];
  parts.forEach((part, i) => {
    for (const text of part.text.replace(/\s+/g, ' ')) plain.push({ text, part: i, after: 0 });
    const last = plain.at(-1);
    if (part.mark && last) last.after += markWidth(part.mark, FACES[language].regular);
  });
  const ends = new Set<number>();
  let at = 0;
  if (language === 'ja')
    for (const phrase of phrasesOf(plain.map(({ text }) => text).join(''))) {
      at += [...phrase].length;
      ends.add(at);
    }
  const letters = plain.map(({ text, part, after }, i): Letter => {
    const next = plain[i + 1]?.text;
    return {
      text,
      part,
      width: (advanceOf(font, text.codePointAt(0) as number) ?? 1000) + after,
      breakAfter: next === undefined ? 0 : breakCost(text, next, ends.has(i + 1)),
    };
  });
  return { letters, parts, language };
}

/** What a last line must not be: in Japanese three letters, in English one word. */
export const isRunt = (text: string, language: Language): boolean =>
  language === 'ja' ? [...text.trim()].length <= 3 : !/\S\s+\S/.test(text);

/** Kerning and rounding may make a line a little wider than its letters. */
const SLACK = 0.998;

/** Where the lines end, so that their edge is as even as may be, no word is torn and the last line is no runt. */
function endsOf({ letters, language }: Paragraph, size: number, width: number): number[] {
  const room = (width * SLACK * 1000) / size;
  const n = letters.length;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1);
  best[0] = 0;
  for (let i = 0; i < n; i++) {
    const soFar = best[i] as number;
    let wide = 0;
    for (let j = i; j < n; j++) {
      const { text, width: w, breakAfter } = letters[j] as Letter;
      wide += w;
      // A blank at the end of a line takes no room.
      const seen = text === ' ' ? wide - w : wide;
      if (seen > room && j > i) break;
      const last = j === n - 1;
      const slack = Math.max(0, room - seen) / 1000;
      let cost = soFar + LINE + (last ? 0 : slack * slack + breakAfter);
      if (last && i > 0) {
        const end = letters
          .slice(i)
          .map((letter) => letter.text)
          .join('')
          .trim();
        if (isRunt(end, language)) cost += RUNT;
        else if (seen < room * 0.12) cost += SHORT;
      }
      if (cost < (best[j + 1] as number)) {
        best[j + 1] = cost;
        from[j + 1] = i;
      }
    }
  }
  const ends: number[] = [];
  for (let at = n; at > 0; at = from[at] as number) ends.unshift(at);
  return ends;
}

/** A book is tried at several pitches, which leave the lines as they are. */
const known = new WeakMap<Paragraph, Map<string, readonly Said[]>>();

/** A paragraph as lines of parts. A mark stays with the word it follows; a blank where a line ends is left out. */
export function linesOf(paragraph: Paragraph, size: number, width: number): readonly Said[] {
  const key = `${size} ${width}`;
  const kept = known.get(paragraph) ?? new Map<string, readonly Said[]>();
  known.set(paragraph, kept);
  const lines = kept.get(key) ?? brokenLines(paragraph, size, width);
  kept.set(key, lines);
  return lines;
}

function brokenLines(paragraph: Paragraph, size: number, width: number): Said[] {
  const { letters, parts } = paragraph;
  let start = 0;
  return endsOf(paragraph, size, width).map((end) => {
    const line: { text: string; part: number }[] = [];
    for (const { text, part } of letters.slice(start, end)) {
      const last = line.at(-1);
      if (last?.part === part) last.text += text;
      else line.push({ text, part });
    }
    const first = line[0];
    const last = line.at(-1);
    if (first) first.text = first.text.trimStart();
    if (last) last.text = last.text.trimEnd();
    const following = letters[end]?.part ?? parts.length;
    start = end;
    return line.flatMap(({ text, part }, i) => {
      const { mark, ...rest } = parts[part] ?? { text };
      const done = (line[i + 1]?.part ?? following) > part;
      // Marks of parts without words of their own stand after the word before them.
      const marksAfter = parts
        .slice(part + 1, line[i + 1]?.part ?? following)
        .flatMap((each) => (each.text === '' && each.mark ? [{ text: '', mark: each.mark }] : []));
      return [{ ...rest, text, ...(done && mark && { mark }) }, ...(done ? marksAfter : [])];
    });
  });
}
