/** A person has few browsers, each with one stream for all its tabs; a key that is used by a program has as many at most. */
export const MOST_STREAMS = 20;

/** The live streams that are open, by whom they are for: a new one is never refused, the oldest of theirs ends for it. */
export class OpenStreams {
  readonly #of = new Map<string, Set<() => void>>();
  readonly #most: number;

  constructor(most = MOST_STREAMS) {
    this.#most = most;
  }

  /**
   * @param end called when this stream has to make room
   * @returns to be called when it is over
   */
  open(whose: string, end: () => void): () => void {
    const theirs = this.#of.get(whose) ?? new Set();
    this.#of.set(whose, theirs);
    theirs.add(end);
    for (const oldest of theirs) {
      if (theirs.size <= this.#most) break;
      theirs.delete(oldest);
      oldest();
    }
    return () => {
      theirs.delete(end);
      if (theirs.size === 0 && this.#of.get(whose) === theirs) this.#of.delete(whose);
    };
  }

  get people(): number {
    return this.#of.size;
  }
}
