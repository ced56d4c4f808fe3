import type { Language } from '../../../kernel/language.ts';
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
  readonly head: readonly Lines[];
  readonly rows: readonly FigureRow[];
}

/** Figures are set somewhat smaller than text, for they are compared and not read. */
const LARGEST = 9.5;
const NAME = { least: 150, most: 280 } as const;
const CELL = { least: 34, most: 62 } as const;
const ROW = 2.6;
const GAP = 8;

const set = (text: string, language: Language, size: number, width: number, bold = false): Lines =>
  linesOf(paragraphOf(plain(text), [], language, bold), size, width);

function widthsOf({ head, rows }: ContentTable): TablePage['widths'] {
  const cells = head.length - 1;
  const barred = rows.some(({ bar }) => bar !== undefined);
  const cell = Math.max(CELL.least, Math.min(CELL.most, (PAGE.width - NAME.least) / cells));
  const left = PAGE.width - cells * cell;
  const name = Math.max(NAME.least, Math.min(NAME.most, barred ? left * 0.5 : left));
  return { name, cell, bar: barred ? left - name : 0 };
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
  const head = table.head.map((text, i) =>
    set(text, language, size, (i === 0 ? widths.name : widths.cell) - 2 * TABLE.x, true),
  );
  const notes = table.notes.map((text) => set(text, language, size, PAGE.width));
  const rowOf = ({ name, cells, bar = [], total = false }: ContentRow): Atom<FigureRow> => {
    const lines = set(name, language, size, widths.name - 2 * TABLE.x, total);
    return {
      what: { name: lines, cells, bar, total },
      height: tall(lines.length, close) + 2 * ROW,
      above: 0,
    };
  };
  const headHeight = tall(Math.max(...head.map((each) => each.length)), close) + 2 * ROW;
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
