import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import { SYSTEM_KINDS } from '../content/schema.ts';
import { SYSTEM_WORDS } from '../content/words.ts';
import { listsInForce } from '../editions/index.ts';
import {
  causeTable,
  comparedWith,
  crossedTable,
  maliciousIn,
  momentsOf,
  ofOneFiscalYear,
  ofWholeQuarters,
  quartersOf,
  rowsOf,
  spanViews,
  topOf,
  typeTable,
  windowOf,
  withoutSectors,
} from './rules.ts';
import { type Selection, type StatisticsQuery, type StatisticsView, statisticsQuery } from './schema.ts';
import {
  type Counted,
  countBins,
  countParts,
  countSubmitted,
  countTallies,
  countTypes,
  countYears,
  takeRoom,
} from './store.ts';
import { ruleInWords, WINDOW_FAULTS } from './words.ts';

/** By this alone whoever may not read the reports is told of sectors: less hides too little, and two tell more than one. */
const HIDDEN_BELOW = 3;

/** @throws Fault `invalid` where the window ends before it begins, or is too long to count */
export function selectionOf(ctx: Context, { from, until, cutoff, ...rest }: StatisticsQuery): Selection {
  const window = windowOf({ from, until }, ctx.now);
  if (typeof window === 'string') throw invalidField('until', WINDOW_FAULTS[window]);
  const at = cutoff === undefined ? ctx.now : Temporal.Instant.from(cutoff);
  return { ...window, ...rest, cutoff: at.toString() };
}

async function compared(trx: Transaction<Tables>, selection: Selection): Promise<StatisticsView['years']> {
  const windows = comparedWith(selection);
  if (!windows) return null;
  const found = await countYears(trx, windows.map(momentsOf), Temporal.Instant.from(selection.cutoff));
  return windows.map((window, index) => {
    const mine = found.filter((each) => each.window === index);
    return {
      ...window,
      total: mine.reduce((total, { count }) => total + count, 0),
      types: Object.fromEntries(mine.map(({ eventType, count }) => [eventType, count])),
    };
  });
}

/** Everything that is counted of the reports of a window, by one rule. */
export async function lookAtStatistics(ctx: Context, query: StatisticsQuery): Promise<StatisticsView> {
  permit(ctx, 'survey.read');
  // At moments one chooses, too, a count and the next tell of a single report.
  if (query.hideBelow < HIDDEN_BELOW || query.cutoff !== undefined) permit(ctx, 'survey.intake');
  const selection = selectionOf(ctx, query);
  if (ctx.actor.permissions.has('survey.intake')) return count(ctx, selection);
  if (!ofWholeQuarters(selection)) throw invalidField('until', WINDOW_FAULTS.quarters);
  const view = await count(ctx, selection);
  // What each of two windows that overlap hides, the difference of them tells.
  return ofOneFiscalYear(selection) && selection.hideBelow === HIDDEN_BELOW ? view : withoutSectors(view);
}

/** What the report of a survey prints: of its own window, at the moment it is made. */
export function countForReport(
  ctx: Context,
  query: Pick<StatisticsQuery, 'hideBelow'> & { readonly from: string; readonly until: string },
): Promise<StatisticsView> {
  permit(ctx, 'survey.manage');
  return count(ctx, selectionOf(ctx, statisticsQuery.parse(query)));
}

async function count(ctx: Context, selection: Selection): Promise<StatisticsView> {
  const of: Counted = { ...momentsOf(selection), cutoff: Temporal.Instant.from(selection.cutoff) };
  const quarters = quartersOf(selection);
  // What is counted nobody reads by it: who counts sees the rows, who asked what they come to.
  return reading(lending(ctx, 'survey.intake'), async (trx) => {
    await takeRoom(trx);
    const lists = await listsInForce(trx);
    const cells = await countTypes(
      trx,
      of,
      quarters.map(({ begins }) => begins),
    );
    const tallies = await countTallies(trx, of);
    const parts = await countParts(trx, of, selection);
    const bins = await countBins(trx, of);
    const { submitted, ...leftOut } = await countSubmitted(trx, of);
    const eventTypes = typeTable(cells, quarters, lists.eventTypes);
    const causeRows = causeTable(tallies, lists.causes);
    const counted = eventTypes.totals.total;
    const { withdrawn, supplement, late } = leftOut;
    return {
      selection,
      rule: ruleInWords(selection),
      submitted,
      leftOut: { ...leftOut, notPassed: submitted - withdrawn - supplement - late - counted },
      counted,
      eventTypes,
      causes: causeRows,
      sectors: rowsOf(lists.sectors, new Set(cells.map(({ sector }) => sector))).map((row) => ({
        ...row,
        count: cells.reduce((total, { sector, count }) => total + (sector === row.key ? count : 0), 0),
      })),
      crossed: crossedTable(cells, lists, selection.hideBelow),
      spans: spanViews(bins, parts),
      shares: [
        { share: 'onTime', count: parts.onTime, of: parts.ofOnTime },
        { share: 'reached', count: parts.reached, of: parts.ofReached },
        { share: 'malicious', count: maliciousIn(tallies, lists.causes), of: causeRows.told },
        { share: 'measures', count: parts.measures, of: parts.ofMeasures },
        { share: 'severe', count: parts.severe, of: parts.ofSevere },
        { share: 'levelMissed', count: parts.levelMissed, of: parts.ofLevelMissed },
      ],
      systems: topOf(
        SYSTEM_KINDS.map((key) => ({
          key,
          name: SYSTEM_WORDS[key],
          count: tallies.reduce(
            (total, { systems, count }) => total + (systems.includes(key) ? count : 0),
            0,
          ),
        })),
      ),
      years: await compared(trx, selection),
    };
  });
}
