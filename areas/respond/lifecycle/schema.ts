import { z } from 'zod';
import { CERTAINTIES } from '../../../kernel/certainty.ts';
import { entryKey } from '../../prepare/registers/schema.ts';
import { severity, situation, title } from '../incidents/schema.ts';

/** Key of the site where it happens, where it is one. */
const site = entryKey.nullable().default(null);
export const note = z.string().trim().max(10_000).default('');

export const declaration = z.object({
  title,
  severity: severity.default(2),
  situation,
  site,
  /** An exercise: said on every screen, message and document. */
  drill: z.boolean().default(false),
  /** Seen from the first by its declarer alone, and by those they share it with. */
  restricted: z.boolean().default(false),
  page: z.boolean().default(true),
  note,
});
/** What somebody hands in; what is left out has its default. */
export type Declaration = z.input<typeof declaration>;

/** What may be left as it is when an incident is resolved or closed, where somebody says why; besides reports that seem owed. */
export const LEFT = [
  'machines',
  'systems',
  'overdueTasks',
  'plannedReports',
  'inquiries',
] as const satisfies readonly string[];
/** One of these, or the key of a regime. */
export type LeftName = string;
const why = z.string().trim().max(5_000).default('');
/** Why each is left, by its name; empty or not there: nobody has said. */
export const leftWhy = z.record(z.string().max(60), why).prefault({});
export type LeftWhy = z.output<typeof leftWhy>;
export const leftOpen = z.object({
  resolve: z.array(z.object({ name: z.string(), what: z.string() })),
  close: z.array(z.object({ name: z.string(), what: z.string() })),
  /** What has to be settled before it can be closed, once it is resolved; each as closing would name it. */
  owed: z.array(z.object({ field: z.string(), what: z.string() })),
});

export const turn = z.object({
  note,
  left: leftWhy,
  /** Calls for roles and tasks that nobody has answered go on; left out, resolving ends every call. */
  keepCalling: z.boolean().default(false),
});
export type Turn = z.input<typeof turn>;
/** Closing answers, where nobody has yet, whether it was an attack, and how that is known. */
export const closing = z.object({
  note,
  left: leftWhy,
  cyber: z
    .object({
      was: z.enum(['supported', 'excluded', 'undecided']),
      how: z.string().trim().min(1).max(10_000),
      certainty: z.enum(CERTAINTIES).default('unknown'),
    })
    .nullable()
    .default(null),
});
export type Closing = z.input<typeof closing>;
