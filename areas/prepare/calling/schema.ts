import { z } from 'zod';
import { asking } from '../../../kernel/language.ts';
import { BANDS } from '../calendars/schema.ts';
import { entryKey, name, words } from '../registers/schema.ts';

/** C9-L1: the flow differs by what happened and by when. */
export const CAUSES = ['systemFailure', 'cyberAttack', 'naturalDisaster'] as const;
export type Cause = (typeof CAUSES)[number];

const callStep = z.strictObject({
  /** A person, or whoever is on by a roster; one of the two. */
  personId: z.uuid().nullable().default(null),
  roster: entryKey.nullable().default(null),
  deputyIds: z.array(z.uuid()).max(5).default([]),
});

/** Who is called, in order, for one cause in one band. Its key is both, as in `cyberattack.night`, so that no cell has two. */
export const callTree = z
  .strictObject({
    key: entryKey,
    name,
    cause: z.enum(CAUSES),
    band: z.enum(BANDS),
    steps: z.array(callStep).min(1).max(30),
    /** Who answers for a place (the key of a site), called before the others when it happens there. */
    siteSteps: z
      .array(callStep.extend({ site: entryKey }))
      .max(200)
      .default([]),
    /** Which past incident or drill it goes back to (C9-B2). */
    origin: words,
  })
  .refine(({ key, cause, band }) => key === `${cause}.${band}`.toLowerCase(), {
    path: ['key'],
    ...asking({
      ja: 'キーは「原因.時間帯」の形で入力してください（例 cyber.night）',
      en: 'Enter the key as cause and time of day, such as cyber.night',
    }),
  });
export type CallTree = z.infer<typeof callTree>;

const called = z.object({ id: z.string(), name: z.string() });
export const resolvedCalls = z.object({
  band: z.enum(BANDS),
  /** Key of the call tree; null where nobody has written one, and the duty list is asked. */
  tree: z.string().nullable(),
  calls: z.array(z.object({ people: z.array(called), deputies: z.array(called) })),
  /** Who is named and not called, with the reason; a roster where it has nobody on. */
  passedOver: z.array(z.object({ name: z.string(), why: z.enum(['left', 'leave', 'nobody-on']) })),
  missing: z.array(z.object({ cause: z.enum(CAUSES), band: z.enum(BANDS) })),
});
