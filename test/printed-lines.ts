import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of letters as it stands on a page: from the left edge, up from the foot, in points. */
export interface PrintedLine {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly text: string;
}

interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
}

/** Letters alone: where a line ends or a mark begins, a blank comes or goes. */
export const letters = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, '');

/** What is on one height within one column is one line. */
const SAME_LINE = 2.5;

/** The lines of a PDF page by page, top to bottom within each column; where a column begins is told by `columns`. */
export async function printedLines(
  pdf: Uint8Array,
  columns: (page: number) => readonly number[],
): Promise<PrintedPage[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const file = await task.promise;
  const pages: PrintedPage[] = [];
  for (let n = 1; n <= file.numPages; n++) {
    const page = await file.getPage(n);
    const { width, height } = page.getViewport({ scale: 1 });
    const starts = columns(n - 1);
    const columnOf = (x: number): number => starts.filter((start) => x >= start - 1).length;
    const lines: { column: number; x: number; right: number; y: number; text: string }[] = [];
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [item.transform[4] as number, item.transform[5] as number];
      const line = lines.find((each) => Math.abs(each.y - y) < SAME_LINE && each.column === columnOf(x));
      if (!line) lines.push({ column: columnOf(x), x, right: x + item.width, y, text: item.str });
      else Object.assign(line, { text: line.text + item.str, right: Math.max(line.right, x + item.width) });
    }
    lines.sort((a, b) => a.column - b.column || b.y - a.y);
    pages.push({ width, height, lines });
  }
  await task.destroy();
  return pages;
}
