import { z } from 'zod';
import { mailAddress } from '../../../kernel/addresses.ts';
import type { Rewrite } from '../../../kernel/seen.ts';
import { ROLE_NAMES } from '../../roles.ts';

const language = z.enum(['ja', 'en']);

export const newPerson = z.object({
  name: z.string().trim().min(1).max(100),
  email: mailAddress,
  language: language.default('ja'),
  roles: z.array(z.enum(ROLE_NAMES)).min(1),
  unitId: z.uuid().nullable().default(null),
  breakGlass: z.boolean().default(false),
});
export type NewPerson = z.infer<typeof newPerson>;
export const personChange = newPerson.omit({ email: true, breakGlass: true });
export type PersonChange = z.infer<typeof personChange>;
/** The same with what was read before, so that nobody overwrites another's change unseen. */
export const personRewrite = personChange.extend({ seen: personChange.extend({ name: z.string() }) });
export type PersonRewrite = Rewrite<typeof personRewrite>;

/** Whether somebody is in: who was invited and has not come, or not in time, is not. */
export const STANDINGS = ['registered', 'invited', 'expired', 'joined'] as const;
export type Standing = (typeof STANDINGS)[number];

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
export const personListed = personView.extend({
  standing: z.enum(STANDINGS),
  /** Until when the link of their invitation is good. */
  invitedUntil: z.string().nullable(),
});

export const personFilter = z.object({
  /** This one alone. */
  id: z.uuid().optional(),
  search: z.string().max(100).optional(),
  role: z.enum(ROLE_NAMES).optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type PersonFilter = z.infer<typeof personFilter>;

/** What somebody did to their own way of signing in. */
export const ACCOUNT_CHANGES = [
  'password-set',
  'password-changed',
  'second-factor-begun',
  'second-factor-on',
  'second-factor-off',
  'backup-codes-made',
  'passkey-added',
  'passkey-removed',
  'sessions-ended',
  'ways-in-cleared',
  'signed-out',
  'admitted',
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];
