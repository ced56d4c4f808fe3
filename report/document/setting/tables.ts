import type { Language } from '../../../kernel/language.ts';
import { FACES, widthOf } from '../../figure/text.ts';
import type { ContentRow, ContentTable, ContentTables } from '../content.ts';
import { type Atom, pagesOf } from './columns.ts';
import { type Lines, plain } from './items.ts';
import { linesOf, paragraphOf } from './lines.ts';
import { PAGE, TABLE, type Type, tall } from './measures.ts';
import { roomUnder, type Title, titleLines } from './titles.ts';

/** A row of figures, its lines broken. */
interface FigureRow {
  readonly name: Lines;
  readonly cells: readonly string[];
  readonly bar: readonly number[];
  readonly total: boolean;
}

/** A page of one table of figures. */
export interface TablePage {
  readonly kind: 'table';
  readonly title: Title;
  readonly caption: Lines;
  readonly notes: readonly Lines[];
  /** Points of the names, of each cell, of the bars; no bars where it is 0. */
  readonly widths: { readonly name: number; readonly cell: number; readonly bar: number };
  readonly size: number;
  readonly headSize: number;
  readonly head: readonly Lines[];
  readonly rows: readonly FigureRow[];
}

/** Figures are set somewhat smaller than text, for they are compared and not read. */
const LARGEST = 10.5;
const NAME = { least: 150, most: 280 } as const;
const CELL = { least: 34, most: 70, x: 1.4, right: 4.2 } as const;
/** Words over a column are set as small as this before one is divided. */
const SMALLEST = 7;
const ROW = 3.4;
const GAP = 8;
/** Of the page, what notes are as wide as, and what bars have at least. */
const NOTES = 0.72;
const BARS = 0.25;

const set = (text: string, language: Language, size: number, width: number, bold = false): Lines =>
  linesOf(paragraphOf(plain(text), [], language, bold), size, width);

function widthsOf({ head, rows }: ContentTable): TablePage['widths'] {
  const cells = head.length - 1;
  const barred = rows.some(({ bar }) => bar !== undefined);
  const room = PAGE.width * (barred ? 1 - BARS : 1) - NAME.least;
  const cell = Math.max(CELL.least, Math.min(CELL.most, room / cells));
  const left = PAGE.width - cells * cell;
  const name = Math.max(NAME.least, Math.min(NAME.most, barred ? left * 0.5 : left));
  return { name, cell, bar: barred ? left - name : 0 };
}

/** The largest size at which no word over a column is divided. */
function headSizeOf(head: readonly string[], room: number, size: number, language: Language): number {
  const words = head.flatMap((text) => text.split(/[\s\u3040-\u9fff（）・]+/u));
  const widest = Math.max(0, ...words.map((word) => widthOf(word, FACES[language].bold, 1)));
  return Math.max(SMALLEST, Math.min(size, Math.floor((room / widest) * 10) / 10));
}

/** A table as pages: head and caption stand over each, what it says of itself stands under the last. */
function pagesOfTable(
  table: ContentTable,
  title: (first: boolean) => Title,
  { language, type, continued }: { language: Language; type: Type; continued: string },
): TablePage[] {
  const size = Math.min(LARGEST, type.size);
  const close = { size, pitch: TABLE.pitch };
  const widths = widthsOf(table);
  const caption = (text: string): Lines => set(text, language, type.size, PAGE.width, true);
  const headRoom = widths.cell - 2 * CELL.x - CELL.right;
  const headSize = headSizeOf(table.head.slice(1), headRoom, size, language);
  const head = table.head.map((text, i) =>
    set(text, language, headSize, i === 0 ? widths.name - 2 * TABLE.x : headRoom, true),
  );
  const notes = table.notes.map((text) => set(text, language, size, NOTES * PAGE.width));
  const rowOf = ({ name, cells, bar = [], total = false }: ContentRow): Atom<FigureRow> => {
    const lines = set(name, language, size, widths.name - 2 * TABLE.x, total);
    return {
      what: { name: lines, cells, bar, total },
      height: tall(lines.length, close) + 2 * ROW,
      above: 0,
    };
  };
  const headHeight =
    tall(Math.max(...head.map((each) => each.length)), { size: headSize, pitch: TABLE.pitch }) + 2 * ROW;
  const noteHeight = notes.reduce((sum, each) => sum + tall(each.length, close) + 3, GAP);
  const room = roomUnder(title(false).lines) - type.size - 2 * GAP - headHeight - noteHeight - 4;
  const parts = pagesOf(table.rows.map(rowOf), room);
  return parts.map((rows, i) => ({
    kind: 'table',
    title: title(i === 0),
    caption: caption(i === 0 ? table.heading : table.heading + continued),
    notes: i === parts.length - 1 ? notes : [],
    widths,
    size,
    headSize,
    head,
    rows,
  }));
}

/** Tables as pages, one after the other. */
export function tablePages(
  { heading, tables }: ContentTables,
  how: { language: Language; type: Type; continued: string; label: string },
): TablePage[] {
  return tables.flatMap((table, k) =>
    pagesOfTable(
      table,
      (first) => ({
        lines: titleLines(k === 0 && first ? heading : heading + how.continued, how.language),
        level: 1,
        ...(k === 0 && first && { label: how.label }),
      }),
      how,
    ),
  );
}
