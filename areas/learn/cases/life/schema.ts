import { z } from 'zod';
import { LONGEST, longestIn } from '../limits/rules.ts';

/** Apart from no and from not known: no source says it, or it is known and not told. */
export const UNSTATED = ['notStated', 'withheld'] as const;
export const SINCE = ['occurred', 'noticed', 'recognised'] as const;
export const TIME_PRECISIONS = ['minute', 'hour', 'day', 'about'] as const;
/** What became of a claim afterwards: put right in part, or found to be wrong. */
export const LATER = ['revised', 'overturned'] as const;

/** ISO 8601, as in PT5M or P14D. */
export const DURATION = /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/;
const duration = z.string().max(40).regex(DURATION);

/** Which service, site or wave it is the time of, where a claim has several. */
const what = z
  .strictObject({
    ja: z.string().trim().max(longestIn('ja', LONGEST.subject)),
    en: z.string().trim().max(longestIn('en', LONGEST.subject)),
  })
  .optional();

/** When something happened, relative to a named moment, so that it can be printed without a date (C0-M15). */
const statedTime = z.strictObject({
  what,
  since: z.enum(SINCE),
  after: duration,
  /** Where it is a stretch: when that ended, from the same moment. */
  until: duration.optional(),
  precision: z.enum(TIME_PRECISIONS),
});
const unstatedTime = z.strictObject({ what, unstated: z.enum(UNSTATED) });
export const caseTime = z.union([statedTime, unstatedTime]);
export type StatedTime = z.infer<typeof statedTime>;
export type CaseTime = z.infer<typeof caseTime>;

/** What was expected: said so long after a moment, that it would be over so long after it. */
export const estimate = z.strictObject({
  what,
  since: z.enum(SINCE),
  after: duration,
  expected: duration,
  /** How exactly both are known, where they are counted from a moment that is not known to the minute. */
  precision: z.enum(TIME_PRECISIONS).optional(),
});
export type Estimate = z.infer<typeof estimate>;

/** The claim that put this one right, or showed it to be wrong. */
export const later = z.strictObject({
  by: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  how: z.enum(LATER),
});
