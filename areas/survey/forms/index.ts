import type { Language } from '../../../kernel/language.ts';
import { type FormLists, firstLists } from './choices.ts';
import { readForm } from './read-form.ts';
import { readFormBookInWorker } from './reading/form-book-in-worker.ts';
import { type FormReading, MOST_FORM_BYTES } from './schema.ts';
import { FAULT_WORDS } from './words.ts';

export { type FormLists, firstLists } from './choices.ts';
export { printForm } from './print-form.ts';

/**
 * What somebody filled into a form (XLSX), and everything that is wrong with it, cell by cell; nothing is kept. The file is taken
 * apart on a thread with limits, whatever it is.
 * @param lists in force where it is read; the first editions where nobody says
 */
export async function readFormOnThread(
  bytes: Uint8Array,
  language: Language,
  lists: FormLists = firstLists(),
): Promise<FormReading> {
  const large = bytes.length > MOST_FORM_BYTES;
  const answer = large ? { refused: FAULT_WORDS.tooLarge } : await readFormBookInWorker(bytes);
  return readForm(answer, lists, language);
}
