import { z } from 'zod';
import { namedFilter } from '../../lists/schema.ts';
import { contact, MOST } from '../content/schema.ts';
import { listKey } from '../editions/schema.ts';

/** By which way reports of an operator come: from itself, by its ministry, by the hub of its sector. */
export const WAYS = ['direct', 'ministry', 'ceptoar'] as const;
export type Way = (typeof WAYS)[number];

const written = {
  name: z.string().trim().min(1).max(200),
  /** Of the plan; null while nobody told. */
  sector: listKey.nullable(),
  /** Of the economic-security act, independent of the first. */
  designated: listKey.nullable(),
  way: z.enum(WAYS),
  /** Which ministry or hub. */
  via: z.string().trim().max(200),
  contacts: z.array(contact).max(MOST.contacts),
  note: z.string().trim().max(2_000),
};
export const operatorBody = z.object({
  ...written,
  sector: written.sector.default(null),
  designated: written.designated.default(null),
  way: written.way.default('direct'),
  via: written.via.default(''),
  contacts: written.contacts.default([]),
  note: written.note.default(''),
});
export type OperatorBody = z.output<typeof operatorBody>;

/** A change says which version it was written on, so that nobody's work is overwritten unseen. */
export const operatorChange = operatorBody.extend({ seen: z.number().int().positive() });
export type OperatorChange = z.output<typeof operatorChange>;

export const verification = z.object({
  verified: z.boolean(),
  /** How it was made sure that this is the operator. */
  how: z.string().trim().max(500).default(''),
});
export const ending = z.object({ ended: z.boolean() });

export const operatorView = z.object({
  id: z.string(),
  version: z.number(),
  ...written,
  verifiedAt: z.string().nullable(),
  verifiedHow: z.string(),
  endedAt: z.string().nullable(),
  changedAt: z.string(),
});
export type OperatorView = z.infer<typeof operatorView>;

export const operatorFilter = namedFilter.extend({
  sector: listKey.optional(),
  verified: z.enum(['any', 'yes', 'no']).default('any'),
  ended: z.enum(['any', 'yes', 'no']).default('no'),
});
export type OperatorFilter = z.infer<typeof operatorFilter>;
