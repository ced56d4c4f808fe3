import { LISTS } from '../../editions/schema.ts';
import { LIST_WORDS } from '../../editions/words.ts';
import { CHOICES, type ChoiceName, type Choices, type FormLists } from '../choices.ts';
import { FORM_VERSION } from '../schema.ts';
import type { Faults } from './faults.ts';
import type { RawSheet } from './form-book.ts';

const marked = (sheets: readonly RawSheet[], mark: string): RawSheet | undefined =>
  sheets.find(({ cells }) =>
    cells.some(({ row, column, text }) => row === 0 && column === 0 && text.startsWith(mark)),
  );

/** Whether a sheet is one of the two that nobody sees. */
export const isUnseen = ({ cells }: RawSheet): boolean =>
  cells.some(({ row, column, text }) => row === 0 && column === 0 && /^sonae:(?:about|choices)/.test(text));

/** Tells where the form, or a list it was printed with, is of another edition. */
export function tellEdition(sheets: readonly RawSheet[], lists: FormLists, faults: Faults): void {
  const about = marked(sheets, 'sonae:about');
  if (!about) {
    faults.tell('unmarked', { sheet: '', field: 'form' });
    return;
  }
  const found = (key: string) => {
    const row = about.cells.find(({ column, text }) => column === 0 && text === key)?.row;
    const cell = about.cells.find((each) => each.column === 1 && each.row === row && !each.formula);
    return { given: cell?.text ?? '', row: row ?? 0 };
  };
  const { given, row } = found('form');
  if (given !== String(FORM_VERSION))
    faults.tell(
      'otherVersion',
      { sheet: about.name, row, column: 1, field: 'form' },
      { given: given || '?', now: FORM_VERSION },
    );
  for (const list of LISTS) {
    const edition = found(`edition.${list}`);
    const now = lists[list].edition;
    if (edition.given !== String(now))
      faults.tell(
        'otherEdition',
        { sheet: about.name, row: edition.row, column: 1, field: 'form' },
        { list: LIST_WORDS[list][faults.language], given: edition.given || '?', now },
      );
  }
}

/** What the form itself called the entries of a list: one that is called otherwise now is found by that. */
export function ownLabels(sheets: readonly RawSheet[], choices: Choices) {
  const sheet = marked(sheets, 'sonae:choices');
  const columns = new Map(
    CHOICES.flatMap((name) => {
      const head = sheet?.cells.find(
        ({ row, text }) => row === 0 && text.replace('sonae:choices ', '') === name,
      );
      return head ? [[name, head.column] as const] : [];
    }),
  );
  return (list: ChoiceName, label: string): string | undefined => {
    const column = columns.get(list);
    const at = sheet?.cells.find(
      (cell) => cell.column === column && cell.row > 0 && cell.text.trim() === label,
    );
    if (!at || column === undefined) return undefined;
    const key = sheet?.cells.find((cell) => cell.column === column + 1 && cell.row === at.row)?.text.trim();
    return key !== undefined && choices.has(list, key) ? key : undefined;
  };
}
