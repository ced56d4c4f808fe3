import { z } from 'zod';
import { hostKeys, hostsWanted } from '../../prepare/assets/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';

export const ITEM_STATES = ['waiting', 'inProgress', 'blocked', 'restored', 'notAffected'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

const word = z.string().trim().max(200);

/** What is affected, and in which wave it is brought back. */
export const boardWanted = hostsWanted.extend({ wave: z.int().min(0).max(99).default(1) });
export type BoardWanted = z.input<typeof boardWanted>;

export const itemFilter = z.object({
  state: z.enum(ITEM_STATES).optional(),
  class: word.optional(),
  company: word.optional(),
  site: word.optional(),
  wave: z.coerce.number().int().min(0).max(99).optional(),
});
export type ItemFilter = z.infer<typeof itemFilter>;

/** Moves what a filter or a list says: to a state, into a wave, or with a blocker named. */
export const itemsMoved = z.object({
  keys: hostKeys.optional(),
  filter: itemFilter.optional(),
  state: z.enum(ITEM_STATES).optional(),
  wave: z.int().min(0).max(99).optional(),
  blocker: word.optional(),
});
export type ItemsMoved = z.infer<typeof itemsMoved>;

/** As many as one reads; those with most left to do come first. */
export const MOST_GROUPS = 200;
const group = z.object({
  name: z.string(),
  total: z.number(),
  restored: z.number(),
  blocked: z.number(),
  /** When the last of them came back (C6-N4: servers within the day). */
  completedAt: z.string().nullable(),
});
export const boardView = z.object({
  /** Of what is affected; what turned out not to be is counted apart. */
  total: z.number(),
  states: z.record(z.enum(ITEM_STATES), z.number()),
  classes: z.array(group),
  companies: z.array(group),
  sites: z.array(group),
  waves: z.array(group),
  blockers: z.array(z.object({ name: z.string(), count: z.number() })),
  /** Restored by the end of each day where the organisation is, from the first to the last. */
  burnDown: z.array(z.object({ day: z.string(), restored: z.number() })),
  forecast: z.object({
    remaining: z.number(),
    /** Null where nothing was restored lately: then nobody knows. */
    at: z.string().nullable(),
    perHour: z.number(),
    /** Over so many hours the pace was measured. */
    overHours: z.number(),
  }),
});
export const itemView = z.object({
  key: z.string(),
  name: z.string(),
  class: z.string(),
  company: z.string(),
  site: z.string(),
  wave: z.number(),
  state: z.enum(ITEM_STATES),
  blocker: z.string(),
});
export const compared = z.object({
  affected: z.number(),
  reported: z.number(),
  both: z.number(),
  /** Reported, and not on the board: perhaps the cause reaches further than was thought. */
  onlyReported: z.array(z.string()),
  /** On the board, and not reported: perhaps nobody has looked yet. */
  onlyAffected: z.number(),
});

/** How many are affected now: counted by somebody, or, left out, what is on the board. */
export const growthCheck = z.object({
  affected: z.int().min(0).max(100_000_000).optional(),
  note: z.string().trim().max(2_000).default(''),
});
export type GrowthCheck = z.output<typeof growthCheck>;

export const METHODS = ['clean', 'restore', 'rebuild'] as const;
export const strategyChosen = z.object({
  /** Key of one system; left out, for everything that has none of its own. */
  asset: entryKey.optional(),
  method: z.enum(METHODS),
  /** When this is the right way, and when it is done: what is checked before the system goes back. */
  criteria: z.string().trim().min(1).max(5_000),
});
/** With what was read, null for none, where it is to hold only as long as nobody chose another; the same of what follows. */
export const strategyChoosing = strategyChosen.extend({
  seen: strategyChosen.pick({ method: true, criteria: true }).nullable().optional(),
});
export type StrategyChosen = z.infer<typeof strategyChoosing>;

export const orderAnswered = z.object({
  agreed: z.boolean(),
  note: z.string().trim().max(2_000).default(''),
});
export const orderAnswering = orderAnswered.extend({
  seen: z.object({ agreed: z.boolean(), note: z.string() }).nullable().optional(),
});
export const RECOVERY_CAUSES = ['ownAction', 'attackEnded', 'supplier', 'unknown'] as const;
export const causeTold = z.object({
  cause: z.enum(RECOVERY_CAUSES),
  note: z.string().trim().max(5_000).default(''),
});
export const causeTelling = causeTold.extend({
  seen: z
    .object({ cause: z.enum(RECOVERY_CAUSES), note: z.string() })
    .nullable()
    .optional(),
});

export const CONTAINMENTS = ['open', 'unconfirmed', 'confirmed', 'growing'] as const;
/** What is decided about recovering, beside the board. */
export const recoveryPlanView = z.object({
  growth: z.array(z.object({ at: z.string(), affected: z.number(), note: z.string(), by: z.string() })),
  /** Whether what is said to be contained no longer grows. */
  containment: z.enum(CONTAINMENTS),
  strategies: z.array(
    z.object({
      /** Empty for everything that has none of its own. */
      asset: z.string(),
      method: z.enum(METHODS),
      criteria: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** Affected systems in the order of the registers, with what their owners say to it. */
  order: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      rank: z.number(),
      impact: z.number().nullable(),
      rtoMinutes: z.number().nullable(),
      becauseName: z.string().nullable(),
      /** Nobody has rated it, so its place is a guess. */
      needsOwner: z.boolean(),
      answer: z
        .object({
          agreed: z.boolean(),
          note: z.string(),
          by: z.string(),
          asOwner: z.boolean(),
          at: z.string(),
        })
        .nullable(),
    }),
  ),
  cause: z.object({ cause: z.enum(RECOVERY_CAUSES), note: z.string() }).nullable(),
  pages: z.array(z.object({ id: z.string(), name: z.string(), url: z.string(), until: z.string() })),
});

/** A page for technicians shows one part of the board. */
export const technicianPage = z.object({
  name: z.string().trim().min(1).max(200),
  filter: itemFilter.omit({ state: true }),
  hours: z.int().min(1).max(336).default(24),
});
export type TechnicianPage = z.output<typeof technicianPage>;

/** Lines of a spreadsheet: key, state, blocker, wave; what a line leaves empty stays. */
export const LARGEST_CSV_BYTES = 12 * 1024 * 1024;
export const csvMoved = z.object({ csv: z.string().max(LARGEST_CSV_BYTES) });
