import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { LANGUAGES } from '../../../kernel/language.ts';

/** A way in for an operator without an account: one report, its follow-ups and its questions. */
export const doorOpened = z.object({
  /** Of the register, where it is known. */
  operatorId: givenId.nullable().default(null),
  /** A report that is there already; a new one is begun unless told. */
  reportId: givenId.nullable().default(null),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  language: z.enum(LANGUAGES).default('ja'),
});
export type DoorOpened = z.output<typeof doorOpened>;

export const doorView = z.object({
  id: z.string(),
  reportId: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  openedAt: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
});
export type DoorView = z.infer<typeof doorView>;
