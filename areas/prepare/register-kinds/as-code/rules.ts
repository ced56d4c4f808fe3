import { canonicalJson } from '../../../../kernel/text.ts';
import type { Planned } from './schema.ts';

type Json = Record<string, unknown>;
/** What a reader of the file writes for something, or undefined where it has no name of its own. */
export type Rename = (field: string, value: string) => string | undefined;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Renames what points at people and units, wherever it stands in an entry. */
export function renamed(value: unknown, rename: Rename, field = ''): unknown {
  if (typeof value === 'string') return rename(field, value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename, field));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renamed(item, rename, name)]));
}

/** Leaves out what says nothing: empty words, nulls, empty lists and what holds only such. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length > 0 ? value.map((item) => withoutEmpty(item) ?? item) : undefined;
  if (value === null || value === '') return undefined;
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, item]) => {
    const short = withoutEmpty(item);
    return short === undefined ? [] : [[name, short] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** An entry as short as it can be written so that reading it gives the same again. */
export function shortest(entry: Json, read: (written: unknown) => unknown): Json {
  const short = withoutEmpty(entry) as Json;
  return canonicalJson(read(short)) === canonicalJson(read(entry)) ? short : entry;
}

const differing = (before: Json, after: Json): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => canonicalJson(before[field]) !== canonicalJson(after[field]),
  );

/**
 * What a file does to a register, by key; entries it does not name stay, and are listed. One after the other, so that
 * whoever has much to do between them may stop.
 */
export function* planOf<R extends Planned['register']>(
  register: R,
  stored: ReadonlyMap<string, Json>,
  wanted: ReadonlyMap<string, Json>,
): Generator<Planned & { readonly register: R }> {
  for (const [key, after] of wanted) {
    const before = stored.get(key);
    const fields = before ? differing(before, after) : [];
    yield { register, key, change: !before ? 'new' : fields.length > 0 ? 'changed' : 'same', fields };
  }
  for (const key of stored.keys())
    if (!wanted.has(key)) yield { register, key, change: 'notInFile', fields: [] };
}
