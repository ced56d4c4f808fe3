import { z } from 'zod';
import type { Shape } from '../../kernel/shape.ts';

const nothing = z.object({});

/** What this area does later with its own state. */
export const timers = {
  'expire-signals': nothing,
  /** A source is gone: what it told of is over. */
  'end-signals': z.object({ sourceId: z.uuid() }),
  'miss-heartbeat': z.object({ heartbeatId: z.uuid() }),
} as const satisfies Record<string, Shape>;
