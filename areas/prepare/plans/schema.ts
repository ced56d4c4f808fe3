import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { entryKey, name, words } from '../registers/schema.ts';

export const SITUATIONS = [
  'ransomware',
  'ddos',
  'dataLeak',
  'supplierFault',
  'certificate',
  'overload',
  'network',
  'other',
] as const;
export type Situation = (typeof SITUATIONS)[number];
export const isSituation = (said: unknown): said is Situation =>
  (SITUATIONS as readonly unknown[]).includes(said);
/** Those a plan to begin with has been written for: of anything else nobody knows beforehand what to do. */
export const STARTING_SITUATIONS = [
  'ransomware',
  'ddos',
  'dataLeak',
  'supplierFault',
  'certificate',
  'overload',
  'network',
] as const satisfies readonly Situation[];
export type StartingSituation = (typeof STARTING_SITUATIONS)[number];
export const AUDIENCES = ['customers', 'public', 'media', 'staff', 'group', 'authorities'] as const;
/** Who meets: those who respond, or a headquarters that commands (C6-R3, C9-R4). */
export const BODIES = ['responseMeeting', 'headquarters'] as const;
/** What happens when a step's time runs out (C7-L2). */
export const ON_TIMEOUT = ['escalate', 'askVendor', 'convene', 'goOn'] as const;

/** A CEL expression over the inputs of `words.ts`; '' where nobody has written one. */
const criterion = z.string().trim().max(1_000).default('');

const role = z.strictObject({
  key: entryKey,
  name,
  /** Who takes it: a person, or whoever is on by a roster. */
  personId: z.uuid().nullable().default(null),
  roster: entryKey.nullable().default(null),
  deputyIds: z.array(z.uuid()).max(5).default([]),
  /** Keys of roles nobody may hold together with this one. */
  apartFrom: z.array(entryKey).max(20).default([]),
});
export type PlanRole = z.infer<typeof role>;

const level = z.strictObject({
  level: z.int().min(1).max(5),
  name,
  when: criterion,
  convene: z.enum(BODIES).default('responseMeeting'),
});

const body = z.strictObject({
  kind: z.enum(BODIES),
  name,
  chair: entryKey,
  members: z.array(entryKey).max(30).default([]),
  place: words,
  /** From noticing to being set up (C9-L1: a headquarters within five minutes). */
  targetMinutes: z.int().min(1).max(1_440).default(5),
});

const step = z.strictObject({
  text: words,
  role: entryKey,
  /** Key of the role that stands in. */
  deputy: entryKey.nullable().default(null),
  /** 0 where no time was set. */
  limitMinutes: z.int().min(0).max(43_200).default(0),
  onTimeout: z.enum(ON_TIMEOUT).default('escalate'),
});
export type PlanStep = z.infer<typeof step>;

const report = z.strictObject({
  to: name,
  when: criterion,
  /** From noticing. */
  withinMinutes: z.int().min(1).max(525_600),
  template: entryKey,
});

const template = z.strictObject({ key: entryKey, subject: name, text: words });
export type Template = z.infer<typeof template>;

const audiencePolicy = z.strictObject({
  audience: z.enum(AUDIENCES),
  tell: words,
  withhold: words,
  channel: words,
  /** Key of the role that approves the exact text. */
  approver: entryKey,
});

export const sampleInput = z.strictObject({ input: z.string().min(1).max(60), value: z.string().max(100) });
const sample = z.strictObject({
  name,
  inputs: z.array(sampleInput).max(40).default([]),
  /** What must come out: whether the plan is called for, and at which level; 0 where at none. */
  activates: z.boolean().default(true),
  level: z.int().min(0).max(5).default(0),
});

/** A procedure as an organisation keeps it (C3-R3, C6-B2, C7-B5, C8-B1). */
export const plan = z.strictObject({
  key: entryKey,
  name,
  situation: z.enum(SITUATIONS),
  summary: words,
  /** Which past incident or lesson it goes back to. */
  origin: words,
  activation: criterion,
  /** So many people are to answer its page before nobody else is called. */
  acknowledgements: z.int().min(1).max(9).default(1),
  roles: z.array(role).max(40).default([]),
  levels: z.array(level).max(5).default([]),
  bodies: z.array(body).max(5).default([]),
  steps: z.array(step).max(80).default([]),
  reports: z.array(report).max(40).default([]),
  templates: z.array(template).max(40).default([]),
  audiences: z.array(audiencePolicy).max(10).default([]),
  samples: z.array(sample).max(20).default([]),
});
export type Plan = z.infer<typeof plan>;

/** What is known of an incident when criteria are asked; what nobody knows is left out. */
export type Inputs = Readonly<Record<string, number | string | boolean>>;
export const inputs = z.record(z.string().max(60), z.union([z.number(), z.string().max(100), z.boolean()]));

/** `unknown` where the answer hangs on an input nobody knows. */
export const HOLDS = ['yes', 'no', 'unknown'] as const;
export type Holds = (typeof HOLDS)[number];

export const finding = z.object({
  /** Where in the plan, as in `steps.3.deputy`. */
  path: z.string(),
  /** An error keeps the plan from being published. */
  grave: z.boolean(),
  words: bilingual,
});
export type Finding = z.infer<typeof finding>;

/** What a plan says of an incident as it stands. */
export const followed = z.object({
  activates: z.enum(HOLDS),
  /** Highest level whose criterion holds for what is known, 0 where none does; `missing` says what could still raise it. */
  level: z.number(),
  convene: z.enum(BODIES).nullable(),
  reports: z.array(
    z.object({ to: z.string(), due: z.enum(HOLDS), withinMinutes: z.number(), template: z.string() }),
  ),
  /** Inputs that would settle what is unknown. */
  missing: z.array(z.string()),
});
export type Followed = z.infer<typeof followed>;

export const planCheck = z.object({
  findings: z.array(finding),
  samples: z.array(z.object({ name: z.string(), passed: z.boolean(), followed })),
});
export type PlanCheck = z.infer<typeof planCheck>;

export const publishedPlan = z.object({
  key: z.string(),
  version: z.number(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});
