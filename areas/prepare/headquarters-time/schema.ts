import { z } from 'zod';
import { bilingual } from '../../../kernel/language.ts';
import { BANDS } from '../calendars/schema.ts';
import { CAUSES } from '../calling/schema.ts';
import { entryKey } from '../registers/schema.ts';

/** Four weeks, hour by hour. */
export const HOURS_AHEAD = 672;
/** What is not reached within this is not reached. */
export const CAP_MINUTES = 240;

export const simulationWanted = z.object({
  /** Key of a plan in force whose headquarters is to be set up. */
  plan: entryKey,
  cause: z.enum(CAUSES).default('cyberAttack'),
  /** Runs an hour of the four weeks. */
  runs: z.int().min(100).max(10_000).default(2_000),
  /** How long each person is waited for before the next is asked. */
  waitMinutes: z.int().min(1).max(60).default(5),
  seed: z.int().min(0).max(4_294_967_295).default(1),
});
export type SimulationWanted = z.infer<typeof simulationWanted>;

const minutes = z.number().nullable();
const worstHour = z.object({
  /** Start of the hour. */
  at: z.string(),
  band: z.enum(BANDS),
  p50: minutes,
  p95: minutes,
  reached: z.number(),
  /** Roles nobody can take then, and who is on leave. */
  missing: z.array(z.string()),
  onLeave: z.array(z.string()),
  said: bilingual,
});
export type WorstHour = z.infer<typeof worstHour>;
export const simulationResult = z.object({
  /** Start of the first hour. */
  from: z.string(),
  timeZone: z.string(),
  /** Minutes from detection to a headquarters with its required roles; null where it is not reached in time. */
  hours: z.array(z.object({ band: z.enum(BANDS), p50: minutes, p95: minutes, reached: z.number() })),
  overall: z.object({ p50: minutes, p95: minutes, withinTarget: z.number() }),
  /** The hour in which it takes longest or fails most, and why, in words. */
  worst: worstHour.nullable().default(null),
  targetMinutes: z.number(),
  roles: z.array(z.string()),
  /** Whose absence would hurt most: the mean of p95 without them, beside the mean with everybody. */
  hurts: z.array(z.object({ name: z.string(), without: z.number(), with: z.number() })),
  /** Of how many people the answer times were measured, and of how many they are assumed. */
  measured: z.object({ people: z.number(), of: z.number(), answers: z.number() }),
});
export type SimulationResult = z.infer<typeof simulationResult>;

export const simulationView = z.object({
  state: z.enum(['none', 'running', 'done', 'failed']),
  /** Hours worked out so far. */
  done: z.number(),
  total: z.number(),
  wanted: simulationWanted.nullable(),
  askedAt: z.string().nullable(),
  result: simulationResult.nullable(),
});
export type SimulationView = z.infer<typeof simulationView>;
