import { z } from 'zod';
import { CERTAINTIES } from '../../../../kernel/certainty.ts';
import { isInstantText, timeZone } from '../../../../kernel/time.ts';
import { COMMENT_ANSWERS, COMMENT_KINDS } from '../schema.ts';

const instant = z.string().refine(isInstantText, { message: 'RFC 3339' });
/** The hearing, as whoever asks calls it. */
const ref = z.uuid();
const edition = z.int().min(0).max(1_000_000);
const text = (limit: number) => z.string().trim().min(1).max(limit);
const said = {
  id: z.uuid(),
  kind: z.enum(COMMENT_KINDS),
  /** The line it is about, by its number. */
  number: z.int().positive().nullable(),
  text: text(2_000),
};

/** Minutes as they read, with what became of the recipient's own corrections: nobody else's are in it. */
export const minutesPackage = z.strictObject({
  ref,
  edition,
  startsAt: instant,
  zone: timeZone,
  lines: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        at: instant,
        speaker: text(120),
        text: text(2_000),
        certainty: z.enum(CERTAINTIES),
      }),
    )
    .max(2_000),
  comments: z
    .array(
      z.strictObject({ ...said, answer: z.enum(COMMENT_ANSWERS).nullable(), reason: z.string().max(2_000) }),
    )
    .max(2_000),
});
export type MinutesPackage = z.infer<typeof minutesPackage>;

/** Corrections and views, or the confirmation of the minutes as they were read. */
export const minutesSaidPackage = z.strictObject({
  ref,
  edition,
  by: text(200),
  confirm: z.boolean(),
  comments: z.array(z.strictObject(said)).max(200),
});
export type MinutesSaidPackage = z.infer<typeof minutesSaidPackage>;
