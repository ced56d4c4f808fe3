/** What stands in the fields of a form, by the names of the route; a field left empty holds '', [] or null. */
export type Draft = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Somebody else changed a field that was typed in here too, and otherwise. */
export const clashes = (draft: Draft, begun: Draft, next: Draft): boolean =>
  Object.entries(next).some(
    ([name, value]) =>
      Object.hasOwn(draft, name) &&
      !same(draft[name], begun[name]) &&
      !same(value, begun[name]) &&
      !same(value, draft[name]),
  );

/** What others changed meanwhile comes in where nobody has typed; what was typed stays. */
export function mergeBegun<D extends Draft>(draft: D, begun: Draft, next: D): D {
  return Object.fromEntries(
    Object.entries(next).map(([name, value]) => [
      name,
      Object.hasOwn(draft, name) && !same(draft[name], begun[name]) ? draft[name] : value,
    ]),
  ) as D;
}
