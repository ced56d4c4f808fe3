/** Where letters stand is asked of an element that holds the same text in the same lines, and a blank at its end. */
function letterAt(mirror: Element, at: number): DOMRect | undefined {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getClientRects()[0];
    }
    left -= length;
  }
  return undefined;
}

const onLineOf = (one: DOMRect | undefined, other: DOMRect | undefined): boolean =>
  one === undefined || other === undefined || Math.abs(one.top - other.top) < other.height / 2;

/** Whether an arrow up or down would leave the text, and how far from the left the caret stands. */
export function leavesBy(mirror: Element, at: number, length: number, by: -1 | 1): number | undefined {
  const here = letterAt(mirror, at);
  if (!onLineOf(here, letterAt(mirror, by === -1 ? 0 : length))) return undefined;
  return here?.left ?? 0;
}

/** The place in the first or last line of a text that is nearest to a distance from the left. */
export function placeAt(mirror: Element, length: number, x: number, line: 'first' | 'last'): number {
  const edge = letterAt(mirror, line === 'first' ? 0 : length);
  let best = line === 'first' ? 0 : length;
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= length; at++) {
    const letter = letterAt(mirror, at);
    if (!letter || !onLineOf(letter, edge)) continue;
    const off = Math.abs(letter.left - x);
    if (off < nearest) [best, nearest] = [at, off];
  }
  return best;
}
