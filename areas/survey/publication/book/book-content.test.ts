import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportContent } from '../../../../report/document/content.ts';
import { compose } from '../../../../report/document/setting/compose.ts';
import { pageFindings } from '../../../../report/document/setting/findings.ts';
import { drawNothing, nineCasesBook } from '../../../../test/survey-book.ts';
import { OFFICIAL } from '../../../../test/survey-year.ts';
import { bookContent } from './book-content.ts';

const draw = drawNothing;

describe.each(['ja', 'en'] as const)('the report of a survey in %s', (language) => {
  let content: ReportContent;
  beforeAll(async () => {
    content = await bookContent(nineCasesBook(), language, { draw });
  });

  test('the 21 pages readers know stand in their order inside the book: one of the survey, two of overviews, nine times two', () => {
    const { pages } = compose(content);
    const from = pages.findIndex(({ kind }) => kind === 'columns' || kind === 'overview');
    const front = pages.findIndex((page) => page.kind !== 'cover' && page.title.label === 'front');
    expect(from).toBeLessThan(front);
    const known = pages.slice(front, front + 21);
    expect(known.map(({ kind }) => kind)).toEqual([
      'columns',
      'overview',
      'overview',
      ...Array.from({ length: 9 }, () => ['figure', 'text']).flat(),
    ]);
    expect(content.cases.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(content.frame?.overview.groups.map(({ rows }) => rows.length)).toEqual([5, 4]);
    expect(content.cases.flatMap(({ sections }) => sections.at(-1)?.items ?? [])).toHaveLength(22);
    const after = pages.slice(front + 21).map((page) => (page.kind === 'cover' ? '' : page.title.label));
    expect(after.filter(Boolean)).toEqual(['tables-1', 'tables-2', 'glossary', 'index']);
    expect(pageFindings(compose(content))).toEqual([]);
  });

  test('purpose, plan with who decided it and when, window and criteria come first', () => {
    const said = JSON.stringify(content.frame?.front);
    for (const words of [
      language === 'ja' ? '2022年6月17日　サイバーセキュリティ戦略本部決定' : '17 June 2022',
      language === 'ja' ? '2024年1月1日から2024年12月31日まで' : 'from 1 January 2024 to 31 December 2024',
      ...nineCasesBook().criteria.map(({ name }) => name[language]),
    ])
      expect(said).toContain(words);
  });

  test('the official table adds up, with the rule it is counted by', () => {
    const [types] = content.frame?.tables?.[0]?.tables ?? [];
    const total = types?.rows.at(-1)?.cells.map(Number) ?? [];
    const official = [0, 1, 2, 3].map((q) =>
      Object.values(OFFICIAL).reduce((sum, counts) => sum + (counts[q] ?? 0), 0),
    );
    expect(total).toEqual([...official, official.reduce((a, b) => a + b, 0)]);
    expect(types?.notes.join('')).toContain(language === 'ja' ? '取り下げを除く' : 'not withdrawn');
    for (const table of content.frame?.tables?.flatMap(({ tables }) => tables) ?? [])
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.head.length - 1);
  });

  test('a withdrawn case leaves its number and nothing it told; no other number moves', async () => {
    const whole = nineCasesBook();
    const gone = whole.cases[2];
    const { title } = gone?.document ?? {};
    const book = nineCasesBook({
      edition: 2,
      cases: whole.cases.filter(({ number }) => number !== 3),
      withdrawn: [{ number: 3, group: 'cyberAttack', on: '2025-09-01' }],
    });
    const after = await bookContent(book, language, { draw });
    expect(after.cases.map(({ number, heading }) => [number, heading])).toEqual(
      content.cases.map(({ number, heading }) => [
        number,
        number === 3 ? (language === 'ja' ? '事例3：取り下げ' : 'Case 3: withdrawn') : heading,
      ]),
    );
    expect(after.frame?.overview.groups.map(({ rows }) => rows.map(({ number }) => number))).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9],
    ]);
    const text = JSON.stringify(after);
    expect(text).not.toContain(title?.[language]);
    for (const lesson of gone?.document.lessons ?? []) expect(text).not.toContain(lesson.title[language]);
    expect(text).toContain(language === 'ja' ? '2025年9月1日' : '1 September 2025');
    // It is set as a page of its own, and the book still stands.
    expect(compose(after).pages.length).toBe(compose(content).pages.length - 1);
  });
});
