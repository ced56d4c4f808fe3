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

/** A form over something that others may change while it is open. */
export interface Writing<D extends Draft> {
  readonly written: D;
  /** What it began with: as it was read, or as it was sent last. */
  readonly begun: D;
  readonly version: number;
  /** What was read before others changed the very fields that are typed in: told instead, so that the server refuses. */
  readonly held?: number;
}

/** Others wrote, or what was sent comes back: it comes in where nobody has typed. */
export function takeIn<D extends Draft>(state: Writing<D>, next: D, version: number): Writing<D> {
  const { written, begun } = state;
  if (same(begun, next)) return { ...state, version };
  const held = state.held ?? (clashes(written, begun, next) ? state.version : undefined);
  return {
    written: mergeBegun(written, begun, next),
    begun: next,
    version,
    ...(held !== undefined && { held }),
  };
}

/** What was sent is kept: words typed since then stand, and are not kept yet. */
export const afterSaving = <D extends Draft>(
  { written }: Writing<D>,
  sent: D,
  version: number,
): Writing<D> => ({ written, begun: sent, version });

export const isUnsaved = <D extends Draft>({ written, begun }: Writing<D>): boolean => !same(written, begun);
