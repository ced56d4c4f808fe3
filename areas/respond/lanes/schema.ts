import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { AUDIENCES } from '../../prepare/plans/schema.ts';
import { STATEMENT_STATES } from '../communications/schema.ts';
import { HEADQUARTERS_STATES } from '../headquarters/schema.ts';
import { SYSTEM_STATES } from '../incidents/schema.ts';
import { reportView } from '../reports/schema.ts';

/** The phases of an incident in the order of its life, as lanes and its room show them. */
export const PHASES = [
  'occurred',
  'noticed',
  'recognised',
  'headquarters',
  'contained',
  'restored',
  'resumed',
  'declaredOver',
] as const;
export type Phase = (typeof PHASES)[number];
/** passed: a later phase is known or worked at and this one is not; what is not known is not claimed. */
export const PHASE_STATES = ['done', 'passed', 'current', 'ahead'] as const;

const phaseView = z.object({
  phase: z.enum(PHASES),
  state: z.enum(PHASE_STATES),
  at: z.string().nullable(),
  precision: z.string(),
});
export type PhaseView = z.infer<typeof phaseView>;

/** What is due in an incident: a task, a report to an authority, or the next word somebody was promised. */
export const DUES = ['task', 'report', 'update'] as const;

const lane = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  severity: z.number(),
  drill: z.boolean(),
  restricted: z.boolean(),
  declaredAt: z.string(),
  phases: z.array(phaseView),
  /** What follows is null for who may not read the room. */
  room: z
    .object({
      commander: z.string().nullable(),
      headquarters: z
        .object({
          state: z.enum(HEADQUARTERS_STATES),
          noticedAt: z.string(),
          targetMinutes: z.number(),
          seconds: z.number().nullable(),
          met: z.boolean().nullable(),
        })
        .nullable(),
      due: z.array(
        z.object({
          kind: z.enum(DUES),
          /** Words of a task; empty where regime and stage, or the audience, say what it is. */
          what: z.string(),
          regime: reportView.shape.regime.nullable(),
          regimeName: bilingual.nullable(),
          stage: reportView.shape.stage.nullable(),
          audience: z.enum(AUDIENCES).nullable(),
          who: z.string().nullable(),
          at: z.string(),
        }),
      ),
      systems: z.array(z.object({ name: z.string(), state: z.enum(SYSTEM_STATES) })),
      told: z.array(
        z.object({
          audience: z.enum(AUDIENCES),
          sentAt: z.string().nullable(),
          state: z.enum(STATEMENT_STATES),
        }),
      ),
      /** What people wrote and decided last, the newest first. */
      latest: z.array(
        z.object({ at: z.string(), is: z.enum(['event', 'response', 'note', 'decision']), text: z.string() }),
      ),
    })
    .nullable(),
});
export type Lane = z.infer<typeof lane>;

const past = z.object({ id: z.string(), number: z.number(), title: z.string(), at: z.string() });
export const lanesView = z.object({
  lanes: z.array(lane),
  /** How many are open in all; the lanes are those with the highest severity. */
  open: z.number(),
  /** The last real incident and the last drill that are over. */
  lastIncident: past.nullable(),
  lastDrill: past.nullable(),
  /** When somebody last answered a test message; null for who may not read of duty. */
  lastTest: z.object({ name: z.string(), at: z.string() }).nullable(),
});
