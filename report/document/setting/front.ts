import type { Language } from '../../../kernel/language.ts';
import type { ReportContent } from '../content.ts';
import { type Atom, depth, flow, pagesOf } from './columns.ts';
import { type Lines, plain } from './items.ts';
import { linesOf, type Paragraph, paragraphOf } from './lines.ts';
import { COLUMN, ENTRY, INDENT, PAGE, TABLE, type Type, tall } from './measures.ts';
import type { TablePage } from './tables.ts';
import { roomUnder, type Title, titleLines } from './titles.ts';

type Frame = NonNullable<ReportContent['frame']>;

/** One line or paragraph of a page in columns. */
export interface Piece {
  readonly lines: Lines;
  readonly look: 'heading' | 'text' | 'term' | 'entry' | 'under';
  /** Air above, in points; none where a column begins. */
  readonly above: number;
  /** The page it is about, as a number and as where to go. */
  readonly page?: number;
  readonly to?: string;
}

export type FramePage =
  | {
      readonly kind: 'cover';
      readonly title: Lines;
      readonly issuer?: string;
      readonly facts: Frame['cover'];
    }
  | { readonly kind: 'columns'; readonly title: Title; readonly columns: readonly (readonly Piece[])[] }
  | {
      readonly kind: 'overview';
      readonly title: Title;
      readonly group: string;
      readonly head: readonly string[];
      readonly rows: readonly SetRow[];
    }
  | TablePage;

export interface SetRow {
  readonly number: number;
  readonly title: Lines;
  readonly outline: readonly Lines[];
  readonly lessons: readonly Lines[];
}

const set = (text: string, language: Language, size: number, width: number, bold = false): Lines =>
  linesOf(paragraphOf(plain(text), [], language, bold), size, width);

interface PageStyle {
  readonly language: Language;
  readonly type: Type;
  readonly label: string;
  readonly continued: string;
}

/** A group of so few pieces is not parted, where a column holds it. */
const WHOLE = 8;
/** A paragraph of more lines may go on in the next column, from two of them to two. */
const LONG = 8;

const atomsOf = (groups: readonly (readonly Piece[])[], type: Type, room: number): Atom<Piece>[] =>
  groups.flatMap((group) => {
    const atoms = group.map((piece) => ({
      what: piece,
      height: tall(piece.lines.length, type),
      above: piece.above,
    }));
    const whole = group.length <= WHOLE && depth(atoms) <= room;
    return atoms.map((atom, i) => ({
      ...atom,
      joined: i < group.length - 1 && (whole || atom.what.look === 'heading' || atom.what.look === 'term'),
    }));
  });

/** A paragraph in pieces, between which it may be parted; set one under the other they stand as it would. */
function partable(lines: Lines, above: number, type: Type): Piece[] {
  if (lines.length <= LONG) return [{ lines, look: 'text', above }];
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; ) {
    const count = lines.length - at === 3 ? 3 : 2;
    pieces.push({
      lines: lines.slice(at, at + count),
      look: 'text',
      above: at === 0 ? above : (type.pitch - 1) * type.size,
    });
    at += count;
  }
  return pieces;
}

/** Pieces as one page of one wide column; undefined where they need more. */
export function onePage(
  heading: string,
  groups: readonly (readonly Piece[])[],
  { language, type, label }: PageStyle,
): FramePage | undefined {
  const lines = titleLines(heading, language);
  const room = roomUnder(lines);
  if (depth(atomsOf(groups, type, room)) > room) return undefined;
  return { kind: 'columns', title: { lines, level: 1, label }, columns: [groups.flat()] };
}

/** Pieces as pages of two columns under one title; what belongs together is not parted. */
export function columnPages(
  heading: string,
  groups: readonly (readonly Piece[])[],
  { language, type, label, continued }: PageStyle,
): FramePage[] {
  const room = roomUnder(titleLines(heading, language));
  return flow(atomsOf(groups, type, room), room).map((columns, i) => ({
    kind: 'columns',
    title: {
      lines: titleLines(i === 0 ? heading : heading + continued, language),
      level: 1,
      ...(i === 0 && { label }),
    },
    columns,
  }));
}

/** What stands before the cases: who made it, how to read it. The first heading is that of the page. */
export const frontGroups = (front: Frame['front'], language: Language, type: Type): Piece[][] =>
  front.map(({ heading, paragraphs }, i) => [
    ...(i === 0
      ? []
      : [
          {
            lines: set(heading, language, type.size, COLUMN, true),
            look: 'heading' as const,
            above: type.size * 1.6,
          },
        ]),
    ...paragraphs.flatMap((each) => partable(set(each, language, type.size, COLUMN), type.size * 0.8, type)),
  ]);

