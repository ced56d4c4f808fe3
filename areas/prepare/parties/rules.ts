/**
 * Ids of units by name. A name that two units bear says of neither which, and is left out.
 * @param written how names are compared
 */
export const idsByName = (
  units: readonly { readonly id: string; readonly name: string }[],
  written: (name: string) => string = (name) => name,
): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(units, ({ name }) => written(name))].flatMap(([name, [one, ...others]]) =>
      one && others.length === 0 ? [[name, one.id] as const] : [],
    ),
  );
