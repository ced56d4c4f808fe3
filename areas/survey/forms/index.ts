import type { Language } from '../../../kernel/language.ts';
import { type FormLists, firstLists } from './choices.ts';
import { readForm } from './read-form.ts';
import { readFormBookInWorker } from './reading/form-book-in-worker.ts';
import type { FormReading } from './schema.ts';

export { type FormLists, firstLists } from './choices.ts';
export { printForm } from './print-form.ts';

/**
 * What somebody filled into a form (XLSX), and everything that is wrong with it, cell by cell; nothing is kept. The file is taken
 * apart on a thread with limits, whatever it is.
 * @param lists in force where it is read; the first editions where nobody says
 */
export const readFormOnThread = async (
  bytes: Uint8Array,
  language: Language,
  lists: FormLists = firstLists(),
): Promise<FormReading> => readForm(await readFormBookInWorker(bytes), lists, language);
