import type { Entity } from '../entities/schema.ts';
import type { ListedEntity } from './schema.ts';

/** As the rules of anonymising take it. */
export const plainEntity = ({ kind, names, aliases, label }: ListedEntity): Entity => ({
  kind,
  names,
  aliases,
  ...(label && { label }),
});
