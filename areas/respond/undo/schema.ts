import { z } from 'zod';

/** What can be taken back, by what it was. */
export const DEEDS = ['taskEnded', 'taskAssigned', 'roleAssigned', 'incidentChanged', 'noteAdded'] as const;
export type Deed = (typeof DEEDS)[number];

export const undoWanted = z.object({
  deed: z.enum(DEEDS),
  /** The task; of the others the incident. */
  of: z.uuid(),
  /** Of a role its key, of a note the id it was typed under; empty for the others. */
  which: z.string().trim().max(200).default(''),
});
export type UndoWanted = z.infer<typeof undoWanted>;
