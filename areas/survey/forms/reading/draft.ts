import { fieldFaultsOf } from '../../../../kernel/shape-faults.ts';
import { type ReportContent, reportContent } from '../../content/schema.ts';
import type { Faults, Place } from './faults.ts';

/** A report as it is put together from cells, each path with the cell it is from. */
export class Draft {
  readonly #values: Record<string, unknown> = {};
  readonly #places = new Map<string, Place>();

  /** @param value undefined of what could not be read: it stays as if nothing were said */
  put(path: string, value: unknown, place: Place): void {
    this.#places.set(path, place);
    if (value !== undefined) this.#set(path.split('.'), value);
  }

  #set(path: readonly string[], value: unknown): void {
    const last = path.at(-1) ?? '';
    const owner = path.slice(0, -1).reduce<Record<string, unknown>>((at, part) => {
      at[part] ??= {};
      return at[part] as Record<string, unknown>;
    }, this.#values);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }

  /** The lists of entries, that were put by their numbers, as lists. */
  #whole(): Record<string, unknown> {
    const list = (value: unknown) => Object.values((value ?? {}) as object);
    const { contacts, steps, parties, systems, ...rest } = this.#values;
    return {
      ...rest,
      contacts: list(contacts),
      steps: list(steps),
      parties: list(parties),
      systems: list(systems),
    };
  }

  /** The path of ours that a path of the whole is from: entries that were left out moved those after them. */
  #ownPath(path: readonly PropertyKey[]): string[] {
    const [first = '', second, ...rest] = path.map(String);
    const entries = this.#values[first];
    if (!['contacts', 'steps', 'parties', 'systems'].includes(first) || second === undefined)
      return path.map(String);
    return [first, Object.keys((entries ?? {}) as object)[Number(second)] ?? second, ...rest];
  }

  /** The nearest place of a path, or of what it is part of. */
  #placed(path: readonly string[]): [string, Place] | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const own = path.slice(0, length).join('.');
      const place = this.#places.get(own);
      if (place) return [own, place];
    }
    return undefined;
  }

  /** What could be read as a report; what does not fit one is told and left out. */
  finish(faults: Faults): ReportContent {
    for (let round = 0; round < 4; round += 1) {
      const read = reportContent.safeParse(this.#whole(), { reportInput: true });
      if (read.success) return read.data;
      for (const { path, mend } of fieldFaultsOf(read.error, '').map(({ field, mend }) => ({
        path: field.split('.'),
        mend,
      }))) {
        const own = this.#ownPath(path);
        const placed = this.#placed(own);
        // An entry that lacks what it needs is none; that was told already where its cell was read.
        const [at, place] = placed ?? [own.slice(0, 2).join('.'), undefined];
        if (place) faults.say(mend, place);
        this.#set(placed && round < 2 ? at.split('.') : own.slice(0, 2), undefined);
      }
    }
    return reportContent.parse({});
  }
}
