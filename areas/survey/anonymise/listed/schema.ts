import { z } from 'zod';
import { givenId } from '../../../../kernel/ids.ts';
import { entity, MOST_ALIASES, MOST_NAMES } from '../entities/schema.ts';

/** Where it is known from that something is not to be told. */
export const ENTITY_ORIGINS = ['register', 'report', 'hearing', 'word', 'hand'] as const;
export type EntityOrigin = (typeof ENTITY_ORIGINS)[number];

const written = z.string().trim().min(1).max(200);
/** A file may write a number where a name is one; a form has texts alone. */
const typed = {
  ...entity.shape,
  names: z.array(written).min(1).max(MOST_NAMES),
  aliases: z.array(written).max(MOST_ALIASES).default([]),
};
export const listedEntity = z.object({
  ...typed,
  id: z.string(),
  version: z.number(),
  label: entity.shape.label.unwrap().nullable(),
  origin: z.enum(ENTITY_ORIGINS),
});
/** Something that must not be told of a case, as it is kept. */
export type ListedEntity = z.infer<typeof listedEntity>;

export const newEntity = z.object(typed);
/** Which version was on the screen, so that nobody's work is overwritten unseen. */
const seen = z.number().int().positive();
export const entityChange = newEntity.extend({ seen });
export type EntityChange = z.infer<typeof entityChange>;
export const entityRemoval = z.object({ seen });
export const byEntity = z.object({ id: givenId, entityId: givenId });
/** A list as the command line reads it. */
export const entityFile = z.object({ yaml: z.string().min(1).max(2_000_000) });
