import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import type { Rewrite } from '../../../kernel/seen.ts';
import { clockTime } from '../calendars/schema.ts';
import { words } from '../registers/schema.ts';

/** One way to reach a person; which kinds there are and what their addresses look like is told by the channels. */
export const contactRoute = z.strictObject({
  kind: z.string().trim().min(1).max(40),
  address: z.string().trim().min(1).max(2_000),
  note: words,
});
export type ContactRoute = z.infer<typeof contactRoute>;

/** The address a device had, and the one its browser handed out instead. */
export const deviceMoved = z.object({
  from: contactRoute.shape.address,
  to: contactRoute.shape.address,
});
export type DeviceMoved = z.output<typeof deviceMoved>;

/** Only a page may disturb a person in these hours; across midnight where the end is not later. */
export const quietHours = z.strictObject({ from: clockTime, until: clockTime }).nullable();
export type QuietHours = z.infer<typeof quietHours>;

/** All routes of a person in the order in which they are tried. */
export const contactCard = z.strictObject({
  routes: z.array(contactRoute).max(10),
  quiet: quietHours.default(null),
});
export type ContactCard = z.infer<typeof contactCard>;
/** The same with what was read before, so that nobody overwrites another's change unseen; left out by who writes the first. */
export const cardRewrite = contactCard.extend({ seen: contactCard.prefault({ routes: [] }) });
export type CardRewrite = Rewrite<typeof cardRewrite>;

export interface StoredRoute extends ContactRoute {
  readonly id: string;
  readonly personId: string;
  readonly verifiedAt: Temporal.Instant | null;
}

/** A kind of route as its channel describes it; the card is drawn from this. */
export const routeKindView = z.object({
  kind: z.string(),
  name: bilingual,
  input: z.enum(['email', 'tel', 'url', 'text', 'device']),
  example: z.string(),
  /** A test can be sent by it, for a link in it can be opened. */
  testable: z.boolean(),
  /** Its channel is set up; until then pages pass over such a route. */
  configured: z.boolean(),
});

export const contactCardView = z.object({
  kinds: z.array(routeKindView),
  routes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      address: z.string(),
      note: z.string(),
      verifiedAt: z.string().nullable(),
      fresh: z.boolean(),
      /** State of the last test message, if one was asked for since it was last verified. */
      test: z.string().nullable(),
    }),
  ),
  quiet: quietHours,
});
