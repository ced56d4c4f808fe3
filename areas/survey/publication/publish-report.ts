import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { inTurn, keeping } from '../../learn/drawings/index.ts';
import { record } from '../../record.ts';
import { filled } from '../anonymise/words.ts';
import { enterState, lockCycle } from '../cycles/acts.ts';
import { findCycle } from '../cycles/index.ts';
import type { CycleView } from '../cycles/schema.ts';
import { lockReviewsOf } from '../review/acts.ts';
import { countForReport } from '../statistics/index.ts';
import type { StatisticsView } from '../statistics/schema.ts';
import { makeArtefacts } from './make-artefacts.ts';
import { type Plan, planEdition, refusal, samePlan } from './plan-edition.ts';
import { tellApart } from './rules.ts';
import { scanArtefacts } from './scanning/scan-artefacts.ts';
import type { NewPublication, StandingPoint } from './schema.ts';
import { type Artefact, insertPublication, lockPublishing, windowsPrinted } from './store.ts';
import { nearlyTold } from './tables/rules.ts';
import { CHANGED_MEANWHILE, NEARLY_TOLD, WINDOWS_TELL } from './words.ts';

/** As of documents: rendering takes a processor for a minute. */
const MOST_WAITING = 2;

/** Counts of the first edition; without the table of sectors where it is not wanted. */
async function counted(
  ctx: Context,
  cycle: CycleView,
  asked: NewPublication,
): Promise<StatisticsView | null> {
  if (asked.seen > 0) return null;
  const view = await countForReport(ctx, { ...cycle.window, hideBelow: asked.hideBelow });
  if (asked.sectors) return view;
  return { ...view, crossed: { ...view.crossed, withheld: true } };
}

const ofTable = (mend: Bilingual): StandingPoint => ({
  kind: 'table',
  caseId: null,
  field: 'statistics',
  mend,
});

/** Tables of two surveys whose windows overlap tell by their difference of what lies in one alone. */
async function pointOfWindows(trx: Transaction<Tables>, cycle: CycleView): Promise<StandingPoint[]> {
  const other = tellApart(cycle.window, await windowsPrinted(trx, cycle.id));
  return other ? [ofTable(filled(WINDOWS_TELL, { ...other }))] : [];
}

/** What the tables tell of counts that are hidden: within one, and by the difference of two that were published. */
async function pointsOfTables(
  ctx: Context,
  cycle: CycleView,
  view: StatisticsView | null,
): Promise<StandingPoint[]> {
  if (!view || view.crossed.withheld) return [];
  const { rows, columns } = view.crossed;
  const name = (list: typeof columns, at: number) => list[at]?.name ?? { ja: '', en: '' };
  const near = nearlyTold(view.crossed, view.selection.hideBelow).map(({ row, column, low, high }) => ({
    ja: filled(NEARLY_TOLD, { row: name(rows, row).ja, column: name(columns, column).ja, low, high }).ja,
    en: filled(NEARLY_TOLD, { row: name(rows, row).en, column: name(columns, column).en, low, high }).en,
  }));
  const other = await reading(ctx, (trx) => pointOfWindows(trx, cycle));
  return [...near.map(ofTable), ...other];
}

/** Every case that is or was printed. */
const casesOf = ({ printed }: Plan): string[] => printed.map(({ caseId }) => caseId).toSorted();

/** Files that tell nothing of any entity of any case of the survey. */
async function checkedArtefacts(ctx: Context, { book, entities }: Plan): Promise<Artefact[]> {
  const files = await makeArtefacts(book, keeping(ctx));
  const points = await scanArtefacts({ files, entities });
  if (points.length > 0) throw refusal(points);
  return files;
}

/**
 * Publishes the report of a survey as its next edition. Refused, with every point named, while a case has open points, lacks the
 * consent to its very hash, a finished file tells of an entity, or a table of a hidden count. Files are made outside any
 * transaction; what they were made of is looked at again when they are kept.
 * @throws Fault `invalid` naming every point, `conflict` where something changed meanwhile
 */
export async function publishReport(
  ctx: Context,
  cycleId: string,
  asked: NewPublication,
): Promise<{ number: number }> {
  permit(ctx, 'survey.manage');
  const cycle = await reading(ctx, (trx) => findCycle(trx, cycleId));
  if (!cycle) throw new Fault('not-found');
  const statistics = await counted(ctx, cycle, asked);
  const plan = await reading(ctx, (trx) => planEdition(trx, ctx, cycle, asked, statistics));
  const told = await pointsOfTables(ctx, cycle, statistics);
  if (told.length > 0) throw refusal(told);
  const files = await inTurn(`print ${ctx.orgId}`, MOST_WAITING, () => checkedArtefacts(ctx, plan));
  return inTransaction(ctx, async (tx) => {
    const { book } = plan;
    const now = await lockCycle(tx.sql, cycleId);
    if (!now) throw new Fault('not-found');
    // A consent taken back from now on waits, and is told after the edition that it came too late for.
    await lockReviewsOf(tx.sql, casesOf(plan));
    // Two surveys that are published at once would not see each other's tables.
    await lockPublishing(tx.sql, ctx.orgId);
    const overlapping = book.statistics?.crossed.withheld === false ? await pointOfWindows(tx.sql, now) : [];
    if (overlapping.length > 0) throw refusal(overlapping);
    const again = await planEdition(tx.sql, ctx, now, asked, statistics);
    if (!samePlan(plan, again)) throw new Fault('conflict', { detail: CHANGED_MEANWHILE });
    const { printed, differences } = plan;
    const number = book.edition;
    const made = { number, book, printed, differences, leftOut: asked.leaveOut };
    await insertPublication(
      tx.sql,
      ctx.orgId,
      cycleId,
      { ...made, madeBy: byOf(ctx.actor), madeAt: ctx.now },
      files,
    );
    if (now.state !== 'published') await enterState(tx, now, 'published', '');
    const hashes = files.map(({ name, sha256 }) => ({ name, sha256 }));
    record(tx, 'survey.report-published', { body: { cycleId, number, files: hashes } });
    return { number };
  });
}
