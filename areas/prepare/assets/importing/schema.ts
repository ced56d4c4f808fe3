import { z } from 'zod';
import { type Bilingual, bilingual } from '../../../../kernel/language.ts';

/** What a column of a file may say of an entry. */
export const COLUMNS = [
  'key',
  'kind',
  'name',
  'owner',
  'impact',
  'impactReason',
  'rtoMinutes',
  'rpoMinutes',
  'mtpdMinutes',
  'company',
  'class',
  'os',
  'product',
  'productVersion',
  'hosts',
  'site',
  'fleet',
  'dependsOn',
  'connectsThrough',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Header of the file by column of ours. */
export const mapping = z.partialRecord(z.enum(COLUMNS), z.string().max(300));
export type Mapping = z.infer<typeof mapping>;

export const IMPORT_FORMATS = ['csv', 'xlsx', 'cyclonedx'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export const IMPORT_STATES = ['checking', 'checked', 'applying', 'applied', 'failed'] as const;
export const ROW_CHANGES = ['new', 'changed', 'same', 'faulty'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

export interface RowFault {
  readonly column: Column | 'row';
  readonly mend: Bilingual;
}

/** What one row would do. Rows are numbered as in the file, its header being row 1. */
export interface RowOutcome {
  readonly row: number;
  readonly key: string;
  readonly change: RowChange;
  /** Fields that would change. */
  readonly fields: readonly string[];
  readonly faults: readonly RowFault[];
}

export const rowView = z.object({
  row: z.number(),
  key: z.string(),
  change: z.enum(ROW_CHANGES),
  fields: z.array(z.string()),
  faults: z.array(z.object({ column: z.string(), mend: bilingual })),
});

export const importView = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.enum(IMPORT_FORMATS),
  state: z.enum(IMPORT_STATES),
  done: z.number(),
  total: z.number(),
  headers: z.array(z.string()),
  mapping,
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), faulty: z.number() }),
  /** What kept the file from being read at all. */
  failure: bilingual.nullable(),
  madeAt: z.string(),
});
export type ImportView = z.infer<typeof importView>;

export const rowFilter = z.object({
  change: z.enum([...ROW_CHANGES, 'any']).default('any'),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
