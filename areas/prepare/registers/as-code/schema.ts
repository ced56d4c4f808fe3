import { z } from 'zod';
import { REGISTER_NAMES } from '../words.ts';

/** The largest file taken, in characters. */
export const LARGEST_CODE = 900_000;

const raw = z.array(z.record(z.string(), z.unknown())).max(20_000);

/**
 * Registers as a file: entries in the shapes of their registers, but people by mail address and units by name, so that a
 * person can write it and another house can read it.
 */
export const registersFile = z.strictObject({
  systems: raw.default([]),
  registers: z.partialRecord(z.enum(REGISTER_NAMES), raw).default({}),
});
export type RegistersFile = z.infer<typeof registersFile>;

export const CHANGES = ['new', 'changed', 'same', 'notInFile'] as const;
/** What a file does to one entry; `fields` names what differs. Nothing is ever removed by a file. */
export const planned = z.object({
  register: z.enum(['systems', ...REGISTER_NAMES]),
  key: z.string(),
  change: z.enum(CHANGES),
  fields: z.array(z.string()),
});
export type Planned = z.infer<typeof planned>;
