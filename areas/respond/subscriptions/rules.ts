import type { LinkKind } from '../../sending/links/schema.ts';

/** By which an address says that it is theirs, or wants no more. */
export const SUBSCRIPTION_LINK: LinkKind = { purpose: 'status subscription', path: 'status/subscription' };
