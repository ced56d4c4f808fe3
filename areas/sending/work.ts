import { z } from 'zod';

const nothing = z.object({});
const message = z.object({ messageId: z.uuid() });

/** What sending does later with its own state. */
export const timers = {
  /** A message may leave: quiet hours are over. */
  'send-message': message,
  /** A message that could not be handed over is tried again. Apart, for what is urgent never waits for long. */
  'retry-urgent': message,
  'retry-routine': message,
  /** What waited for one address goes out as one message. */
  'send-bundle': message,
  /** Looks whether what is not urgent still moves; who sends what is urgent looks after it. */
  'audit-outbox': nothing,
  /** A channel was set up: what waited for one leaves. */
  'release-held': nothing,
  /** Somebody was removed: what was sent to them keeps its state, and nothing of where and what. */
  'forget-recipient': z.object({ personId: z.uuid() }),
} as const satisfies Record<string, z.ZodType>;

/** One job a lane: a provider that hangs holds up its own way alone, and what calls people overtakes what tells them. */
export const jobs = {
  'deliver-urgent-mail': message,
  'deliver-urgent-phone': message,
  'deliver-urgent-post': message,
  'deliver-mail': message,
  'deliver-phone': message,
  'deliver-post': message,
} as const satisfies Record<string, z.ZodType>;
