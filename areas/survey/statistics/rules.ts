import type { Bilingual } from '../../../kernel/language.ts';
import { SURVEY_ZONE } from '../cycles/rules.ts';
import type { EditionView, ListKind } from '../editions/schema.ts';
import { hideWithin } from '../suppressing/rules.ts';
import {
  type Quarter,
  type Selection,
  SPANS,
  type Span,
  type SpanView,
  type StatisticsView,
} from './schema.ts';

const APRIL = 4;
export const MOST_YEARS = 30;
/** The window and so many years before it. */
export const COMPARED_YEARS = 5;
const TOP = 5;
/** What a report leaves empty is counted under this key. */
export const NOT_TOLD = '';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const begins = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime(SURVEY_ZONE).toInstant();
export const fiscalYearOf = ({ year, month }: Temporal.PlainDate): number =>
  month < APRIL ? year - 1 : year;
export const fiscalYear = (year: number): { from: string; until: string } => ({
  from: `${year}-04-01`,
  until: `${year + 1}-03-31`,
});

export type WindowFault = 'backwards' | 'long' | 'quarters';
/** The days that are counted: those asked for, or the fiscal year it is. */
export function windowOf(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  now: Temporal.Instant,
): { readonly from: string; readonly until: string } | WindowFault {
  const today = now.toZonedDateTimeISO(SURVEY_ZONE).toPlainDate();
  const usual = (of: Temporal.PlainDate) => fiscalYear(fiscalYearOf(of));
  const first = from ?? usual(until ? day(until) : today).from;
  const last = until ?? usual(day(first)).until;
  if (first > last) return 'backwards';
  return Temporal.PlainDate.compare(day(first).add({ years: MOST_YEARS }), day(last)) <= 0
    ? 'long'
    : { from: first, until: last };
}

type Days = Pick<Selection, 'from' | 'until'>;
const beginsQuarter = (date: Temporal.PlainDate): boolean => date.day === 1 && date.month % 3 === 1;
/** Whole quarters, as they are published: of any days, two windows apart by one day would tell of a single report. */
export const ofWholeQuarters = ({ from, until }: Days): boolean =>
  beginsQuarter(day(from)) && beginsQuarter(day(until).add({ days: 1 }));

/** Exactly one: such windows lie apart, so that no two tables of sectors can be taken from each other. */
export const ofOneFiscalYear = ({ from, until }: Days): boolean =>
  fiscalYear(fiscalYearOf(day(from))).from === from && fiscalYear(fiscalYearOf(day(from))).until === until;

