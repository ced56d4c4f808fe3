/** Where it is known from that something is not to be told. */
export const ENTITY_ORIGINS = ['register', 'report', 'hearing', 'word', 'hand'] as const;
export type EntityOrigin = (typeof ENTITY_ORIGINS)[number];
