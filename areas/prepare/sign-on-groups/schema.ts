import { z } from 'zod';
import { ROLE_NAMES } from '../../roles.ts';

/** More than any organisation sorts its people into for this. */
const MOST_GROUPS = 200;
/** Where groups stand in what most providers say of a person. */
export const USUAL_CLAIM = 'groups';

/** As a provider calls it: a name, a path or an id. */
const name = z.string().trim().min(1).max(200);
export const groupRole = z.object({ group: name, role: z.enum(ROLE_NAMES) });
export type GroupRole = z.infer<typeof groupRole>;

export const groupsKept = z.object({
  /** As it was read; 0 where nothing was kept yet. */
  version: z.int().min(0),
  /** Its name, or a path to it with dots: `realm_access.roles`. */
  claim: name.default(USUAL_CLAIM),
  /** Whoever signs in for the first time with a group that is listed is registered. */
  admits: z.boolean().default(false),
  groups: z.array(groupRole).max(MOST_GROUPS),
});
export type GroupsKept = z.infer<typeof groupsKept>;
export const groupsView = groupsKept;
