import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import { reportContent } from '../report-content.ts';
import { reportAbout } from '../schema.ts';
import { coverOf, dayInWords, fiscalYearOf, indexOf, isDraft } from './frame.ts';

const folder = new URL('../../../../cases/', import.meta.url);
const cases = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));

describe('the cover', () => {
  test('says what is known and nothing else, in words', () => {
    expect(coverOf({}, 'ja')).toEqual([]);
    expect(coverOf({ date: '2027-03-31', programme: '調査計画' }, 'ja')).toEqual([
      { name: '年度', value: '2026年度' },
      { name: '計画', value: '調査計画' },
      { name: '作成日', value: '2027年3月31日' },
    ]);
    expect(coverOf({ date: '2027-03-31', fiscalYear: 2030 }, 'en').map(({ value }) => value)).toEqual([
      '2030',
      '31 March 2027',
    ]);
    expect(dayInWords('2026-05-01', 'en')).toBe('1 May 2026');
  });

  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
  ])('the fiscal year of %s is %i', (day, year) => expect(fiscalYearOf(day)).toBe(year));

  test('a day that is none is refused', () => {
    expect(reportAbout.safeParse({ date: '2026-02-30' }).success).toBe(false);
    expect(reportAbout.safeParse({ fiscalYear: 'x' }).success).toBe(false);
    expect(reportAbout.safeParse({ date: '2026-02-28', fiscalYear: '2025' }).success).toBe(true);
  });
});

test('the index has every lesson under each of its themes, with the number of its case', () => {
  const { groups } = indexOf(cases, 'en', (i) => i + 1);
  for (const { heading } of groups) expect(heading).toMatch(/^[A-Z]/);
  cases.forEach((document, i) => {
    for (const { title, themes } of document.lessons) {
      const under = groups.filter(({ entries }) =>
        entries.some(
          (entry) => entry.number === i + 1 && entry.title.map(({ text }) => text).join('') === title.en,
        ),
      );
      expect(under).toHaveLength(Math.max(1, themes.length));
    }
  });
});

test('a report of a case that was not reviewed is a draft', () => {
  const [one] = cases;
  if (!one) throw new Error('no case');
  expect(isDraft(cases)).toBe(false);
  expect(isDraft([...cases, { ...one, state: 'inReview' }])).toBe(true);
});

test('how the cases were selected stands in front where it is told', async () => {
  const content = (selection?: string) =>
    reportContent(cases, 'ja', {
      figures: false,
      draw: async () => [],
      about: selection ? { selection } : {},
    });
  expect((await content('九件を選定した。')).frame?.front.at(-1)?.paragraphs).toEqual(['九件を選定した。']);
  expect((await content()).frame?.front).toHaveLength(2);
});
