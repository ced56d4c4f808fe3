import { z } from 'zod';
import { clockTime } from '../calendars/schema.ts';
import { words } from '../registers/schema.ts';

export const ROUTE_KINDS = ['email', 'phone', 'sms', 'chat'] as const;
export type RouteKind = (typeof ROUTE_KINDS)[number];

const NUMBER = /^\+?[0-9][0-9()\- ]{3,28}[0-9]$/;
/** One way to reach a person. */
export const contactRoute = z
  .strictObject({
    kind: z.enum(ROUTE_KINDS),
    address: z.string().normalize('NFKC').trim().min(1).max(254),
    note: words,
  })
  .check(({ value, issues }) => {
    const fits =
      value.kind === 'email'
        ? z.email().safeParse(value.address).success
        : value.kind === 'chat' || NUMBER.test(value.address);
    if (!fits)
      issues.push({
        code: 'invalid_format',
        format: value.kind === 'email' ? 'email' : 'phone',
        path: ['address'],
        input: value.address,
      });
  });
export type ContactRoute = z.infer<typeof contactRoute>;

/** Only a page may disturb a person in these hours; across midnight where the end is not later. */
export const quietHours = z.strictObject({ from: clockTime, until: clockTime }).nullable();
export type QuietHours = z.infer<typeof quietHours>;

/** All routes of a person in the order in which they are tried. */
export const contactCard = z.strictObject({
  routes: z.array(contactRoute).max(10),
  quiet: quietHours.default(null),
});
export type ContactCard = z.infer<typeof contactCard>;

export interface StoredRoute extends ContactRoute {
  readonly id: string;
  readonly personId: string;
  readonly verifiedAt: Temporal.Instant | null;
}

export const contactCardView = z.object({
  routes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ROUTE_KINDS),
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
