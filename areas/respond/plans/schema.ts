import { z } from 'zod';
import { followed, type Inputs, inputs, plan } from '../../prepare/plans/schema.ts';
import { entryKey } from '../../prepare/registers/schema.ts';

/** The plan an incident is handled by, and what it says for what is known. */
export const incidentPlan = z.object({
  plan: plan
    .extend({
      version: z.number(),
      chosenAt: z.string(),
      /** The version in force now where that is another; the incident keeps its own. */
      newer: z.number().nullable(),
      /** Names of the people in its roles, by id. */
      people: z.record(z.string(), z.string()),
    })
    .nullable(),
  followed: followed.nullable(),
  /** Another plan in force whose activation holds for what is known now. */
  fits: z.object({ key: z.string(), name: z.string() }).nullable(),
  /** What is known or estimated now. */
  estimates: inputs,
});

const estimated = z.string().max(100).nullable();
/** With what was read, null for nothing, where it is to hold only as long as nobody said otherwise. */
export const estimate = z.object({
  input: z.string().max(60),
  value: estimated,
  seen: estimated.optional(),
});
/** The plan an incident is under, by its version. */
const underPlan = z.object({ key: entryKey, version: z.int() });
export const planChoice = z.object({ plan: entryKey, seen: underPlan.nullable().optional() });
export type UnderPlan = z.infer<typeof underPlan>;

export const templateWanted = z.object({
  template: entryKey,
  /** What the writer says for each `ask.…` of the template, by the name after the dot. */
  answers: z.record(z.string().max(41), z.string().max(5_000)).default({}),
});
export type TemplateWanted = z.infer<typeof templateWanted>;
export const templateFilled = z.object({ subject: z.string(), text: z.string() });

/** What is known of an incident without asking anybody. */
export const knownInputs = (incident: { severity: number; situation: string | null }): Inputs => ({
  severity: incident.severity,
  ...(incident.situation !== null && { situation: incident.situation }),
});
