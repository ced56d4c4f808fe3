import { z } from 'zod';
import type { Shape } from '../../kernel/shape.ts';

/** What this area does later with its own state. */
export const timers = {
  /** Something was asked about a report: whoever holds a way in to it is written to. */
  'tell-door': z.object({ reportId: z.uuid() }),
  /** What is owed of a report is soon due: whoever holds a way in to it is reminded. */
  'remind-door': z.object({ reportId: z.uuid() }),
  /** What waits for a peer is tried again. */
  'retry-packages': z.object({ peerId: z.uuid() }),
  /** Whoever was asked to review and said nothing is written to again. */
  'remind-review': z.object({ askingId: z.uuid() }),
  /** A consent is over. */
  'end-consent': z.object({ consentId: z.uuid() }),
} as const satisfies Record<string, Shape>;

/** What it says to the world. */
export const jobs = {
  'send-packages': z.object({ peerId: z.uuid() }),
} as const satisfies Record<string, Shape>;
