export interface Leaf {
  readonly path: readonly string[];
  readonly value: string;
}

/** A text that holds an object or a list, as some senders wrap what they have to say, is shown opened. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

interface Named {
  readonly name: string;
  readonly value: unknown;
}

/** One of a list such as `[{"key": "host", "value": "db1"}]`; undefined for anything else. */
function namedOf(item: unknown): Named | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const fields = new Map(Object.entries(item).map(([field, held]) => [field.toLowerCase(), held]));
  const name = fields.get('key') ?? fields.get('name');
  // A number would be taken for a position.
  if (typeof name !== 'string' || name === '' || /^\d+$/.test(name) || !fields.has('value')) return undefined;
  return { name, value: fields.get('value') };
}

/** Where every element names its value, they are found by name: senders put them in any order. */
function allNamed(list: readonly unknown[]): Named[] | undefined {
  const named = list.flatMap((item) => namedOf(item) ?? []);
  const isEach = named.length === list.length && new Set(named.map(({ name }) => name)).size === list.length;
  return isEach ? named : undefined;
}

/** Every value of a sample with its place; a list of alerts is shown by its first elements. */
export function leavesOf(given: unknown, path: readonly string[] = []): Leaf[] {
  const value = unwrapped(given);
  if (value === null || typeof value !== 'object')
    return [{ path, value: value === null ? 'null' : String(value) }];
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
  // The outermost list is one of alerts, whatever they hold.
  const named = path.length > 0 && value.length > 0 ? allNamed(value) : undefined;
  if (named) return named.flatMap(({ name, value: held }) => leavesOf(held, [...path, name]));
  return value.slice(0, 3).flatMap((item, index) => leavesOf(item, [...path, String(index)]));
}
