import { type Entity, MOST_ALIASES, MOST_NAMES } from '../entities/schema.ts';
import { foldName } from '../folding/fold-text.ts';
import type { ListedEntity } from './schema.ts';
import type { Candidate } from './unlisted.ts';

type Called = Pick<Entity, 'names' | 'aliases'>;
/** What else something on the list is called. */
export interface Extension extends Called {
  readonly of: ListedEntity;
}
interface Taking {
  readonly of: ListedEntity | Candidate;
  readonly names: string[];
  readonly aliases: string[];
  label: Candidate['label'];
}

const keyOf = (written: string): string => foldName(written) || written;
const writtenOf = ({ names, aliases }: Called): string[] => [...names, ...aliases];
const isListed = (of: ListedEntity | Candidate): of is ListedEntity => 'id' in of;

/** Whether so many more names and aliases still fit. */
const hasRoom = ({ of, names, aliases }: Taking, more: Called): boolean => {
  const stands: Called = isListed(of) ? of : { names: [], aliases: [] };
  return (
    stands.names.length + names.length + more.names.length <= MOST_NAMES &&
    stands.aliases.length + aliases.length + more.aliases.length <= MOST_ALIASES
  );
};

/**
 * What is new to a list, each once, and what else something is called that is on it. Whoever has a name that is known is the
 * same, and no other word it is called by is lost; what was taken off the list does not come back.
 * @param removed names that were taken off
 */
export function sortOut(
  candidates: readonly Candidate[],
  listed: readonly ListedEntity[],
  removed: readonly string[],
): { readonly fresh: Candidate[]; readonly more: Extension[] } {
  const known = new Map<string, Taking>();
  const all: Taking[] = listed.map((of) => ({ of, names: [], aliases: [], label: undefined }));
  for (const taking of all)
    for (const key of writtenOf(taking.of).map(keyOf)) if (!known.has(key)) known.set(key, taking);
  const gone = new Set(removed.map(keyOf).filter((key) => !known.has(key)));
  const unknown = (written: readonly string[], to: Taking, shortest: number): string[] =>
    written.filter((each) => {
      const key = keyOf(each);
      if (key.length < shortest || known.has(key) || gone.has(key)) return false;
      known.set(key, to);
      return true;
    });
  for (const candidate of candidates) {
    const keys = candidate.names.map(keyOf);
    const same = keys.map((key) => known.get(key)).find((each) => each !== undefined);
    if (!same && keys.some((key) => gone.has(key))) continue;
    const own: Taking = { of: candidate, names: [], aliases: [], label: candidate.label };
    const to = same && hasRoom(same, candidate) ? same : own;
    const names = unknown(candidate.names, to, 2);
    // A letter alone is no name to be looked for everywhere.
    if (!same && names.length === 0) continue;
    const aliases = unknown(candidate.aliases, to, 1);
    to.label ??= own.label;
    to.names.push(...names);
    to.aliases.push(...aliases);
    if (to === own && names.length + aliases.length > 0) all.push(own);
  }
  return {
    fresh: all.flatMap(({ of, names, aliases, label }): Candidate[] =>
      isListed(of) ? [] : [withNames({ ...of, ...(label && { label }) }, names, aliases)],
    ),
    more: all.flatMap(({ of, names, aliases }): Extension[] =>
      isListed(of) && names.length + aliases.length > 0 ? [{ of, names, aliases }] : [],
    ),
  };
}

/** What is listed has a name: where only aliases are new beside a full list of them, these are its names. */
const withNames = (of: Candidate, names: readonly string[], aliases: readonly string[]): Candidate =>
  names.length > 0
    ? { ...of, names: [...names], aliases: [...aliases] }
    : { ...of, names: aliases.slice(0, MOST_NAMES), aliases: aliases.slice(MOST_NAMES) };
