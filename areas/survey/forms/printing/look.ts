import type { CellObject } from 'write-excel-file/node';
import { storable } from '../../../../kernel/workbook/stored-text.ts';

/** The colours of the printed form: deep blue for headings, a light ground where nothing is to be filled in. */
const RAIL = '#0f2338';
const RESPONSE = '#1d4f91';
const SOFT = '#e8f0fb';
const GROUND = '#f6f8fb';
const LINE = '#8a99ad';
const QUIET = '#4a5768';

const bordered = { borderColor: LINE, borderStyle: 'thin' } as const;
const wrapped = { wrap: true, alignVertical: 'center' } as const;
const inset = { align: 'left', indent: 1 } as const;

/** How each kind of cell looks. */
export const LOOK = {
  title: { fontSize: 18, fontWeight: 'bold', textColor: RAIL, alignVertical: 'center' },
  note: { fontSize: 9, textColor: QUIET, ...wrapped },
  section: { fontSize: 11, fontWeight: 'bold', textColor: '#ffffff', backgroundColor: RESPONSE, alignVertical: 'center', ...inset, ...bordered },
  head: { fontSize: 9, fontWeight: 'bold', textColor: RAIL, backgroundColor: SOFT, align: 'center', ...wrapped, ...bordered },
  label: { fontSize: 10, textColor: RAIL, backgroundColor: GROUND, ...wrapped, ...inset, ...bordered },
  value: { fontSize: 10, ...wrapped, ...inset, ...bordered },
  long: { fontSize: 10, wrap: true, alignVertical: 'top', ...inset, ...bordered },
  none: { backgroundColor: GROUND, ...bordered },
  help: { fontSize: 8, textColor: QUIET, ...wrapped, ...inset },
} as const satisfies Readonly<Record<string, CellObject>>; // biome-ignore format: a table

/** A spreadsheet shows no text cell of more than this; a longer one is a cell without a format. */
const MOST_AS_TEXT = 255;
/** Of text that is typed or read: dates stay as they are typed, and nothing becomes a formula. */
export const written = (text: string, look: CellObject, long: boolean): CellObject => ({
  ...look,
  value: storable(text),
  type: String,
  ...(!long && text.length <= MOST_AS_TEXT && { format: '@' }),
});

const LINE_HEIGHT = 14;
/** A row is no higher than this. */
const HIGHEST = 400;
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width * 0.95))), 0);
/** How high a row is in which these texts stand, each in so many characters. */
export function heightOf(texts: readonly (readonly [string, number])[], least: number): number {
  const lines = texts.reduce((most, [text, width]) => Math.max(most, linesOf(text, width)), least);
  return Math.min(HIGHEST, lines * LINE_HEIGHT + 6);
}
