import { z } from 'zod';
import { entryKey } from '../../prepare/registers/schema.ts';

export const roleAssigned = z.object({
  role: entryKey,
  /** What the role is called; from the plan where it has this role, needed otherwise. */
  name: z.string().trim().max(200).default(''),
  personId: z.uuid(),
});
/** With who held it as it was read, null for nobody, where it is to hold only as long as nobody gave it to another. */
export const roleAssigning = roleAssigned.extend({ seen: roleAssigned.shape.personId.nullable().optional() });
export type RoleAssigned = z.infer<typeof roleAssigning>;
export const handOver = z.object({
  role: entryKey,
  toId: z.uuid(),
  note: z.string().trim().max(5_000).default(''),
});
export type HandOver = z.infer<typeof handOver>;
export const ofRole = z.object({ role: entryKey });

export const roleView = z.object({
  role: z.string(),
  name: z.string(),
  personId: z.string(),
  personName: z.string(),
  since: z.string(),
  attendedAt: z.string().nullable(),
  /** Who was asked to take over and has not answered yet. */
  next: z.object({ id: z.string(), name: z.string(), note: z.string() }).nullable(),
});
/** `apart`: holds two roles that must be apart (C8-L1); `tooMuch`: holds too much. */
export const STRAINS = ['apart', 'tooMuch'] as const;
export const loadView = z.object({
  personId: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  openTasks: z.number(),
  strains: z.array(z.enum(STRAINS)),
  /** Who could take something over: has least, and stands in by the plan where it says so. */
  relief: z.object({ role: z.string(), personId: z.string(), name: z.string() }).nullable(),
});
export const rolesView = z.object({ roles: z.array(roleView), load: z.array(loadView) });
