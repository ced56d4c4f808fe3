import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../../areas/learn/cases/read-case.ts';
import { reportContent } from '../../../areas/learn/cases/report-content.ts';
import type { Language } from '../../../kernel/language.ts';
import { letters, type PrintedLine, printedLines } from '../../../test/printed-lines.ts';
import { drawSheets } from '../../figure/draw-sheets.ts';
import { figureData } from '../../figure/schema.ts';
import type { Said } from '../content.ts';
import { renderPdf } from '../pdf.ts';
import { compose, type SetReport } from './compose.ts';
import { findingLine, pageFindings, paragraphsOf, paragraphsOn, words } from './findings.ts';
import type { Lines } from './items.ts';
import { COLUMN, PAGE, TABLE, tall } from './measures.ts';
import type { SetSection } from './sections.ts';
import { roomUnder } from './titles.ts';

const CASES = new URL('../../../cases/', import.meta.url);
const cases = fs
  .readdirSync(CASES)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));

const MARGIN = 12 * (72 / 25.4);
const RIGHT = [MARGIN + COLUMN, MARGIN + PAGE.width];

/** A figure is a picture here: this is about the pages around it. */
const picture = drawSheets({
  figure: figureData.parse({ boxes: [{ id: 'a', kind: 'system', name: { ja: 'あ', en: 'a' } }] }),
  language: 'ja',
  title: 'x',
  prefix: 'x-',
});
const draw = async (requests: readonly unknown[]) => requests.map(() => picture);

const spelled = (line: Said): string => line.map(({ text, mark }) => text + (mark ?? '')).join('');
const sectionLines = (section: SetSection, continued: string): string[] => [
  section.heading + (section.continued ? continued : ''),
  ...section.items.flatMap(paragraphsOf).flat().map(spelled),
];

const short = (lines: Lines, language: Language): boolean => {
  const last = words(lines.at(-1) ?? []).trim();
  if (lines.length < 2) return false;
  return language === 'ja' ? [...last].length <= 3 : !/\s/.test(last);
};
const bulletless = (text: string): string => letters(text).replace(/^[•–]/, '');

describe.each(['ja', 'en'] as const)('the pages of nine cases in %s', (language) => {
  let set: SetReport;
  let pages: Awaited<ReturnType<typeof printedLines>>;
  beforeAll(async () => {
    const about = { issuer: 'X', programme: 'Y', date: '2026-11-29', selection: 'Z' };
    const content = await reportContent(cases, language, { draw, about });
    set = compose(content);
    pages = await printedLines(await renderPdf(content), (n) => {
      const kind = set.pages[n]?.kind;
      const cell = (PAGE.width - TABLE.number) / 2;
      if (kind === 'overview') return [MARGIN + TABLE.number, MARGIN + TABLE.number + cell];
      const page = set.pages[n];
      const columns = page?.kind === 'text' || page?.kind === 'columns' ? page.columns.length : 1;
      return columns === 2 ? [MARGIN + COLUMN + PAGE.gutter] : [];
    });
  });

  test('every line of the file is one that was broken for it: none is broken again, none is lost', () => {
    expect(pages).toHaveLength(set.pages.length);
    set.pages.forEach((page, n) => {
      const printed = pages[n]?.lines.map(({ text }) => bulletless(text)) ?? [];
      if (page.kind === 'text') {
        const wanted = page.columns
          .flatMap((column) => column.flatMap((section) => sectionLines(section, set.continued)))
          .map(letters);
        const body = printed.filter((line) => wanted.includes(line));
        expect(body).toEqual(wanted);
        // Title, where it reaches over both columns in two pieces, which page it is, foot, number of the page.
        expect(printed.length - body.length).toBeLessThanOrEqual(5);
      }
      const lines =
        page.kind === 'overview'
          ? page.rows.flatMap((row) => [row.title, ...row.outline, ...row.lessons])
          : [];
      for (const line of [...lines, ...(page.kind === 'figure' ? (page.summary ?? []) : [])].flat())
        expect(printed).toContain(letters(spelled(line)));
      const pieces = page.kind === 'columns' ? page.columns.flat().flatMap((piece) => piece.lines) : [];
      // A dotted line and the number of a page may follow.
      const lost = pieces
        .map((line) => letters(spelled(line)))
        .filter((line) => !printed.some((each) => each.startsWith(line)));
      expect(lost).toEqual([]);
    });
  });

  test('no last line of three letters or one word, and no tag alone on a line', () => {
    const all = set.pages.flatMap(paragraphsOn);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((lines) => short(lines, language)).map((lines) => lines.map(words))).toEqual([]);
    expect(all.flat().filter((line) => words(line).trim() === '')).toEqual([]);
    expect(pageFindings(set)).toEqual([]);
  });

  test('one size and one pitch for the book, and nothing beyond its column or the foot of its page', () => {
    const beyond = (line: PrintedLine, n: number): boolean => {
      const page = set.pages[n];
      const inColumns = (page?.kind === 'text' || page?.kind === 'columns') && page.columns.length === 2;
      const right = inColumns && line.x < MARGIN + COLUMN ? RIGHT[0] : RIGHT[1];
      // What a page is called reaches over both.
      const isTitle = line.y > (pages[n]?.height ?? 0) - 60;
      return line.right > (isTitle ? MARGIN + PAGE.width : (right ?? 0)) + 0.5;
    };
    const low = ({ y }: PrintedLine): boolean => y < 11 * (72 / 25.4) && y > 24;
    pages.forEach(({ lines, height }, n) => {
      expect(lines.filter((line) => beyond(line, n)).map(({ text }) => text)).toEqual([]);
      expect(lines.filter((line) => low(line)).map(({ text }) => text)).toEqual([]);
      expect(height).toBeCloseTo(595.28, 1);
    });
    expect(set.type.size).toBeGreaterThanOrEqual(10);
  });

  test('the columns of a case end near each other; a section that goes on says so', () => {
    set.pages.forEach((page, n) => {
      if (page.kind !== 'text') return;
      expect(page.columns).toHaveLength(2);
      const feet = [0, MARGIN + COLUMN + PAGE.gutter].map((left, i, all) =>
        Math.min(
          ...(pages[n]?.lines ?? [])
            .filter(({ x, y }) => x >= left - 1 && x < (all[i + 1] ?? PAGE.width + MARGIN) - 1 && y > 32)
            .map(({ y }) => y),
        ),
      );
      expect(Math.abs((feet[0] ?? 0) - (feet[1] ?? 0))).toBeLessThan(110);
      const again = page.columns[1]?.[0];
      const before = page.columns[0]?.at(-1)?.heading;
      expect(again?.continued ?? false).toBe(again?.heading === before);
    });
  });

  test('the list of contents and the index name the page that each thing is on', () => {
    const titled = (to: string): number =>
      set.pages.findIndex(
        (page) => page.kind !== 'cover' && (page.title.label === to || page.title.anchor === to),
      ) + 1;
    const pieces = set.pages.flatMap((page) => (page.kind === 'columns' ? page.columns.flat() : []));
    const led = pieces.filter(({ to }) => to !== undefined);
    expect(led.length).toBeGreaterThan(9 + 9);
    for (const { to, page } of led) expect(page).toBe(titled(to ?? ''));
  });

  test('every row of the overview is whole on its page, under the head of its table', () => {
    const tables = set.pages.flatMap((page, n) => (page.kind === 'overview' ? [{ page, n }] : []));
    expect(tables.flatMap(({ page }) => page.rows.map(({ number }) => number))).toEqual(
      cases.map((_, i) => i + 1),
    );
    for (const { page, n } of tables)
      for (const head of page.head)
        expect(pages[n]?.lines.some(({ text }) => letters(text) === letters(head))).toBe(true);
  });
});