/** The quarter a day lies in. */
export function quarterOf(date: string): Days {
  const first = day(date).with({ day: 1 });
  const from = first.subtract({ months: (first.month - 1) % 3 });
  return { from: from.toString(), until: from.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

/** From the first moment of the first day up to the first one after the last. */
export const momentsOf = ({ from, until }: Days) => ({
  begins: begins(day(from)),
  ends: begins(day(until).add({ days: 1 })),
});

/** Quarters of fiscal years that the window touches, and when each begins. */
export function quartersOf({ from, until }: Days): (Quarter & { readonly begins: Temporal.Instant })[] {
  const first = day(from).with({ day: 1 });
  const last = day(until);
  const quarters = [];
  for (
    let at = first.subtract({ months: (first.month - 1) % 3 });
    Temporal.PlainDate.compare(at, last) <= 0;
    at = at.add({ months: 3 })
  )
    quarters.push({
      fiscalYear: fiscalYearOf(at),
      quarter: ((at.month + 8) % 12) / 3 + 1,
      begins: begins(at),
    });
  return quarters;
}

/** The window and the same days of the years before it, oldest first; nothing where years would overlap. */
export function comparedWith({ from, until }: Days): Days[] | null {
  if (Temporal.PlainDate.compare(day(from).add({ years: 1 }), day(until)) <= 0) return null;
  return Array.from({ length: COMPARED_YEARS }, (_, back) => ({
    from: day(from).subtract({ years: back }).toString(),
    until: day(until).subtract({ years: back }).toString(),
  })).reverse();
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Where bins of how long something took end, in seconds: each several times the one before. */
export const BIN_ENDS = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY] as const;

export interface TypeCount {
  readonly quarter: number;
  readonly eventType: string;
  readonly sector: string;
  readonly count: number;
}
export interface Tally {
  /** Null where a report gives none. */
  readonly causes: readonly string[] | null;
  readonly count: number;
}
/** A bin of how long something took; of what is missing it is null, of what is too coarse −1. */
export interface BinCount {
  readonly span: Span;
  readonly bin: number | null;
  readonly count: number;
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
const of = <T extends { readonly count: number }>(list: readonly T[], fits: (each: T) => boolean): number =>
  sum(list.filter(fits).map(({ count }) => count));

interface Named {
  readonly key: string;
  readonly name: Bilingual;
}
const NOT_STATED: Bilingual = { ja: '記載なし', en: 'Not stated' };
/** The entries of a list in its order; then what is counted and stands on no list, and what was not told. */
export function rowsOf(list: Pick<EditionView, 'entries'>, counted: ReadonlySet<string>): Named[] {
  const listed = list.entries.filter(({ key, ended }) => !ended || counted.has(key));
  const known = new Set(listed.map(({ key }) => key));
  return [
    ...listed.map(({ key, name }) => ({ key, name })),
    ...[...counted]
      .filter((key) => !known.has(key))
      .toSorted()
      .map((key) => ({ key, name: key === NOT_TOLD ? NOT_STATED : { ja: key, en: key } })),
  ];
}

export function typeTable(
  cells: readonly TypeCount[],
  quarters: readonly Quarter[],
  list: Pick<EditionView, 'entries'>,
): StatisticsView['eventTypes'] {
  const years = [...new Set(quarters.map(({ fiscalYear: year }) => year))];
  const line = (mine: readonly TypeCount[]) => {
    const counts = quarters.map((_, index) => of(mine, ({ quarter }) => quarter === index));
    return {
      quarters: counts,
      years: years.map((year) => sum(counts.filter((_, index) => quarters[index]?.fiscalYear === year))),
      total: sum(counts),
    };
  };
  return {
    quarters: quarters.map(({ fiscalYear: year, quarter }) => ({ fiscalYear: year, quarter })),
    years,
    rows: rowsOf(list, new Set(cells.map(({ eventType }) => eventType))).map((row) => ({
      ...row,
      ...line(cells.filter(({ eventType }) => eventType === row.key)),
    })),
    totals: line(cells),
  };
}

/** The most frequent first; of equal ones that which stands first. */
export const topOf = <T extends { readonly count: number }>(rows: readonly T[]): T[] =>
  rows
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, TOP);

export function causeTable(
  tallies: readonly Tally[],
  { entries, groups }: Pick<EditionView, 'entries' | 'groups'>,
): StatisticsView['causes'] {
  const told = tallies.flatMap(({ causes: keys, count }) => (keys ? [{ keys, count }] : []));
  const entry = new Map(entries.map((each) => [each.key, each]));
  const rows = rowsOf({ entries }, new Set(told.flatMap(({ keys }) => keys))).map((row) => ({
    ...row,
    group: entry.get(row.key)?.group ?? null,
    malicious: entry.get(row.key)?.malicious === true,
    count: of(told, ({ keys }) => keys.includes(row.key)),
  }));
  return {
    told: of(told, () => true),
    notTold: of(tallies, ({ causes }) => causes === null),
    rows,
    // A report that gives two causes of a group counts once in it.
    groups: groups.map(({ key, name }) => ({
      key,
      name,
      count: of(told, ({ keys }) => keys.some((cause) => entry.get(cause)?.group === key)),
    })),
    top: topOf(rows).map(({ key }) => key),
  };
}

/** Reports of which some cause means that somebody meant harm. */
export const maliciousIn = (tallies: readonly Tally[], { entries }: Pick<EditionView, 'entries'>): number => {
  const malicious = new Set(entries.filter((each) => each.malicious === true).map(({ key }) => key));
  return of(tallies, ({ causes }) => causes?.some((key) => malicious.has(key)) === true);
};

/** Sectors crossed with types, with what could point at somebody hidden. */
export function crossedTable(
  cells: readonly TypeCount[],
  lists: Readonly<Record<'sectors' | 'eventTypes', Pick<EditionView, 'entries'>>>,
  k: number,
): StatisticsView['crossed'] {
  const columns = rowsOf(lists.eventTypes, new Set(cells.map(({ eventType }) => eventType)));
  const sectors = rowsOf(lists.sectors, new Set(cells.map(({ sector }) => sector)));
  const counts = sectors.map(({ key }) =>
    columns.map((column) => of(cells, ({ sector, eventType }) => sector === key && eventType === column.key)),
  );
  const hidden = hideWithin(counts, k);
  const withheld = hidden === undefined;
  return {
    columns,
    rows: sectors.map((sector, row) => ({
      ...sector,
      cells: (counts[row] ?? []).map((count, column) => (withheld || hidden[row]?.[column] ? null : count)),
      total: withheld ? null : sum(counts[row] ?? []),
    })),
    totals: columns.map((_, column) => (withheld ? null : sum(counts.map((line) => line[column] ?? 0)))),
    hidden: (hidden ?? counts.map((line) => line.map(() => true))).flat().filter(Boolean).length,
    withheld,
  };
}

/** Nothing by sector: the counts of sectors and of types of a quarter in which little was reported tell of a single report. */
export const withoutSectors = <V extends Pick<StatisticsView, 'sectors' | 'crossed'>>(view: V): V => ({
  ...view,
  sectors: [],
  crossed: {
    ...view.crossed,
    rows: view.crossed.rows.map((row) => ({ ...row, cells: row.cells.map(() => null), total: null })),
    totals: view.crossed.totals.map(() => null),
    hidden: view.crossed.rows.length * view.crossed.totals.length,
    withheld: true,
  },
});

/** Every kind of span, with every bin, also where nothing was counted. */
export const spanViews = (
  found: readonly BinCount[],
  quartiles: Readonly<Record<Span, readonly number[] | null>>,
): SpanView[] =>
  SPANS.map((span) => {
    const among = (wanted: number | null): number =>
      of(found, (each) => each.span === span && each.bin === wanted);
    const bins = [0, ...BIN_ENDS].map((from, index) => ({
      from,
      until: BIN_ENDS[index] ?? null,
      count: among(index),
    }));
    const [low, middle, high] = quartiles[span] ?? [];
    return {
      span,
      counted: sum(bins.map(({ count }) => count)),
      missing: among(null),
      coarse: among(-1),
      quartiles: low === undefined || middle === undefined || high === undefined ? null : [low, middle, high],
      bins,
    };
  });

export type Lists = Readonly<Record<ListKind, EditionView>>;
