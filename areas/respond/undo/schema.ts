import { z } from 'zod';

/** What can be taken back, by what it was. */
export const DEEDS = [
  'taskOpened',
  'taskEnded',
  'taskAssigned',
  'roleAssigned',
  'incidentChanged',
  'noteAdded',
] as const;
export type Deed = (typeof DEEDS)[number];

export const undoWanted = z.object({
  deed: z.enum(DEEDS),
  /** The task; of the others the incident. */
  of: z.uuid(),
  /** Of a role its key, of a note or a new task the id it was typed under; empty for the others. */
  which: z.string().trim().max(200).default(''),
  /** So long ago, in milliseconds, where the caller knows: what was done after that is another act. */
  ago: z.int().min(0).max(86_400_000).optional(),
});
export type UndoWanted = z.infer<typeof undoWanted>;
