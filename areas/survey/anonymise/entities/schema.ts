import { z } from 'zod';

/** What must not be told: by its kind it is known what may be said instead. */
export const ENTITY_KINDS = [
  'person',
  'organisation',
  'place',
  'product',
  'system',
  'code',
  'date',
  'quantity',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

const written = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1).max(200));

export const MOST_NAMES = 50;
export const MOST_ALIASES = 100;
export const entity = z.strictObject({
  kind: z.enum(ENTITY_KINDS),
  /** As it is called in full: in Japanese, kana, Latin letters, English. */
  names: z.array(written).min(1).max(MOST_NAMES),
  /** What else it is called by, which no rule makes of its names. */
  aliases: z.array(written).max(MOST_ALIASES).default([]),
  /** What a reader sees instead. */
  label: z
    .strictObject({ ja: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(120) })
    .optional(),
});
export type Entity = z.infer<typeof entity>;

export const entityList = z.strictObject({ entities: z.array(entity).min(1).max(20_000) });
export type EntityList = z.infer<typeof entityList>;

/** What an entity is called in results. */
export const calledOf = ({ names: [first = ''] }: Entity): string => first;
