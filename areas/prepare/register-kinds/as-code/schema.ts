import { z } from 'zod';
import { REGISTER_NAMES, type RegisterName } from '../words.ts';

/** The largest file taken, in characters: 64,000 hosts with their edges and notes take some 26 million. */
export const LARGEST_CODE = 48_000_000;
/** The same as bytes on their way: a letter of Japanese takes three, but most of a file are not. */
export const LARGEST_CODE_BYTES = 2 * LARGEST_CODE;

const raw = z.array(z.record(z.string(), z.unknown())).max(200_000);

/**
 * Registers as a file: entries in the shapes of their registers, but people by mail address and units by name, so that a
 * person can write it and another house can read it.
 */
export const registersFile = z.strictObject({
  systems: raw.default([]),
  registers: z.partialRecord(z.enum(REGISTER_NAMES), raw).default({}),
});

export const CHANGES = ['new', 'changed', 'same', 'notInFile'] as const;
/** What a file does to one entry; `fields` names what differs. Nothing is ever removed by a file. */
export const planned = z.object({
  register: z.enum(['systems', ...REGISTER_NAMES]),
  key: z.string(),
  change: z.enum(CHANGES),
  fields: z.array(z.string()),
});
export type Planned = z.infer<typeof planned>;
/** The same of an entry that is not a system. */
export type PlannedEntry = Planned & { readonly register: RegisterName };
