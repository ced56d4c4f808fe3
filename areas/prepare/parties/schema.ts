import { z } from 'zod';
import type { Rewrite } from '../../../kernel/seen.ts';
import { timeZone } from '../../../kernel/time.ts';
import { entryKey, name, words } from '../registers/schema.ts';

export const organisationView = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  demo: z.boolean(),
});
export const organisationChange = z.object({ name: z.string().trim().min(1).max(200), timeZone });
export type OrganisationChange = z.infer<typeof organisationChange>;
/** The same with what was read before, so that nobody overwrites another's change unseen. */
export const organisationRewrite = organisationChange.extend({
  seen: organisationChange.extend({ name: z.string() }),
});
export type OrganisationRewrite = Rewrite<typeof organisationRewrite>;
export const foundation = organisationChange.extend({ id: z.uuid(), demo: z.boolean() });
export type Foundation = z.infer<typeof foundation>;

export const unitView = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  depth: z.number(),
});
export const newUnit = z.object({
  name: z.string().trim().min(1).max(200),
  parentId: z.uuid().nullable().default(null),
});
export type NewUnit = z.infer<typeof newUnit>;

/** Who stands around an organisation (C3-A1, C5-A1, C6-A1). */
export const PARTY_KINDS = [
  'groupCompany',
  'contractor',
  'supplier',
  'expertBody',
  'insurer',
  'authority',
  'peer',
] as const;

/** Yes, no, or nobody knows: what was not stated is not a no. */
export const STATED = ['yes', 'no', 'notStated'] as const;
const stated = z.enum(STATED).default('notStated');
const date = z.iso.date().nullable().default(null);

export const contract = z.strictObject({
  title: name,
  from: date,
  until: date,
  /** C1-R1: told at once, and before anything is cleaned. */
  notifyOnDetection: stated,
  emergencyContact: words,
  directLine: words,
  /** C5-L1. */
  securityRequirements: words,
  certifications: z
    .array(z.strictObject({ name, until: date }))
    .max(20)
    .default([]),
  /** C5-P1: assessed at selection and then every so many months; 0 where it never was agreed. */
  assessEveryMonths: z.int().min(0).max(120).default(0),
  assessedOn: date,
});

export type Contract = z.infer<typeof contract>;

export const party = z.strictObject({
  key: entryKey,
  name,
  kind: z.enum(PARTY_KINDS),
  /** The party it works under or belongs to: the subcontract chain, the group. */
  under: entryKey.nullable().default(null),
  contact: words,
  phone: words,
  email: words,
  hours: words,
  contracts: z.array(contract).max(20).default([]),
  /** C1-L3: what both sides must understand alike of configuration, importance and duties. */
  sheet: z
    .strictObject({
      configuration: words,
      importance: words,
      duties: words,
      acknowledgedOn: date,
      staleAfterMonths: z.int().min(1).max(60).default(12),
    })
    .prefault({}),
  note: words,
});
export type Party = z.infer<typeof party>;
