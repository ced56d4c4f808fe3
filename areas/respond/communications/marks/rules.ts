import { says } from '../../../../kernel/alike.ts';

export interface Mark {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a text says words that are withheld, in order and without overlap. What counts as saying one is decided where the
 * server decides it; here the place is only narrowed down, so that nothing is marked that would not be stopped.
 */
export function marksOf(text: string, words: readonly string[]): Mark[] {
  const found = words
    .flatMap((word) => placesOf(text, word))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const marks: Mark[] = [];
  for (const mark of found) {
    const last = marks.at(-1);
    if (!last || mark.from >= last.to) marks.push(mark);
    else if (mark.to > last.to) marks[marks.length - 1] = { from: last.from, to: mark.to };
  }
  return marks;
}

function placesOf(text: string, word: string): Mark[] {
  const places: Mark[] = [];
  let begin = 0;
  while (begin < text.length) {
    const rest = text.slice(begin);
    if (!says(rest, word)) break;
    // The shortest beginning that says it ends with it; the shortest end of that is it.
    const to = least(rest.length, (end) => says(rest.slice(0, end), word));
    const length = least(to, (size) => says(rest.slice(to - size, to), word));
    places.push({ from: begin + to - length, to: begin + to });
    begin += to;
  }
  return places;
}

/** The least number up to `most` that will do, where every greater one does too. */
function least(most: number, will: (n: number) => boolean): number {
  let low = 1;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (will(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A text in pieces, every other of which is marked; the pieces together are the text. */
export function piecesOf(
  text: string,
  marks: readonly Mark[],
): { readonly text: string; readonly marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    pieces.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), marked: false }].filter((piece) => piece.text !== '');
}
