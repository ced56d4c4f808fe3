import { canonicalJson } from '../../../../kernel/text.ts';
import { matched } from '../matching/rules.ts';
import { type CaseDocument, CLAIM_SECTIONS } from '../schema.ts';

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
const isListOfThings = (value: Json): value is Record<string, Json>[] =>
  Array.isArray(value) && value.every(isObject);
const isListOfNamed = (value: Json): value is Record<string, Json>[] =>
  isListOfThings(value) && value.every((each) => typeof each['id'] === 'string');

type Sections = CaseDocument['sections'];
/** Elements by their ids, each with the list it stands in. */
type Named = ReadonlyMap<string, { readonly place: string; readonly value: Json }>;
const named = (place: string, list: readonly Json[]): Named =>
  new Map(list.map((value) => [String((value as Record<string, Json>)['id']), { place, value }]));

/** The order of a list: mine where I changed it, else the other's; whoever is only in one follows what it followed there. */
function orderOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  stays: (id: string) => boolean,
): string[] {
  const common = (of: readonly string[], by: readonly string[]) => of.filter((id) => by.includes(id));
  const turned = (of: readonly string[]) => !same(common(base, of), common(of, base));
  const [lead, other] = turned(theirs) && !turned(mine) ? [theirs, mine] : [mine, theirs];
  const order = lead.filter(stays);
  other.forEach((id, at) => {
    if (!stays(id) || order.includes(id)) return;
    const before = other.slice(0, at).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

class Merge {
  readonly taken: string[] = [];
  readonly clashes: Clash[] = [];

  value(path: string, base: Json, mine: Json, theirs: Json): Json {
    if (same(base, theirs) || same(mine, theirs)) return mine;
    if (isObject(mine) && isObject(theirs))
      return this.#object(path, isObject(base) ? base : {}, mine, theirs);
    const were = isListOfThings(base) ? base : [];
    if (isListOfNamed(were) && isListOfNamed(mine) && isListOfNamed(theirs))
      return this.#list(path, were, mine, theirs);
    if (!same(base, mine) && isListOfThings(mine) && isListOfThings(theirs))
      return this.#unnamed(path, were, mine, theirs);
    return this.#whole(path, base, mine, theirs);
  }

  /** One thing that is taken or left as it is. */
  #whole(path: string, base: Json, mine: Json, theirs: Json): Json {
    if (same(base, theirs) || same(mine, theirs)) return mine;
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

  /** By id; what the other added follows what it followed there, what the other removed unchanged is gone. */
  #list(
    path: string,
    base: Record<string, Json>[],
    mine: Record<string, Json>[],
    theirs: Record<string, Json>[],
  ): Json {
    const lists = { base: named('', base), mine: named('', mine), theirs: named('', theirs) };
    return this.#placed(() => path, [''], lists).get('') ?? [];
  }

  /**
   * Without ids: each by what it is like in the base. What merely stands where something else stood may be another thing:
   * it is never mixed with what the other wrote.
   */
  #unnamed(
    path: string,
    base: Record<string, Json>[],
    mine: Record<string, Json>[],
    theirs: Record<string, Json>[],
  ): Json {
    const { names, loose } = matched(base, mine, theirs);
    const by = (list: readonly Json[], ids: readonly string[]): Named =>
      new Map(list.map((value, at) => [ids[at] ?? String(at), { place: '', value }]));
    const lists = {
      base: by(base, names.base),
      mine: by(mine, names.mine),
      theirs: by(theirs, names.theirs),
    };
    return this.#placed(() => path, [''], lists, loose).get('') ?? [];
  }

  /** The claims of all sections at once, so that what one moved to another section stays one with what the other wrote in it. */
  sections(base: Sections, mine: Sections, theirs: Sections): Sections {
    const all = (sections: Sections): Named =>
      new Map(CLAIM_SECTIONS.flatMap((section) => [...named(section, sections[section])]));
    const lists = { base: all(base), mine: all(mine), theirs: all(theirs) };
    const placed = this.#placed((section) => `sections.${section}`, CLAIM_SECTIONS, lists);
    return Object.fromEntries(CLAIM_SECTIONS.map((each) => [each, placed.get(each) ?? []])) as Sections;
  }

  /** What of each place is there when all is done, in its order. */
  #placed(
    pathOf: (place: string) => string,
    places: readonly string[],
    { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', Named>>,
    loose: ReadonlySet<string> = new Set(),
  ): Map<string, Json[]> {
    const kept = new Map<string, { place: string; value: Json }>();
    for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
      const [was, here, there] = [base.get(id), mine.get(id), theirs.get(id)];
      const path = `${pathOf((here ?? there)?.place ?? '')}.${id}`;
      if (here && there) {
        const moved = was !== undefined && was.place === here.place && here.place !== there.place;
        if (moved) this.taken.push(path);
        const place = moved ? there.place : here.place;
        const value = loose.has(id)
          ? this.#whole(path, was?.value, here.value, there.value)
          : this.value(path, was?.value, here.value, there.value);
        kept.set(id, { place, value });
      } else if (here) {
        const untouched = was?.place === here.place && same(was.value, here.value);
        if (untouched) this.taken.push(path);
        else kept.set(id, here);
        if (was && !untouched) this.clashes.push({ path, theirs: null });
      } else if (there && !was) {
        this.taken.push(path);
        kept.set(id, there);
      } else if (there && !same(was?.value, there.value)) this.clashes.push({ path, theirs: there.value });
    }
    return new Map(
      places.map((place) => {
        const ids = (of: Named): string[] => [...of].flatMap(([id, at]) => (at.place === place ? [id] : []));
        const order = orderOf(ids(base), ids(mine), ids(theirs), (id) => kept.get(id)?.place === place);
        return [place, order.map((id) => kept.get(id)?.value)];
      }),
    );
  }
}

const without = ({ sections: _, ...rest }: CaseDocument): Omit<CaseDocument, 'sections'> => rest;

/**
 * Brings another's version and mine together, both written on the same base. Nothing of either is lost without a word:
 * what both changed stays as mine and is named.
 */
export function mergeCases(base: CaseDocument, mine: CaseDocument, theirs: CaseDocument): Merged {
  const merge = new Merge();
  const others = merge.value('', without(base), without(mine), without(theirs)) as Omit<
    CaseDocument,
    'sections'
  >;
  const sections = merge.sections(base.sections, mine.sections, theirs.sections);
  const document: CaseDocument = { ...others, sections };
  return { document, taken: merge.taken, clashes: merge.clashes };
}
