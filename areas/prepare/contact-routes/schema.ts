import { z } from 'zod';
import { clockTime } from '../calendars/schema.ts';
import { words } from '../registers/schema.ts';

export const ROUTE_KINDS = ['email', 'phone', 'sms', 'chat', 'push'] as const;
export type RouteKind = (typeof ROUTE_KINDS)[number];

const NUMBER = /^\+?[0-9][0-9()\- ]{3,28}[0-9]$/;
const LONGEST_SUBSCRIPTION = 2_000;
const LONGEST_ADDRESS = 254;

/** What a browser hands out, as JSON: where to push to, and the keys only that device can open. */
function isSubscription(address: string): boolean {
  try {
    return z
      .object({
        endpoint: z.url({ protocol: /^https?$/ }),
        keys: z.object({ p256dh: z.string().min(80).max(100), auth: z.string().min(20).max(30) }),
      })
      .safeParse(JSON.parse(address)).success;
  } catch {
    return false;
  }
}
const isNumber = (address: string): boolean => NUMBER.test(address);
const FITS: Readonly<Record<RouteKind, (address: string) => boolean>> = {
  email: (address) => z.email().max(LONGEST_ADDRESS).safeParse(address).success,
  phone: isNumber,
  sms: isNumber,
  chat: (address) => address.length <= LONGEST_ADDRESS,
  push: isSubscription,
};
const FORMATS: Readonly<Record<RouteKind, 'email' | 'phone' | 'url'>> = {
  email: 'email',
  phone: 'phone',
  sms: 'phone',
  chat: 'url',
  push: 'url',
};

/** One way to reach a person. */
export const contactRoute = z
  .strictObject({
    kind: z.enum(ROUTE_KINDS),
    address: z.string().trim().min(1).max(LONGEST_SUBSCRIPTION),
    note: words,
  })
  // A subscription is letters of a browser's; everything else is typed by people, also in wide letters.
  .transform((route) =>
    route.kind === 'push' ? route : { ...route, address: route.address.normalize('NFKC') },
  )
  .check(({ value, issues }) => {
    if (FITS[value.kind](value.address)) return;
    issues.push({
      code: 'invalid_format',
      format: FORMATS[value.kind],
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
