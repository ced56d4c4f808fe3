import type { Entity } from '../entities/schema.ts';
import type { ListedEntity } from './schema.ts';

/** As the rules of anonymising take it. */
export const plainEntity = ({ kind, names, aliases, label }: ListedEntity): Entity => ({
  kind,
  names,
  aliases,
  ...(label && { label }),
});

/** With ids that keep the order: of those made within a millisecond none is known to be the earlier. */
export function inListOrder<T extends object>(
  entities: readonly T[],
  newId: () => string,
): (T & { readonly id: string })[] {
  const ids = entities.map(newId).sort();
  return entities.map((entity, i) => ({ ...entity, id: ids[i] ?? newId() }));
}
