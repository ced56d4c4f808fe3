import { z } from 'zod';

const of = { incidentId: z.string(), incident: z.string() };

/** What waits for one person, over all incidents they can see. */
export const mineView = z.object({
  tasks: z.array(z.object({ ...of, id: z.string(), title: z.string(), dueAt: z.string().nullable() })),
  handOvers: z.array(z.object({ ...of, role: z.string(), name: z.string() })),
  briefs: z.array(z.object({ ...of, id: z.string(), number: z.number() })),
  /** Entries that name the caller, who has done nothing in that incident since. */
  mentions: z.array(z.object({ ...of, id: z.string(), text: z.string(), at: z.string() })),
  /** Statements that lack an approval the caller could give. */
  approvals: z.array(z.object({ ...of, id: z.string(), text: z.string() })),
});
