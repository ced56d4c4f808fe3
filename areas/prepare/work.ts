import { z } from 'zod';
import type { Shape } from '../../kernel/shape.ts';

const nothing = z.object({});

/** What this area does later with its own state. */
export const timers = {
  /** What the grab-and-go pack tells of has changed, or it is a week old. */
  'renew-pack': nothing,
  /** What the checks say is written down for the day. */
  'note-readiness': nothing,
  /** The device a message went to is registered no more. */
  'lapse-route': z.object({ messageId: z.uuid() }),
} as const satisfies Record<string, Shape>;

/** What this area has to do with the world, or what takes long. */
export const jobs = {
  /** The grab-and-go pack is put together from the registers. */
  'make-pack': nothing,
  /** How long a headquarters takes, worked out over four weeks. */
  'simulate-headquarters': z.object({ simulationId: z.uuid() }),
  /** A file is read and compared with the register; then, when somebody wants it, let in. */
  'check-import': z.object({ importId: z.uuid() }),
  'apply-import': z.object({ importId: z.uuid() }),
} as const satisfies Record<string, Shape>;
