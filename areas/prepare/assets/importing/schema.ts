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

/** Where in a file the table stands, as far as somebody said so. */
export const reading = z.object({
  sheet: z.string().max(100).optional(),
  /** Numbered as in the file, from 1. */
  headerRow: z.int().min(1).max(1_000).optional(),
});
export type Reading = z.infer<typeof reading>;
/** What columns mean, and which table of the file is meant. */
export const columnsMeant = reading.extend({ mapping });
export type ColumnsMeant = z.infer<typeof columnsMeant>;

/** Said by a bill of materials of our own that tells every column: it comes back in as it was. */
export const OWN_BILL = { name: 'register', value: '2' } as const;

export const IMPORT_FORMATS = ['csv', 'xlsx', 'cyclonedx'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export const IMPORT_STATES = ['checking', 'checked', 'applying', 'applied', 'failed'] as const;
export const ROW_CHANGES = ['new', 'changed', 'same', 'faulty'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

export interface RowFault {
  readonly column: Column | 'row';
  readonly mend: Bilingual;
}

/** What is wrong with a row: under these headers, or as a whole where none is named. */
export interface HeadedFault {
  readonly mend: Bilingual;
  readonly headers: readonly string[];
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
  /** Columns of the file that are not used for anything. */
  unused: z.array(z.string()),
  /** What somebody should know of how the file was read. */
  remarks: z.array(bilingual),
  /** The row that holds the headers, the sheet it is in, and all sheets of the file. */
  headerRow: z.number(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
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
