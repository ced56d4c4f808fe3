import { z } from 'zod';
import { reportContent } from '../content/schema.ts';

/** Of the form as it is printed now; one that is printed otherwise gets the next. */
export const FORM_VERSION = 1;
/** An XLSX form; with pictures somebody pasted beside it, it stays well below this. */
export const MOST_FORM_BYTES = 10 * 1024 * 1024;

/** Sheets that people fill; the first holds a field a row, each of the others an entry a row. */
export const SHEETS = ['report', 'contacts', 'steps', 'parties', 'systems'] as const;
export type FormSheet = (typeof SHEETS)[number];
export type RowSheet = Exclude<FormSheet, 'report'>;
/** Of the two that nobody sees: what the form is, and what may be chosen. */
export const ABOUT_SHEET = 'sonae';
export const CHOICES_SHEET = 'choices';
/** In the first cell of each sheet: its columns and rows are found by keys, wherever people moved them. */
export const markOf = (sheet: FormSheet): string => `sonae:${sheet}`;

/** What is wrong in a form, and how it is put right, in the language of who asked. */
export const formFault = z.object({
  /** As the workbook calls it; empty where it is the file. */
  sheet: z.string(),
  /** As in C12; empty where it is the sheet or the file. */
  cell: z.string(),
  /** As in `times.noticed` or `steps.0.text`; `file`, `form` and `sheet` of what is no field. */
  field: z.string(),
  text: z.string(),
});
export type FormFault = z.infer<typeof formFault>;

/** What a form says: what could be read, and everything that could not. */
export const formReading = z.object({ report: reportContent, faults: z.array(formFault) });
export type FormReading = z.infer<typeof formReading>;
