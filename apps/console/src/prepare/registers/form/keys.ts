import { isValue, type Value } from './shape.ts';

const MOST = 40;

/** What is read as the name of a thing, the first that is written. */
const NAMES = ['name', 'title', 'subject', 'text', 'to'] as const;
export const nameIn = (item: Value): string => {
  const found = NAMES.find((field) => typeof item[field] === 'string' && item[field] !== '');
  return found ? String(item[found]) : '';
};

/** `roles` to `role`, `parties` to `party`: what one of a list is called in a key. */
export const oneOfList = (list: string): string => list.replace(/ies$/, 'y').replace(/s$/, '');

/** A short key out of the Latin letters and digits of a name; a name in another script has none, and `otherwise` stands for it. */
export function keyFrom(name: string, otherwise: string): string {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
  // A number alone says nothing of what it is a key of.
  return /[a-z]/.test(latin) ? latin : `${otherwise}${latin === '' ? '' : `-${latin}`}`.slice(0, MOST);
}

/** The same where a key has to begin with a letter. */
export function letteredKeyFrom(name: string, otherwise: string): string {
  const key = keyFrom(name, otherwise);
  return /^[a-z]/.test(key) ? key : `${otherwise}-${key}`.slice(0, MOST);
}

/** The key itself, or with the first number after it that is free. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let n = 2; ; n++) {
    const numbered = `${key.slice(0, MOST)}-${n}`;
    if (!taken.has(numbered)) return numbered;
  }
}

export const keysIn = (items: readonly unknown[]): ReadonlySet<string> =>
  new Set(items.flatMap((each) => (isValue(each) && typeof each['key'] === 'string' ? [each['key']] : [])));

/** Every key within an entry, at any depth. */
export function keysWithin(within: unknown): ReadonlySet<string> {
  if (Array.isArray(within))
    return new Set([...keysIn(within), ...within.flatMap((each) => [...keysWithin(each)])]);
  return isValue(within)
    ? new Set(Object.values(within).flatMap((each) => [...keysWithin(each)]))
    : new Set();
}

/** Whether a text stands anywhere in an entry, but as something’s own key. */
export function mentions(within: unknown, text: string): boolean {
  if (Array.isArray(within)) return within.some((each) => mentions(each, text));
  if (!isValue(within)) return within === text;
  return Object.entries(within).some(([field, each]) => field !== 'key' && mentions(each, text));
}

/**
 * The key of an item that is written anew: it follows the name until something knows the item by its key.
 * @param taken keys of the others
 * @param known whether the item was kept under its key before, or something points at it
 */
export function keyFollowing(
  before: Value,
  after: Value,
  { taken, known, otherwise }: { taken: ReadonlySet<string>; known: boolean; otherwise: string },
): string {
  const made = (item: Value): string => freeKey(keyFrom(nameIn(item), otherwise), taken);
  const written = String(after['key'] ?? '');
  if (written === '') return made(after);
  // Somebody wrote another key: it is theirs.
  if (known || written !== before['key'] || written !== made(before)) return written;
  return made(after);
}
