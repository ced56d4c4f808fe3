import { z } from 'zod';
import { ROLE_NAMES } from '../../roles.ts';
import { BANDS } from '../calendars/schema.ts';
import { entryKey, name, words } from '../registers/schema.ts';

const language = z.enum(['ja', 'en']);

export const newPerson = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  language: language.default('ja'),
  roles: z.array(z.enum(ROLE_NAMES)).min(1),
  unitId: z.uuid().nullable().default(null),
  breakGlass: z.boolean().default(false),
});
export type NewPerson = z.infer<typeof newPerson>;
export const personChange = newPerson.omit({ email: true, breakGlass: true });
export type PersonChange = z.infer<typeof personChange>;

export const personView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language,
  roles: z.array(z.string()),
  unitId: z.string().nullable(),
  breakGlass: z.boolean(),
  /** True once the person has a way to sign in. */
  hasAccount: z.boolean(),
});
export type PersonView = z.infer<typeof personView>;

export const personFilter = z.object({
  /** This one alone. */
  id: z.uuid().optional(),
  search: z.string().max(100).optional(),
  role: z.enum(ROLE_NAMES).optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type PersonFilter = z.infer<typeof personFilter>;

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
    message: 'cause.band',
  });
export type CallTree = z.infer<typeof callTree>;

const called = z.object({ id: z.string(), name: z.string() });
export const resolvedCalls = z.object({
  band: z.enum(BANDS),
  /** Key of the call tree; null where nobody has written one, and the duty list is asked. */
  tree: z.string().nullable(),
  calls: z.array(z.object({ people: z.array(called), deputies: z.array(called) })),
  missing: z.array(z.object({ cause: z.enum(CAUSES), band: z.enum(BANDS) })),
});
