import type writeExcelFile from 'write-excel-file/node';
import { escapeHtml } from '../../../../kernel/text.ts';
import type { ChoiceName } from '../choices.ts';
import type { Made } from './sheet.ts';

/** As the library takes one beside several sheets. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];
type Place = (list: ChoiceName) => string;

/** Cells that offer a list; a zone that is not on it may be typed too. */
function offersOf({ offers }: Made, place: Place): string {
  const lists = [...new Set(offers.map(({ list }) => list))];
  if (lists.length === 0) return '';
  const each = lists.map((list) => {
    const cells = offers.filter((offer) => offer.list === list).map(({ cell }) => cell);
    const style = list === 'zone' ? 'showErrorMessage="0"' : 'showErrorMessage="1" errorStyle="warning"';
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" ${style} sqref="${cells.join(' ')}"><formula1>${place(list)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

const PRINTED =
  '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.25" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

const breaksOf = ({ breaks }: Made): string =>
  breaks.length > 0
    ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`
    : '';

function sheetXml(xml: string, made: Made, place: Place): string {
  if (made.hidden) return xml;
  const footer = `<headerFooter><oddFooter>&amp;L${escapeHtml(made.footer.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
  return xml
    .replace(/<pageMargins[^>]*>/, '')
    .replace(/<pageSetup[^>]*>/, () => `${offersOf(made, place)}${PRINTED}${footer}${breaksOf(made)}`)
    .replace(/<sheetViews/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews');
}

/** Rows that come back on each page, by the place of their sheet. */
const titlesOf = (sheets: readonly Made[]): string =>
  sheets
    .map(({ name, head }, n) =>
      head > 0
        ? `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">'${escapeHtml(name.replaceAll("'", "''"))}'!$${head}:$${head}</definedName>`
        : '',
    )
    .join('');

/** What the library has no words for: lists to choose from, what is hidden, and how it is printed. */
export const asForm = (sheets: readonly Made[], place: Place): Feature => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml) =>
          xml.replace(/<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/, () => `<definedNames>${titlesOf(sheets)}</definedNames>`),
        transformElementAttributes: (tag, attributes, index) =>
          tag === 'sheet' && sheets[index ?? 0]?.hidden ? { ...attributes, state: 'hidden' } : attributes,
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const made = sheets[sheetIndex];
          return made ? sheetXml(hidden(xml, made), made, place) : xml;
        },
      },
    },
  },
}); // biome-ignore format: a table

/** The row and the columns of keys are there, and seen by nobody. */
function hidden(xml: string, { widths, hidden: whole }: Made): string {
  if (whole) return xml;
  const columns = widths
    .map((width, n) => `<col min="${n + 1}" max="${n + 1}" ${width === 0 ? 'width="2" hidden="1"' : `width="${width}"`} customWidth="1"/>`)
    .join('');
  return xml
    .replace(/<cols>[\s\S]*?<\/cols>|<cols\s*\/>/, () => `<cols>${columns}</cols>`)
    .replace(/<row r="1"/, '<row r="1" hidden="1"');
} // biome-ignore format: a table
