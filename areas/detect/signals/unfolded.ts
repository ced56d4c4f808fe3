/**
 * More than this many repeats lying unfolded would slow those who read counts; fewer would fold the same signals again and again.
 */
const MOST = 40_000;

/** How many repeats this process wrote down since it last had them folded, by organisation. */
class Unfolded {
  readonly #written = new Map<string, number>();

  /** @returns true when it is time to fold */
  add(orgId: string, repeats: number): boolean {
    const written = (this.#written.get(orgId) ?? 0) + repeats;
    const due = written >= MOST;
    this.#written.set(orgId, due ? 0 : written);
    return due;
  }
}

export const unfolded = new Unfolded();
