import { z } from 'zod';

/** Who is asked first, second, third … until somebody answers. */
export const dutyOrder = z.object({ personIds: z.array(z.uuid()).max(50) });
export type DutyOrder = z.infer<typeof dutyOrder>;
export const dutyView = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
});
