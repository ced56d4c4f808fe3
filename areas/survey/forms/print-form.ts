import type { Language } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import type { ReportContent } from '../content/schema.ts';
import { inUse } from '../editions/rules.ts';
import { Choices, type FormLists } from './choices.ts';
import { FIELDS } from './plan.ts';
import { answersOf, entriesOf } from './printing/answers.ts';
import { asForm } from './printing/feature.ts';
import { aboutSheet, choicesSheet, placeOf } from './printing/hidden-sheets.ts';
import { reportSheet } from './printing/report-sheet.ts';
import { rowSheet } from './printing/row-sheet.ts';
import type { Made } from './printing/sheet.ts';
import { FORM_VERSION, type RowSheet, SHEETS } from './schema.ts';
import { FORM_FOOTER } from './words.ts';

const isRows = (sheet: (typeof SHEETS)[number]): sheet is RowSheet => sheet !== 'report';

/**
 * The form as a workbook (XLSX), empty or with what a report says so far.
 * @param lists in force where it goes to: what may be chosen
 */
export async function printForm(
  lists: FormLists,
  language: Language,
  content?: ReportContent,
): Promise<Uint8Array> {
  const choices = new Choices(lists);
  const printing = { choices, language };
  const issuer = inUse(lists.issuer)[0]?.name[language] ?? '';
  const footer = fillIn(FORM_FOOTER[language], { version: FORM_VERSION, edition: lists.eventTypes.edition });
  const sheets: Made[] = [
    reportSheet(content ? answersOf(FIELDS, content, printing) : new Map(), issuer, footer, language),
    ...SHEETS.filter(isRows).map((sheet) =>
      rowSheet(sheet, content ? entriesOf(sheet, content, printing) : [], footer, language),
    ),
    choicesSheet(choices, language),
    aboutSheet(lists, language),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ name, data, widths, head, hidden }) => ({
      sheet: name,
      data,
      columns: widths.map((width) => ({ width: width || 2 })),
      ...(!hidden && { orientation: 'landscape' as const, showGridLines: false, stickyRowsCount: head }),
    })),
    {
      fontFamily: 'BIZ UDPGothic',
      fontSize: 10,
      features: [asForm(sheets, (list) => placeOf(list, choices, language))],
    },
  ).toBuffer();
}
