import { z } from 'zod';

/** What a new organisation does before it can rely on being called, in this order. */
export const FIRST_STEPS = ['mail', 'people', 'duty', 'source', 'route'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export const firstStepsView = z.object({
  steps: z.array(z.object({ step: z.enum(FIRST_STEPS), done: z.boolean() })),
});
