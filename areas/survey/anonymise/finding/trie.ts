import type { Folded } from '../folding/fold-text.ts';

/** A place in a text where all letters of a pattern stand. */
export interface Hit {
  /** Of letters: the first, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  readonly pattern: number;
  /** Some letters were taken for drawn-out vowels and passed over. */
  readonly stretched: boolean;
}

/** Of so many ways to read one place no more is looked for; a text made to have many is no name. */
const MOST_WAYS = 4_000;

interface Walk {
  readonly text: Folded;
  readonly first: number;
  readonly found: (hit: Hit) => void;
  ways: number;
}

/** All patterns in one tree, walked from every letter of a text: a letter may be another it is taken for, or none. */
export class Trie {
  readonly #roots = new Int32Array(65_536);
  readonly #next = new Map<number, number>();
  readonly #ends: (number[] | undefined)[] = [undefined];

  add(letters: string, pattern: number): void {
    let node = 0;
    for (let i = 0; i < letters.length; i++) {
      const unit = letters.charCodeAt(i);
      let next = this.#step(node, unit);
      if (next === 0) {
        next = this.#ends.push(undefined) - 1;
        if (node === 0) this.#roots[unit] = next;
        else this.#next.set(node * 65_536 + unit, next);
      }
      node = next;
    }
    const ends = this.#ends[node];
    if (ends) ends.push(pattern);
    else this.#ends[node] = [pattern];
  }

  #step(node: number, unit: number): number {
    if (node === 0) return this.#roots[unit] ?? 0;
    return this.#next.get(node * 65_536 + unit) ?? 0;
  }

  find(text: Folded, found: (hit: Hit) => void): void {
    const { letters, others, length } = text;
    for (let first = 0; first < length; first++) {
      const root = this.#roots[letters[first] ?? 0] ?? 0;
      const other = others[first] ?? 0;
      const alike = other === 0 ? 0 : (this.#roots[other] ?? 0);
      if (root) this.#walk({ text, first, found, ways: MOST_WAYS }, root, first + 1, false);
      if (alike) this.#walk({ text, first, found, ways: MOST_WAYS }, alike, first + 1, false);
    }
  }

  #walk(walk: Walk, node: number, at: number, stretched: boolean): void {
    const { text, first, found } = walk;
    for (const pattern of this.#ends[node] ?? []) found({ first, end: at, pattern, stretched });
    if (at >= text.length || walk.ways-- <= 0) return;
    const own = this.#step(node, text.letters[at] ?? 0);
    if (own) this.#walk(walk, own, at + 1, stretched);
    const like = text.others[at] ?? 0;
    const taken = like === 0 ? 0 : this.#step(node, like);
    if (taken) this.#walk(walk, taken, at + 1, stretched);
    if (text.drawn[at]) this.#walk(walk, node, at + 1, true);
  }
}
