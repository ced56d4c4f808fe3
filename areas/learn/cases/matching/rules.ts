import { canonicalJson } from '../../../../kernel/text.ts';

type Thing = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const words = (thing: Thing, language: 'ja' | 'en'): string | undefined => {
  const of = (thing['text'] ?? thing) as Thing;
  const said = text(of[language]);
  return said && canonicalJson([thing['kind'] ?? '', said]);
};
const all = (thing: Thing, ...names: readonly string[]): string | undefined => {
  const values = names.map((name) => thing[name]);
  return values.every((value) => value === undefined)
    ? undefined
    : canonicalJson(values.map((v) => v ?? null));
};

/**
 * What a thing without an id is known by, from the surest down: an arrow by its ends, a label by its kind and numbers or
 * its words, a bullet by its words in either language, a time by what it is of.
 */
const KNOWN_BY: readonly ((thing: Thing) => string | undefined)[] = [
  (thing) => text(thing['id']),
  (thing) => text(thing['from']) && all(thing, 'from', 'to', 'nature'),
  (thing) => text(thing['from']) && all(thing, 'from', 'to'),
  ({ kind, numbers }) =>
    Array.isArray(numbers) && numbers.length > 0 ? canonicalJson([kind, numbers]) : undefined,
  (thing) => words(thing, 'ja'),
  (thing) => words(thing, 'en'),
  (thing) => all(thing, 'since', 'unstated') && canonicalJson([thing['what'] ?? null]),
];

/** Which of the base each element of a list is, and whether by its place alone. */
interface Match {
  readonly was: ReadonlyMap<number, number>;
  readonly byPlace: ReadonlySet<number>;
}

function match(base: readonly Thing[], list: readonly Thing[]): Match {
  const was = new Map<number, number>();
  const taken = new Set<number>();
  const put = (at: number, of: number): void => {
    was.set(at, of);
    taken.add(of);
  };
  const contents = base.map((each) => canonicalJson(each));
  list.forEach((each, at) => {
    const content = canonicalJson(each);
    const of = contents.findIndex((other, i) => other === content && !taken.has(i));
    if (of >= 0) put(at, of);
  });
  for (const key of KNOWN_BY) {
    const left = (of: readonly Thing[], gone: (at: number) => boolean) =>
      Map.groupBy(
        of.flatMap((each, at) => (gone(at) ? [] : [{ at, key: key(each) }])),
        (each) => each.key,
      );
    const theirs = left(base, (at) => taken.has(at));
    for (const [known, own] of left(list, (at) => was.has(at))) {
      const [one, two] = [own[0], theirs.get(known)?.[0]];
      // Of two that are alike nobody knows which is which.
      const alone = own.length === 1 && theirs.get(known)?.length === 1;
      if (known !== undefined && one && two && alone) put(one.at, two.at);
    }
  }
  const byPlace = new Set<number>();
  const shifted = base.length !== list.length || [...was].some(([at, of]) => at !== of);
  if (!shifted)
    list.forEach((_, at) => {
      if (was.has(at)) return;
      put(at, at);
      byPlace.add(at);
    });
  return { was, byPlace };
}

export interface Matched {
  /** A name for each element of each list; the same thing has the same one. */
  readonly names: Readonly<Record<'base' | 'mine' | 'theirs', readonly string[]>>;
  /** Names of what is taken for the same by its place alone. */
  readonly loose: ReadonlySet<string>;
}

/** What is the same thing in three lists without ids, two of which were made from the first. */
export function matched(base: readonly Thing[], mine: readonly Thing[], theirs: readonly Thing[]): Matched {
  const added: string[] = [];
  const loose = new Set<string>();
  const naming = (list: readonly Thing[]): string[] => {
    const { was, byPlace } = match(base, list);
    const seen = new Set<number>();
    return list.map((each, at) => {
      const of = was.get(at);
      if (byPlace.has(at)) loose.add(String(of));
      if (of !== undefined) return String(of);
      // What both added alike is one.
      const content = canonicalJson(each);
      let n = added.findIndex((other, i) => other === content && !seen.has(i));
      if (n < 0) n = added.push(content) - 1;
      seen.add(n);
      return String(base.length + n);
    });
  };
  return {
    names: { base: base.map((_, at) => String(at)), mine: naming(mine), theirs: naming(theirs) },
    loose,
  };
}
