import type { Language } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import type { ContentRow, ContentTable, ContentTables } from '../../../../report/document/content.ts';
import type { StatisticsView } from '../../statistics/schema.ts';
import { SHEET_WORDS } from '../../statistics/sheets/words.ts';
import { BOOK_WORDS } from './words.ts';

const shares = (counts: readonly number[], most: number): number[] =>
  counts.map((count) => (most === 0 ? 0 : count / most));
const mostOf = (counts: readonly number[]): number => Math.max(0, ...counts);

/** Types of events by quarter, as they are published officially. */
function typesTable({ eventTypes, rule }: StatisticsView, language: Language): ContentTable {
  const { quarters, rows, totals } = eventTypes;
  const most = mostOf(rows.map(({ total }) => total));
  return {
    heading: SHEET_WORDS.types[language],
    notes: [BOOK_WORDS.barQuarters[language], rule[language]],
    head: [
      SHEET_WORDS.type[language],
      ...quarters.map(({ fiscalYear, quarter }) =>
        fillIn(BOOK_WORDS.quarter[language], { year: fiscalYear, quarter }),
      ),
      SHEET_WORDS.total[language],
    ],
    rows: [
      ...rows.map((row) => ({
        name: row.name[language],
        cells: [...row.quarters, row.total].map(String),
        bar: shares(row.quarters, most),
      })),
      {
        name: SHEET_WORDS.total[language],
        cells: [...totals.quarters, totals.total].map(String),
        total: true,
      },
    ],
  };
}

function causesTable({ causes, rule }: StatisticsView, language: Language): ContentTable {
  const told = causes.rows.filter(({ count }) => count > 0);
  const most = mostOf(told.map(({ count }) => count));
  const row = (name: string, count: number): ContentRow => ({
    name,
    cells: [String(count)],
    bar: shares([count], most),
  });
  return {
    heading: SHEET_WORDS.causes[language],
    notes: [SHEET_WORDS.several[language], rule[language]],
    head: [SHEET_WORDS.cause[language], SHEET_WORDS.count[language]],
    rows: [
      ...told.map(({ name, count }) => row(name[language], count)),
      { name: SHEET_WORDS.notTold[language], cells: [String(causes.notTold)] },
    ],
  };
}

/** Sectors point at somebody: what is small, or would give a small one away, is hidden. */
function sectorsTable({ crossed, rule, selection }: StatisticsView, language: Language): ContentTable[] {
  if (crossed.withheld) return [];
  const hidden = SHEET_WORDS.hidden[language];
  const or = (count: number | null): string => (count === null ? hidden : String(count));
  return [
    {
      heading: SHEET_WORDS.crossed[language],
      notes: [fillIn(SHEET_WORDS.hiding[language], { k: selection.hideBelow }), rule[language]],
      head: [
        SHEET_WORDS.sector[language],
        ...crossed.columns.map(({ name }) => name[language]),
        SHEET_WORDS.total[language],
      ],
      rows: [
        ...crossed.rows.map(({ name, cells, total }) => ({
          name: name[language],
          cells: [...cells, total].map(or),
        })),
        {
          name: SHEET_WORDS.total[language],
          cells: [
            ...crossed.totals.map(or),
            String(crossed.totals.reduce<number>((sum, each) => sum + (each ?? 0), 0)),
          ],
          total: true,
        },
      ],
    },
  ];
}

/** The window beside the same days of earlier years. */
function yearsTable({ years, eventTypes, rule }: StatisticsView, language: Language): ContentTable[] {
  if (!years) return [];
  const most = mostOf(years.map(({ total }) => total));
  return [
    {
      heading: SHEET_WORDS.years[language],
      notes: [rule[language]],
      head: [
        SHEET_WORDS.type[language],
        ...years.map(({ from }) => fillIn(SHEET_WORDS.year[language], { year: from.slice(0, 4) })),
      ],
      rows: [
        ...eventTypes.rows.map(({ key, name }) => ({
          name: name[language],
          cells: years.map(({ types }) => String(types[key] ?? 0)),
        })),
        {
          name: SHEET_WORDS.total[language],
          cells: years.map(({ total }) => String(total)),
          total: true,
          bar: shares([years.at(-1)?.total ?? 0], most),
        },
      ],
    },
  ];
}

/** What was counted of the reports of the window, each table with the rule it is counted by. */
export const statisticsTables = (view: StatisticsView, language: Language): ContentTables => ({
  heading: BOOK_WORDS.statistics[language],
  tables: [
    typesTable(view, language),
    causesTable(view, language),
    ...sectorsTable(view, language),
    ...yearsTable(view, language),
  ],
});