test('a text that cannot be set well is told, with its page', async () => {
  const [one] = cases;
  if (!one) throw new Error('no case');
  const long = structuredClone(one);
  const claim = long.sections.cause[0];
  if (!claim) throw new Error('no claim');
  claim.text = { ja: 'x', en: 'Supercalifragilistic'.repeat(6), hedges: [] };
  const found = pageFindings(compose(await reportContent([long], 'en', { draw })));
  expect(found).toMatchObject([{ kind: 'shortLastLine', page: 2 }]);
});

const SENTENCE = {
  ja: 'この報告書の事例は公開された報告書から選定した。',
  en: 'Cases were chosen from public reports. ',
};
const filled = (unit: string, end: string, length = 2_000): string =>
  unit
    .repeat(Math.ceil(length / unit.length))
    .slice(0, length - 1)
    .trim() + end;
const LONG: [string, 'ja' | 'en', string][] = [
  ['sentences', 'ja', filled(SENTENCE.ja, '。')],
  ['sentences', 'en', filled(SENTENCE.en, '.')],
  ['one sentence', 'ja', filled('公開資料と聞き取りによる選定', '。')],
  [
    'seven paragraphs',
    'ja',
    Array.from({ length: 7 }, (_, i) => filled(`第${i + 1}に、${SENTENCE.ja}`, '。', 280)).join('\n'),
  ],
];
test.each(LONG)(
  '%s of how cases were selected, as long as may be in %s, stand whole in columns',
  async (_, language, text) => {
    const about = { date: '2026-11-29', selection: text };
    const set = compose(await reportContent(cases.slice(0, 2), language, { draw, about }));
    const printed: string[] = [];
    for (const page of set.pages) {
      if (page.kind !== 'columns') continue;
      const room = roomUnder(page.title.lines);
      for (const column of page.columns) {
        const deep = column.map(
          ({ lines, above }, i) => tall(lines.length, set.type) + (i === 0 ? 0 : above),
        );
        expect(deep.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(room);
        printed.push(...column.map(({ lines }) => lines.map(words).join('')));
      }
    }
    const paragraphs = text.split('\n').map(letters);
    expect(letters(printed.join(''))).toContain(paragraphs.join(''));
    // Each paragraph begins a line.
    for (const each of paragraphs)
      expect(printed.some((piece) => letters(piece) !== '' && each.startsWith(letters(piece)))).toBe(true);
  },
);

test.each(['outline', 'lessons'] as const)(
  'a row of the overview that no page holds is named, with its %s',
  async (part) => {
    const content = await reportContent(cases.slice(0, 3), 'ja', { draw, about: { date: '2026-11-29' } });
    const { frame } = content;
    if (!frame) throw new Error('no frame');
    const many = Array.from({ length: 60 }, () => [{ text: '受付を手作業に切り替えた' }]);
    const groups = frame.overview.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => (row.number === 2 ? { ...row, [part]: many } : row)),
    }));
    const high = { ...content, frame: { ...frame, overview: { ...frame.overview, groups } } };
    expect(() => compose(high)).toThrow(
      expect.objectContaining({
        details: {
          fields: [
            {
              field: `cases.1.${part}`,
              mend: expect.objectContaining({ ja: expect.stringContaining('事例2') }),
            },
          ],
        },
      }),
    );
  },
);

test('a finding is told by words of its own kind', () => {
  const line = (kind: 'shortLastLine' | 'wideLine') => findingLine({ kind, page: 3, words: 'x' }, 'en');
  expect(line('shortLastLine')).toBe('3: the last line is too short. Shorten the longest word: x');
  expect(line('wideLine')).toMatch(/^3: a line is wider than the page\. .*: x$/);
});