export const glossaryGroups = (
  terms: Frame['glossary']['terms'],
  language: Language,
  type: Type,
): Piece[][] =>
  terms.map(({ term, meaning }) => [
    { lines: set(term, language, type.size, COLUMN, true), look: 'term', above: type.size * 0.9 },
    { lines: set(meaning, language, type.size, COLUMN), look: 'text', above: (type.pitch - 1) * type.size },
  ]);

/** Lessons by theme: title, case, page. */
export const indexGroups = (
  { groups }: Frame['index'],
  language: Language,
  type: Type,
  pageOf: (number: number) => number,
  labelOf: (number: number) => string,
): Piece[][] =>
  groups.map(({ heading, entries }) => [
    { lines: set(heading, language, type.size, COLUMN, true), look: 'heading', above: type.size },
    ...entries.map(({ title, number }): Piece => {
      const where = language === 'ja' ? `（事例${number}）` : ` (Case ${number})`;
      return {
        lines: linesOf(
          paragraphOf([...title, ...plain(where)], [], language),
          type.size,
          COLUMN - (ENTRY.number + ENTRY.indent + ENTRY.dots) * type.size,
        ),
        look: 'under',
        above: type.size * ENTRY.gap,
        page: pageOf(number),
        to: labelOf(number),
      };
    }),
  ]);

export interface LooseGroup {
  readonly heading: string;
  readonly rows: readonly {
    readonly number: number;
    readonly title: Paragraph;
    readonly outline: readonly Paragraph[];
    readonly lessons: readonly Paragraph[];
  }[];
}

/** The overview before its size is known. */
export const looseOverview = ({ groups }: Frame['overview'], language: Language): LooseGroup[] =>
  groups.map(({ heading, rows }) => ({
    heading,
    rows: rows.map(({ number, title, outline, lessons }) => ({
      number,
      title: paragraphOf(plain(title), [], language, true),
      outline: outline.map((each) => paragraphOf(each, [], language)),
      lessons: lessons.map((each) => paragraphOf(each, [], language)),
    })),
  }));

const CELL = (PAGE.width - TABLE.number) / 2 - 2 * TABLE.x;

interface HighRow extends Atom<SetRow> {
  /** The higher of its two cells. */
  readonly higher: 'outline' | 'lessons';
}

function rowOf({ number, title, outline, lessons }: LooseGroup['rows'][number], size: number): HighRow {
  const type = { size, pitch: TABLE.pitch };
  const bullets = (list: readonly Paragraph[]) =>
    list.map((each) => linesOf(each, size, CELL - INDENT * size));
  const listed = (lines: readonly Lines[]): number =>
    lines.reduce((sum, each) => sum + tall(each.length, type), 0) +
    Math.max(0, lines.length - 1) * TABLE.gap * size;
  const row: SetRow = {
    number,
    title: linesOf(title, size, CELL),
    outline: bullets(outline),
    lessons: bullets(lessons),
  };
  const left = tall(row.title.length, type) + TABLE.gap * size + listed(row.outline);
  const right = listed(row.lessons);
  return {
    what: row,
    height: Math.max(left, right) + 2 * TABLE.y,
    above: 0,
    higher: right > left ? 'lessons' : 'outline',
  };
}

/** What the heading of the page, the name of the group and the head of the table leave. */
const overviewRoom = (heading: string, language: Language, size: number): number =>
  roomUnder(titleLines(heading, language)) - 1.6 * size - (size + 2 * TABLE.y) - 2;

/** The first row that is higher than a page, with what in it is; undefined where the overview fits. */
export function tooHigh(
  groups: readonly LooseGroup[],
  { heading }: Frame['overview'],
  language: Language,
  size: number,
): { readonly number: number; readonly part: HighRow['higher'] } | undefined {
  const room = overviewRoom(heading, language, size);
  const row = groups
    .flatMap(({ rows }) => rows.map((each) => rowOf(each, size)))
    .find(({ height }) => height > room);
  return row && { number: row.what.number, part: row.higher };
}

/** Rows of a group as pages of a table: none is torn; heading, group and head stand over each. */
export function overviewPages(
  groups: readonly LooseGroup[],
  { heading, columns }: Frame['overview'],
  { language, type, label, continued }: PageStyle,
): FramePage[] {
  const pages: FramePage[] = [];
  for (const { heading: group, rows } of groups) {
    const atoms = rows.map((row) => rowOf(row, type.size));
    pagesOf(atoms, overviewRoom(heading, language, type.size)).forEach((some, i) => {
      const first = pages.length === 0;
      pages.push({
        kind: 'overview',
        title: {
          lines: titleLines(first ? heading : heading + continued, language),
          level: 1,
          ...(first && { label }),
        },
        group: i === 0 ? group : group + continued,
        head: columns,
        rows: some,
      });
    });
  }
  return pages;
}
