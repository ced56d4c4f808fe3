/** Something that an entry points at, and where in it. */
export interface Reference {
  readonly to: string;
  readonly key: string;
  readonly path: string;
}

/** What an entry points at, by what its fields do; a field that says nothing points at nothing. */
export function referencesOf(
  points: Readonly<Record<string, string | undefined>>,
  value: unknown,
  path = '',
  field = '',
): Reference[] {
  const to = Object.hasOwn(points, field) ? points[field] : undefined;
  if (typeof value === 'string') return to === undefined ? [] : [{ to, key: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    referencesOf(points, each, path ? `${path}.${name}` : name, Array.isArray(value) ? field : name),
  );
}
