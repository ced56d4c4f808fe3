import { z } from 'zod';
import { timeZone } from '../../../kernel/time.ts';

export const organisationView = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  demo: z.boolean(),
});
export const organisationChange = z.object({ name: z.string().trim().min(1).max(200), timeZone });
export type OrganisationChange = z.infer<typeof organisationChange>;
export const foundation = organisationChange.extend({ id: z.uuid(), demo: z.boolean() });
export type Foundation = z.infer<typeof foundation>;

export const unitView = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  depth: z.number(),
});
export const newUnit = z.object({
  name: z.string().trim().min(1).max(200),
  parentId: z.uuid().nullable().default(null),
});
export type NewUnit = z.infer<typeof newUnit>;
