import { z } from 'zod';
import type { Shape } from '../../kernel/shape.ts';

/** What this area does later with its own state. */
export const timers = {
  /** An incident is closed: its draft case is opened from the ledger. */
  'draft-case': z.object({ incidentId: z.uuid() }),
} as const satisfies Record<string, Shape>;
