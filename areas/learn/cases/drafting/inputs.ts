import type { Bilingual } from '../../../../kernel/language.ts';
import { inputName, inputValueWords } from '../../../prepare/plans/words.ts';
import { PIECES } from './words.ts';

/** What a plan's criteria ask for, and a value of it, in both languages. */
export function readInputOf(input: string): { name: Bilingual; value: (value: unknown) => Bilingual } {
  const name = {
    ja: inputName(input, ({ ja }) => ja),
    en: inputName(input, ({ en }) => en),
  };
  return {
    name,
    value: (value) => {
      if (value === null || value === undefined) return PIECES.takenBack;
      const said = typeof value === 'number' ? value.toLocaleString('en') : String(value);
      return inputValueWords(value) ?? { ja: said, en: said };
    },
  };
}
