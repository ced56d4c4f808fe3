import fs from 'node:fs';
import { readCase } from '../areas/learn/cases/read-case.ts';
import type { CaseDocument } from '../areas/learn/cases/schema.ts';
import { startingCriteria } from '../areas/survey/cycles/starting-criteria.ts';
import { startingLists } from '../areas/survey/editions/starting-lists.ts';
import type { Book } from '../areas/survey/publication/schema.ts';
import {
  causeTable,
  crossedTable,
  quartersOf,
  rowsOf,
  spanViews,
  typeTable,
} from '../areas/survey/statistics/rules.ts';
import type { StatisticsView } from '../areas/survey/statistics/schema.ts';
import { ruleInWords } from '../areas/survey/statistics/words.ts';
import { drawSheets } from '../report/figure/draw-sheets.ts';
import { figureData } from '../report/figure/schema.ts';
import type { solveAll } from '../report/figure/solve-all.ts';
import { OFFICIAL, OFFICIAL_CUTOFF, OFFICIAL_WINDOW } from './survey-year.ts';

const CASES = new URL('../cases/', import.meta.url);

/** The nine cases of the product, in the order of their files. */
export const nineCases = (): CaseDocument[] =>
  fs
    .readdirSync(CASES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));

/** The official table of a fiscal year as statistics, its sectors and causes dealt out in turn. */
export function officialStatistics(): StatisticsView {
  const lists = startingLists();
  const sectors = lists.sectors.entries.map(({ key }) => key);
  const causes = lists.causes.entries.map(({ key }) => key);
  let turn = 0;
  const cells = Object.entries(OFFICIAL).flatMap(([eventType, counts]) =>
    counts.flatMap((count, quarter) =>
      Array.from({ length: count }, () => {
        turn += 1;
        return { quarter, eventType, sector: sectors[(turn * turn) % sectors.length] ?? '', count: 1 };
      }),
    ),
  );
  const tallies = cells.map((_, i) => ({
    causes: i % 9 === 0 ? null : [causes[Math.floor((((i * 37) % 101) / 101) ** 2 * causes.length)] ?? ''],
    count: 1,
  }));
  const selection = { ...OFFICIAL_WINDOW, cutoff: OFFICIAL_CUTOFF, hours: 24, level: 3, hideBelow: 3 };
  const eventTypes = typeTable(cells, quartersOf(selection), lists.eventTypes);
  return {
    selection,
    rule: ruleInWords(selection),
    submitted: cells.length,
    leftOut: { withdrawn: 0, supplement: 0, late: 0, notPassed: 0 },
    counted: cells.length,
    eventTypes,
    causes: causeTable(tallies, lists.causes),
    sectors: rowsOf(lists.sectors, new Set(sectors)).map((row) => ({
      ...row,
      count: cells.filter(({ sector }) => sector === row.key).length,
    })),
    crossed: crossedTable(cells, lists, selection.hideBelow),
    spans: spanViews([], { notice: null, report: null, restore: null }),
    shares: [],
    systems: [],
    years: null,
  };
}

/** A whole edition: the nine cases under their numbers, statistics, and what the survey says of itself. */
export function nineCasesBook(more: Partial<Book> = {}): Book {
  return {
    format: 'sonae-survey-edition',
    fiscalYear: 2024,
    window: { from: '2024-01-01', until: '2024-12-31' },
    edition: 1,
    date: '2025-06-20',
    front: {
      issuer: { ja: '調査事務局', en: 'Survey secretariat' },
      purpose: {
        ja: '行動計画の評価に当たり、施策ごとの指標だけでは把握できない実態を補うことを目的として、毎年度実施する調査です。',
        en: 'The survey is carried out every fiscal year. It adds to the evaluation of the action plan what the indicators of single measures cannot show.',
      },
      plan: {
        name: {
          ja: '重要インフラのサイバーセキュリティに係る行動計画',
          en: 'Action plan for cybersecurity of critical infrastructure',
        },
        decidedBy: { ja: 'サイバーセキュリティ戦略本部', en: 'the Cybersecurity Strategic Headquarters' },
        decidedOn: '2022-06-17',
      },
    },
    criteria: [...startingCriteria()],
    statistics: officialStatistics(),
    cases: nineCases().map((document, i) => ({ number: i + 1, document })),
    withdrawn: [],
    errata: [],
    ...more,
  };
}

const picture = drawSheets({
  figure: figureData.parse({ boxes: [{ id: 'a', kind: 'system', name: { ja: 'あ', en: 'a' } }] }),
  language: 'ja',
  title: 'x',
  prefix: 'x-',
});
/** For what is not about figures: one small picture, drawn once. */
export const drawNothing: typeof solveAll = async (requests) => requests.map(() => picture);
