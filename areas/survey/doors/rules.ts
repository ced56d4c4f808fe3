import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose } from '../../sending/outbox/schema.ts';

/** Messages that carry an operator's way in, and what is asked through it. */
export const DOOR: Purpose = { name: 'survey-door', urgent: false };
export const DOOR_LINK: LinkKind = { purpose: 'survey report', path: 'report' };
/** As long as a survey of a year may ask about it. */
export const DOOR_DAYS = 400;

interface Until {
  readonly until: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}
/** A way in that leads nowhere any more: closed, or past its time. */
export const isShut = ({ endedAt, until }: Until, now: Temporal.Instant): boolean =>
  endedAt !== null || Temporal.Instant.compare(until, now) <= 0;
