import { canonicalJson } from '../../../../kernel/text.ts';
import type { CaseDocument } from '../schema.ts';

/** Two people changed the same place: mine stays, and the other's is shown. */
export interface Clash {
  /** Dotted path into the case; an element of a list by its id. */
  readonly path: string;
  readonly theirs: unknown;
}

export interface Merged {
  readonly document: CaseDocument;
  /** Places the other changed and I did not: taken over. */
  readonly taken: readonly string[];
  readonly clashes: readonly Clash[];
}

type Json = unknown;
const same = (a: Json, b: Json): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfNamed = (value: Json): value is Record<string, Json>[] =>
  Array.isArray(value) && value.every((each) => isObject(each) && typeof each['id'] === 'string');

class Merge {
  readonly taken: string[] = [];
  readonly clashes: Clash[] = [];

  value(path: string, base: Json, mine: Json, theirs: Json): Json {
    if (same(base, theirs) || same(mine, theirs)) return mine;
    if (isObject(mine) && isObject(theirs))
      return this.#object(path, isObject(base) ? base : {}, mine, theirs);
    if (isListOfNamed(mine) && isListOfNamed(theirs))
      return this.#list(path, isListOfNamed(base) ? base : [], mine, theirs);
    if (same(base, mine)) {
      this.taken.push(path);
      return theirs;
    }
    this.clashes.push({ path, theirs });
    return mine;
  }

  #object(
    path: string,
    base: Record<string, Json>,
    mine: Record<string, Json>,
    theirs: Record<string, Json>,
  ): Json {
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    return Object.fromEntries(
      names
        .map((name) => [
          name,
          this.value(path ? `${path}.${name}` : name, base[name], mine[name], theirs[name]),
        ])
        .filter(([, value]) => value !== undefined),
    );
  }

  /** By id and in my order; what the other added follows what it followed there, what the other removed unchanged is gone. */
  #list(
    path: string,
    base: Record<string, Json>[],
    mine: Record<string, Json>[],
    theirs: Record<string, Json>[],
  ): Json {
    const byId = (list: Record<string, Json>[]) => new Map(list.map((each) => [String(each['id']), each]));
    const [was, other] = [byId(base), byId(theirs)];
    const kept = mine.flatMap((each) => {
      const id = String(each['id']);
      const [before, there] = [was.get(id), other.get(id)];
      if (there) return [this.value(`${path}.${id}`, before, each, there)];
      if (before && same(before, each)) {
        this.taken.push(`${path}.${id}`);
        return [];
      }
      if (before) this.clashes.push({ path: `${path}.${id}`, theirs: null });
      return [each];
    }) as Record<string, Json>[];
    const here = new Set(mine.map((each) => String(each['id'])));
    theirs.forEach((each, at) => {
      const id = String(each['id']);
      if (here.has(id) || was.has(id)) return;
      this.taken.push(`${path}.${id}`);
      const after = kept.findIndex(({ id: earlier }) => earlier === theirs[at - 1]?.['id']);
      kept.splice(at === 0 ? 0 : after + 1 || kept.length, 0, each);
    });
    return kept;
  }
}

/**
 * Brings another's version and mine together, both written on the same base. Nothing of either is lost without a word:
 * what both changed stays as mine and is named.
 */
export function mergeCases(base: CaseDocument, mine: CaseDocument, theirs: CaseDocument): Merged {
  const merge = new Merge();
  const document = merge.value('', base, mine, theirs) as CaseDocument;
  return { document, taken: merge.taken, clashes: merge.clashes };
}
