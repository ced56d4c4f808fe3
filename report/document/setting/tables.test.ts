import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../../areas/learn/cases/read-case.ts';
import { reportContent } from '../../../areas/learn/cases/report-content.ts';
import { letters, printedLines } from '../../../test/printed-lines.ts';
import { drawSheets } from '../../figure/draw-sheets.ts';
import { figureData } from '../../figure/schema.ts';
import type { ContentTables, ReportContent } from '../content.ts';
import { render } from '../render.ts';
import { compose } from './compose.ts';
import { PAGE } from './measures.ts';

const CASES = new URL('../../../cases/', import.meta.url);
const [first] = fs.readdirSync(CASES).filter((file) => file.endsWith('.yaml'));
const one = readCase(fs.readFileSync(new URL(first ?? '', CASES), 'utf8'));
const picture = drawSheets({
  figure: figureData.parse({ boxes: [{ id: 'a', kind: 'system', name: { ja: 'あ', en: 'a' } }] }),
  language: 'ja',
  title: 'x',
  prefix: 'x-',
});

const ROWS = 60;
/** Below stands the number of the page alone. */
const FOOT = 11 * (72 / 25.4) - 0.5;
const counted: ContentTables = {
  heading: '統計',
  tables: [
    {
      heading: '類型と四半期',
      notes: ['数え方の規則 <1>'],
      head: ['類型', '第1四半期', '第2四半期', '合計'],
      rows: [
        ...Array.from({ length: ROWS }, (_, i) => ({
          name: `類型その${i + 1}`,
          cells: [`${i}`, `${i + 1000}`, `${2 * i + 1000}`],
          bar: [i / 2000, (i + 1000) / 2000],
        })),
        { name: '全体', cells: ['1770', '61770', '63540'], total: true },
      ],
    },
    { heading: '主題 | 教訓', notes: [], head: ['主題', '1'], rows: [{ name: '訓練', cells: ['●'] }] },
  ],
};

describe('tables of figures in a book', () => {
  let content: ReportContent;
  beforeAll(async () => {
    const base = await reportContent([one], 'ja', {
      numbers: new Map([[one.id, 7]]),
      draw: async (requests) => requests.map(() => picture),
    });
    if (!base.frame) throw new Error('a case with a number given is a book');
    content = { ...base, frame: { ...base.frame, tables: [counted] } };
  });

  test('a case keeps the number that it was given, everywhere', () => {
    expect(content.cases.map(({ number, heading }) => [number, heading.slice(0, 3)])).toEqual([[7, '事例7']]);
    expect(content.frame?.overview.groups.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual([
      7,
    ]);
    const entries = content.frame?.index.groups.flatMap((group) => group.entries) ?? [];
    expect(new Set(entries.map(({ number }) => number))).toEqual(new Set([7]));
  });

  test('a long table is parted between rows, its head over each part, and what it says of itself under the last', async () => {
    const set = compose(content);
    const tables = set.pages.flatMap((page, n) => (page.kind === 'table' ? [{ page, n }] : []));
    expect(tables.length).toBeGreaterThan(2);
    const long = tables.slice(0, -1);
    expect(long.flatMap(({ page }) => page.rows)).toHaveLength(ROWS + 1);
    const pages = await printedLines(await render(content, 'pdf'), () => []);
    expect(pages).toHaveLength(set.pages.length);
    long.forEach(({ page, n }, i) => {
      const printed = letters(pages[n]?.lines.map(({ text }) => text).join('') ?? '');
      expect(printed).toContain('第1四半期');
      for (const { cells } of page.rows) for (const cell of cells) expect(printed).toContain(cell);
      expect(printed.includes('数え方の規則')).toBe(i === long.length - 1);
      // Nothing below the margin, nothing beyond the right one.
      for (const line of pages[n]?.lines ?? []) {
        expect(line.y > FOOT || line.y <= 24).toBe(true);
        expect(line.right).toBeLessThanOrEqual(34.1 + PAGE.width + 0.5);
      }
    });
  });

  test('the list of contents leads to them, between cases and glossary', () => {
    const set = compose(content);
    const at = set.pages.findIndex((page) => page.kind === 'table') + 1;
    const entry = set.pages
      .flatMap((page) => (page.kind === 'columns' ? page.columns.flat() : []))
      .find(({ to }) => to === 'tables-1');
    expect(entry?.page).toBe(at);
    expect(set.pages[at - 2]?.kind).toBe('text');
  });

  test('HTML, Markdown and JSON say the same; bars are drawn for those who see them', async () => {
    const html = Buffer.from(await render(content, 'html')).toString();
    expect(html).toContain('<th scope="row">類型その60</th><td>59</td><td>1059</td><td>1118</td>');
    expect(html).toContain('<caption>類型と四半期</caption>');
    expect(html.includes('数え方の規則 &#60;1&#62;')).toBe(true);
    expect(html.match(/preserveAspectRatio="none" aria-hidden="true"/g)).toHaveLength(ROWS + 1);
    const markdown = Buffer.from(await render(content, 'md')).toString();
    expect(markdown).toContain('| 類型その60 | 59 | 1059 | 1118 |');
    expect(markdown).toContain('| **全体** | **1770** | **61770** | **63540** |');
    expect(markdown).toContain('### 主題 \\| 教訓');
    const json = JSON.parse(Buffer.from(await render(content, 'json')).toString());
    expect(json.frame.tables[0].tables[0].rows).toHaveLength(ROWS + 1);
  });
});
