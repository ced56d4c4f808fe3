import { INPUTS, inputValueWords, isInputName } from '../../../../../areas/prepare/plans/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';

type Say = (text: Bilingual) => string;

/** What a plan's criteria ask for, by name. */
export const inputName = (input: string, say: Say): string =>
  isInputName(input) ? say(INPUTS[input].name) : input;

/** What was answered or estimated, in words; a dash where it was taken back. */
export function inputValue(value: unknown, say: Say): string {
  if (value === null) return '—';
  const known = inputValueWords(value);
  return known ? say(known) : String(value);
}
