import { z } from 'zod';
import { AUDIENCES } from '../../prepare/plans/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';

export const STATEMENT_KINDS = ['start', 'update', 'end'] as const;
export const STATEMENT_STATES = ['draft', 'sent', 'withdrawn'] as const;
const text = z.string().trim().min(1).max(20_000);

/** How a service is, as it is told to everybody. */
export const SERVICE_STATES = ['affected', 'stopped', 'restored'] as const;
export const saidOfService = z.strictObject({ service: entryKey, state: z.enum(SERVICE_STATES) });
export type SaidOfService = z.infer<typeof saidOfService>;
/** Key of the outlet that is our own public page: an organisation that registers it has one. */
export const STATUS_OUTLET = 'status-page';

const services = z.array(saidOfService).max(40);

export const newStatement = z.object({
  audience: z.enum(AUDIENCES),
  kind: z.enum(STATEMENT_KINDS).default('update'),
  text,
  /** Key of the outlet it goes out by. */
  outlet: entryKey,
  /** What it says of services, where the outlet shows how they are. */
  services: services.default([]),
});
export type NewStatement = z.input<typeof newStatement>;
export const statementRevised = z.object({
  text,
  outlet: entryKey,
  /** Left out, what it says of services stays. */
  services: services.optional(),
});
/** What was read: an approval is of these very words. */
export const statementRead = z.object({ text, outlet: entryKey, services: services.default([]) });
export const statementSent = z.object({
  /** The next update is promised in so many minutes; null where none is. */
  nextUpdateMinutes: z.int().min(5).max(10_080).nullable().default(null),
});

export const newWithheld = z.object({
  audience: z.enum(AUDIENCES),
  /** The word that must not be said to them; spelling and width do not matter. */
  term: z.string().trim().min(2).max(200),
  /** Other words for it, which must not be said either. */
  also: z.array(z.string().trim().min(2).max(200)).max(100).default([]),
  /** Readings and synonyms that are known for it are withheld with it. */
  suggest: z.boolean().default(true),
  reason: z.string().trim().min(1).max(2_000),
});
export type NewWithheld = z.input<typeof newWithheld>;
/** Why it may be told after all. */
export const withheldLifted = z.object({ reason: z.string().trim().min(1).max(2_000) });
/** As it is kept: also who has asked for it to be lifted, and why. */
export const withheldView = newWithheld.omit({ suggest: true }).extend({
  id: z.string(),
  liftAskedBy: z.string().nullable(),
  liftReason: z.string(),
});

export const newInquiry = z.object({
  cameFrom: z.string().trim().min(1).max(500),
  question: text,
});
export const inquiryAnswered = z.object({ answer: text });

export const MOST_INDIVIDUALS = 20_000;
export const LARGEST_LIST_BYTES = 12 * 1024 * 1024;
/** Who is told of it one by one (C5-R4). Without an e-mail address somebody tells them, and says so by hand. */
export const individualsWanted = z.object({
  subject: z.string().trim().min(1).max(200),
  recipients: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(200),
        address: z.string().normalize('NFKC').trim().min(1).max(254),
        language: z.enum(['ja', 'en']).default('ja'),
      }),
    )
    .min(1)
    .max(MOST_INDIVIDUALS),
});
export type IndividualsWanted = z.output<typeof individualsWanted>;

export const statementView = z.object({
  id: z.string(),
  number: z.number(),
  audience: z.enum(AUDIENCES),
  kind: z.enum(STATEMENT_KINDS),
  text: z.string(),
  outlet: z.string(),
  services: z.array(saidOfService),
  state: z.enum(STATEMENT_STATES),
  writtenBy: z.string(),
  /** Who approved the text as it stands now. */
  approvedBy: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Withheld items it holds for its audience: so many keep it from going out. */
  withheld: z.number(),
  nextUpdateAt: z.string().nullable(),
  sentAt: z.string().nullable(),
});

export const deskView = z.object({
  statements: z.array(statementView),
  withheld: z.array(withheldView),
  inquiries: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      cameFrom: z.string(),
      question: z.string(),
      answer: z.string(),
      /** Proposed: somebody else has to approve it before it is given. */
      state: z.enum(['open', 'proposed', 'answered']),
      proposedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
      cameAt: z.string(),
      answeredAt: z.string().nullable(),
    }),
  ),
  outlets: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      audiences: z.array(z.enum(AUDIENCES)),
      /** Services whose state it shows. */
      services: z.array(z.object({ key: z.string(), name: z.string() })),
      /** Names of what it needs and cannot have now; empty where it works. */
      down: z.array(z.string()),
    }),
  ),
  /** Who may approve a text, while one waits for it; the first of them. */
  approvers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Audiences that were told of a beginning and not of an end, each by which outlet. */
  owedEnds: z.array(z.object({ audience: z.enum(AUDIENCES), outlet: z.string() })),
});
