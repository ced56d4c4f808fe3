import { z } from 'zod';
import { isInstantText } from '../../../kernel/time.ts';

export const CHANGE_STATES = [
  'proposed',
  'approved',
  'refused',
  'applied',
  'rolledBack',
  'replaced',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export const CHANGE_TURNS = ['approve', 'refuse', 'apply', 'rollBack', 'replace'] as const;
export type ChangeTurn = (typeof CHANGE_TURNS)[number];

const words = z.string().trim().max(5_000).default('');

/** A change outside the usual procedure, to get over the worst (C8-R5). */
export const newChange = z.object({
  title: z.string().trim().min(1).max(500),
  /** What of the usual procedure is left out. */
  skipped: words,
  sideEffects: words,
  rollback: words,
  /** A stop-gap ends some day; null where nobody said when, which is shown until somebody does. */
  expiresAt: z.string().refine(isInstantText, { message: 'RFC 3339' }).nullable().default(null),
  permanentFix: words,
});
export type NewChange = z.input<typeof newChange>;
export const changeAmended = newChange.pick({ rollback: true, expiresAt: true, permanentFix: true });
export type ChangeAmended = z.infer<typeof changeAmended>;
export const changeTurned = z.object({
  turn: z.enum(CHANGE_TURNS),
  note: z.string().trim().max(5_000).default(''),
});

export const CHANGE_LACKS = ['expiry', 'rollback', 'permanentFix', 'expired'] as const;
export const changeView = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  skipped: z.string(),
  sideEffects: z.string(),
  rollback: z.string(),
  expiresAt: z.string().nullable(),
  permanentFix: z.string(),
  state: z.enum(CHANGE_STATES),
  proposedBy: z.string(),
  approvedBy: z.string().nullable(),
  outcome: z.string(),
  changedAt: z.string(),
  lacks: z.array(z.enum(CHANGE_LACKS)),
});
