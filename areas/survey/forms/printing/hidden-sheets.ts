import type { Row } from 'write-excel-file/node';
import type { Language } from '../../../../kernel/language.ts';
import { storable } from '../../../../kernel/workbook/stored-text.ts';
import { LISTS } from '../../editions/schema.ts';
import { CHOICES, type ChoiceName, type Choices, type FormLists } from '../choices.ts';
import { ABOUT_SHEET, CHOICES_SHEET, FORM_VERSION } from '../schema.ts';
import { letterOf, type Made } from './sheet.ts';

const text = (value: string) => ({ value: storable(value), type: String });
const unseen = { widths: [], hidden: true, offers: [], breaks: [], head: 0, footer: '' } as const;

/** What the form is: its version, its language, and the editions of the lists it was printed with. */
export const aboutSheet = (lists: FormLists, language: Language): Made => ({
  ...unseen,
  name: ABOUT_SHEET,
  data: [
    [text('sonae:about'), text('')],
    [text('form'), text(String(FORM_VERSION))],
    [text('language'), text(language)],
    ...LISTS.map((list) => [text(`edition.${list}`), text(String(lists[list].edition))]),
  ],
});

/** What may be chosen, two columns a list: the label that is seen, and the key it stands for. */
export function choicesSheet(choices: Choices, language: Language): Made {
  const offered = CHOICES.map((name) => choices.offered(name, language));
  const longest = Math.max(...offered.map((each) => each.length));
  const head: Row = CHOICES.flatMap((name, n) => [text(n === 0 ? `sonae:choices ${name}` : name), text('')]);
  const rows = Array.from({ length: longest }, (_, row) =>
    offered.flatMap((each) => {
      const entry = each[row];
      return entry ? [text(entry.label), text(entry.key)] : [null, null];
    }),
  );
  return { ...unseen, name: CHOICES_SHEET, data: [head, ...rows] };
}

/** Where the labels of a list stand, as a cell that offers them names the place. */
export function placeOf(name: ChoiceName, choices: Choices, language: Language): string {
  const column = letterOf(CHOICES.indexOf(name) * 2);
  return `${CHOICES_SHEET}!$${column}$2:$${column}$${choices.offered(name, language).length + 1}`;
}
