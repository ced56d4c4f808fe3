import type { Language } from '../../../kernel/language.ts';
import { reportContent } from '../content/schema.ts';
import { Choices, type FormLists } from './choices.ts';
import { columnName } from './plan.ts';
import { isUnseen, ownLabels, tellEdition } from './reading/about.ts';
import { Draft } from './reading/draft.ts';
import { readEntryRows } from './reading/entry-rows.ts';
import { Faults } from './reading/faults.ts';
import type { FormBook } from './reading/form-book.ts';
import type { BookAnswer } from './reading/form-book-in-worker.ts';
import { KeyedSheet } from './reading/keyed-sheet.ts';
import { readReportRows } from './reading/report-rows.ts';
import type { Tools } from './reading/spots.ts';
import { type FormReading, type FormSheet, SHEETS } from './schema.ts';
import { SHEET_WORDS } from './words.ts';

/** The sheets of the form, each once; what is missing, double or of somebody else is told. */
function sheetsOf({ sheets }: FormBook, faults: Faults): Map<FormSheet, KeyedSheet> {
  const found = new Map<FormSheet, KeyedSheet>();
  const others = [];
  for (const raw of sheets) {
    const sheet = KeyedSheet.find(raw);
    if (!sheet) {
      if (!raw.hidden && !isUnseen(raw) && raw.cells.length > 0) others.push(raw.name);
    } else if (found.has(sheet.kind))
      faults.tell(
        'sheetTwice',
        { sheet: raw.name, field: 'sheet' },
        { name: SHEET_WORDS[sheet.kind][faults.language] },
      );
    else found.set(sheet.kind, sheet);
  }
  if (found.size === 0) return found;
  for (const name of others) faults.tell('otherSheet', { sheet: name, field: 'sheet' }, { name });
  for (const kind of SHEETS)
    if (!found.has(kind))
      faults.tell('noSheet', { sheet: '', field: 'sheet' }, { name: SHEET_WORDS[kind][faults.language] });
  return found;
}

/** A workbook that was read cell by cell, as what it reports and everything that is wrong with it. */
export function readForm({ book, refused }: BookAnswer, lists: FormLists, language: Language): FormReading {
  const faults = new Faults(language);
  const nothing = () => ({ report: reportContent.parse({}), faults: [...faults.all] });
  if (!book) {
    if (refused) faults.say(refused, { sheet: '', field: 'file' });
    return nothing();
  }
  const sheets = sheetsOf(book, faults);
  if (sheets.size === 0) {
    faults.tell('notTheForm', { sheet: '', field: 'file' });
    return nothing();
  }
  if (book.external) faults.tell('external', { sheet: '', field: 'file' });
  tellEdition(book.sheets, lists, faults);
  const choices = new Choices(lists);
  const tools: Tools = { choices, faults, ownLabels: ownLabels(book.sheets, choices) };
  const draft = new Draft();
  for (const kind of SHEETS) {
    const sheet = sheets.get(kind);
    if (!sheet) continue;
    for (const column of sheet.missing)
      faults.tell('noColumn', { sheet: sheet.name, field: kind }, { name: columnName(column, language) });
    sheet.spread(faults);
    if (kind === 'report') readReportRows(sheet, draft, tools);
    else readEntryRows(kind, sheet, draft, tools);
    sheet.tellFormulas(faults);
  }
  return { report: draft.finish(faults), faults: [...faults.all] };
}
