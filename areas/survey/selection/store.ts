import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { reportContent } from '../content/schema.ts';
import type { Earlier, Given } from './rules.ts';
import type { CandidatePage, CandidateView, PicksKept, Rating, SurveyEvent, Tally } from './schema.ts';

type Trx = Transaction<Tables>;

const candidates = (trx: Trx) =>
  trx
    .selectFrom('survey_candidate')
    .select([
      'event_id as eventId',
      'receipt_number as receiptNumber',
      'title',
      'operator_id as operatorId',
      'sector',
      'causes',
      'event_type as eventType',
      'submitted_at as submittedAt',
      'out_reason as out',
    ]);

// A number grows past the zeros before it: the longer one is the later.
const byReceipt = sql`length(receipt_number), receipt_number`;
const asShown = <T extends { readonly submittedAt: Temporal.Instant }>(row: T) => ({
  ...row,
  submittedAt: row.submittedAt.toString(),
});

/** In the order of their receipts, which says nothing of their scores. */
export async function candidatesOf(trx: Trx, cycleId: string): Promise<CandidateView[]> {
  const rows = await candidates(trx).where('cycle_id', '=', cycleId).orderBy(byReceipt).execute();
  return rows.map(asShown);
}

export async function candidatePageOf(
  trx: Trx,
  cycleId: string,
  { after, limit }: CandidatePage,
): Promise<CandidateView[]> {
  const rows = await candidates(trx)
    .where('cycle_id', '=', cycleId)
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(${byReceipt}) > (length(${after ?? ''}), ${after ?? ''})`),
    )
    .orderBy(byReceipt)
    .limit(limit)
    .execute();
  return rows.map(asShown);
}

/** What was counted when candidates were listed last. */
export const talliedOf = async (trx: Trx, cycleId: string): Promise<Tally | null> =>
  (await trx
    .selectFrom('survey_listing')
    .select(['eligible', 'before', 'after', 'not_passed as notPassed', 'withdrawn'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()) ?? null;

export async function keepTally(
  trx: Trx,
  orgId: string,
  cycleId: string,
  { notPassed, ...counted }: Tally,
  at: Temporal.Instant,
): Promise<void> {
  const kept = { ...counted, not_passed: notPassed, listed_at: at.toString() };
  await trx
    .insertInto('survey_listing')
    .values({ org_id: orgId, cycle_id: cycleId, ...kept })
    .onConflict((c) => c.columns(['org_id', 'cycle_id']).doUpdateSet(kept))
    .execute();
}

const ratedContent = reportContent.omit({ contacts: true });
/** What whoever asks may read of a candidate they rate; the view holds them to it. */
export async function ratedReportOf(trx: Trx, cycleId: string, eventId: string) {
  const row = await trx
    .selectFrom('survey_rated_report')
    .select(['report_id as reportId', 'number', 'version', 'stage', 'submitted_at as submittedAt', 'content'])
    .where('cycle_id', '=', cycleId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row && { ...row, content: ratedContent.parse(row.content) };
}

/** What else of candidates of one cycle helps to rate another. */
export const traitsOf = (
  trx: Trx,
  cycleId: string,
): Promise<{ eventId: string; reached: string[]; suppliers: string[] }[]> =>
  trx
    .selectFrom('survey_candidate')
    .select(['event_id as eventId', 'reached', 'suppliers'])
    .where('cycle_id', '=', cycleId)
    .execute();

/** What candidates of surveys of earlier years were of. */
export const earlierKinds = (trx: Trx, fiscalYear: number): Promise<Earlier[]> =>
  trx
    .selectFrom('survey_candidate as c')
    .innerJoin('survey_cycle as y', (join) =>
      join.onRef('y.org_id', '=', 'c.org_id').onRef('y.id', '=', 'c.cycle_id'),
    )
    .leftJoin('survey_pick as p', (join) =>
      join
        .onRef('p.org_id', '=', 'c.org_id')
        .onRef('p.cycle_id', '=', 'c.cycle_id')
        .onRef('p.event_id', '=', 'c.event_id'),
    )
    .select(['c.event_type as eventType', 'c.causes', 'c.suppliers'])
    .select(sql<boolean>`p.event_id IS NOT NULL AND y.state = 'published'`.as('published'))
    .where('y.fiscal_year', '<', fiscalYear)
    .where('c.out_reason', 'is', null)
    .execute();

/** In place of those that were listed before. */
export async function replaceCandidates(
  trx: Trx,
  orgId: string,
  cycleId: string,
  events: readonly SurveyEvent[],
): Promise<void> {
  await trx.deleteFrom('survey_candidate').where('cycle_id', '=', cycleId).execute();
  for (let from = 0; from < events.length; from += 500)
    await trx
      .insertInto('survey_candidate')
      .values(
        events.slice(from, from + 500).map((each) => ({
          org_id: orgId,
          cycle_id: cycleId,
          event_id: each.eventId,
          receipt_number: each.receiptNumber,
          title: each.title,
          operator_id: each.operatorId,
          sector: each.sector,
          causes: [...each.causes],
          reached: [...each.reached],
          suppliers: [...each.suppliers],
          event_type: each.eventType,
          submitted_at: each.submittedAt.toString(),
          out_reason: each.out,
        })),
      )
      .execute();
}

export interface Sheet {
  readonly raterId: string;
  readonly rated: number;
  readonly lockedAt: Temporal.Instant | null;
}
const sheets = (trx: Trx, cycleId: string) =>
  trx
    .selectFrom('survey_sheet')
    .select(['rater_id as raterId', 'rated', 'locked_at as lockedAt'])
    .where('cycle_id', '=', cycleId)
    .orderBy('assigned_at')
    .orderBy('rater_id');

/** Those that whoever asks may see: all, or while they rate themselves their own. */
export const sheetsOf = (trx: Trx, cycleId: string): Promise<Sheet[]> => sheets(trx, cycleId).execute();

/** The same, held until the transaction ends, so that none is locked or opened meanwhile: what nobody may change is read, not held. */
export async function lockSheets(trx: Trx, cycleId: string): Promise<Sheet[]> {
  await sheets(trx, cycleId).forUpdate().execute();
  return sheetsOf(trx, cycleId);
}

/** One's own, held while it is open, so that it is not locked while something is written on it, nor twice at once. */
export async function lockOwnSheet(trx: Trx, cycleId: string, raterId: string): Promise<Sheet | undefined> {
  const own = () => sheets(trx, cycleId).where('rater_id', '=', raterId);
  return (await own().forUpdate().executeTakeFirst()) ?? (await own().executeTakeFirst());
}

/** @returns false where that person is a rater already */
export async function insertSheet(
  trx: Trx,
  orgId: string,
  cycleId: string,
  raterId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_sheet')
    .values({ org_id: orgId, cycle_id: cycleId, rater_id: raterId, rated: 0, assigned_at: at.toString() })
    .onConflict((c) => c.columns(['org_id', 'cycle_id', 'rater_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteSheet(trx: Trx, cycleId: string, raterId: string): Promise<void> {
  await trx
    .deleteFrom('survey_sheet')
    .where('cycle_id', '=', cycleId)
    .where('rater_id', '=', raterId)
    .execute();
}

export async function setLocked(
  trx: Trx,
  cycleId: string,
  raterId: string,
  at: Temporal.Instant | null,
): Promise<void> {
  await trx
    .updateTable('survey_sheet')
    .set({ locked_at: at?.toString() ?? null })
    .where('cycle_id', '=', cycleId)
    .where('rater_id', '=', raterId)
    .execute();
}

/** Keeps what a rater gives a candidate, and counts how many they have given something. */
export async function keepRating(
  trx: Trx,
  of: {
    readonly orgId: string;
    readonly cycleId: string;
    readonly raterId: string;
    readonly eventId: string;
  },
  rating: Rating,
  at: Temporal.Instant,
): Promise<void> {
  const kept = { document: JSON.stringify(rating), changed_at: at.toString() };
  await trx
    .insertInto('survey_rating')
    .values({ org_id: of.orgId, cycle_id: of.cycleId, rater_id: of.raterId, event_id: of.eventId, ...kept })
    .onConflict((c) => c.columns(['org_id', 'cycle_id', 'rater_id', 'event_id']).doUpdateSet(kept))
    .execute();
  await trx
    .updateTable('survey_sheet')
    .set({
      rated: (e) =>
        e
          .selectFrom('survey_rating')
          .select(sql<number>`count(*)::int`.as('rated'))
          .where('cycle_id', '=', of.cycleId)
          .where('rater_id', '=', of.raterId),
    })
    .where('cycle_id', '=', of.cycleId)
    .where('rater_id', '=', of.raterId)
    .execute();
}

/** Ratings of a cycle as far as whoever asks may see them; row-level security holds them to it. */
export const ratingsOf = (trx: Trx, cycleId: string): Promise<Given[]> =>
  trx
    .selectFrom('survey_rating')
    .select(['event_id as eventId', 'rater_id as raterId', 'document as rating'])
    .where('cycle_id', '=', cycleId)
    .orderBy('event_id')
    .orderBy('rater_id')
    .execute();

export const picksOf = (
  trx: Trx,
  cycleId: string,
): Promise<{ eventId: string; reason: string; by: string }[]> =>
  trx
    .selectFrom('survey_pick')
    .select(['event_id as eventId', 'reason', 'picked_by as by'])
    .where('cycle_id', '=', cycleId)
    .execute();

export async function timesKept(trx: Trx, cycleId: string): Promise<number> {
  const row = await trx
    .selectFrom('survey_selection')
    .select('kept')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  return row?.kept ?? 0;
}

export async function replacePicks(
  trx: Trx,
  orgId: string,
  cycleId: string,
  { picks, seen }: PicksKept,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.deleteFrom('survey_pick').where('cycle_id', '=', cycleId).execute();
  if (picks.length > 0)
    await trx
      .insertInto('survey_pick')
      .values(
        picks.map(({ eventId, reason }) => ({
          org_id: orgId,
          cycle_id: cycleId,
          event_id: eventId,
          reason,
          picked_by: by,
          picked_at: at.toString(),
        })),
      )
      .execute();
  await trx
    .insertInto('survey_selection')
    .values({ org_id: orgId, cycle_id: cycleId, kept: seen + 1 })
    .onConflict((c) => c.columns(['org_id', 'cycle_id']).doUpdateSet({ kept: seen + 1 }))
    .execute();
}

export interface SignedRecord {
  readonly number: number;
  readonly text: string;
  /** Hex SHA-256 of the text. */
  readonly hash: string;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly signedAt: Temporal.Instant;
  readonly signedBy: string;
}

/** Newest first. */
export const recordsOf = (trx: Trx, cycleId: string): Promise<SignedRecord[]> =>
  trx
    .selectFrom('survey_selection_record')
    .select([
      'number',
      'text',
      'hash',
      'public_key as publicKey',
      'signature',
      'signed_at as signedAt',
      'signed_by as signedBy',
    ])
    .where('cycle_id', '=', cycleId)
    .orderBy('number', 'desc')
    .execute();

export async function insertRecord(
  trx: Trx,
  orgId: string,
  cycleId: string,
  { number, text, hash, publicKey, signature, signedAt, signedBy }: SignedRecord,
): Promise<void> {
  await trx
    .insertInto('survey_selection_record')
    .values({
      org_id: orgId,
      cycle_id: cycleId,
      number,
      text,
      hash,
      public_key: publicKey,
      signature,
      signed_at: signedAt.toString(),
      signed_by: signedBy,
    })
    .execute();
}

/** Whether an event is in the set of a survey whose selection stands. */
export async function isChosen(trx: Trx, eventId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('survey_pick as p')
    .innerJoin('survey_cycle as c', (join) =>
      join.onRef('c.org_id', '=', 'p.org_id').onRef('c.id', '=', 'p.cycle_id'),
    )
    .select('p.event_id')
    .where('p.event_id', '=', eventId)
    .where('c.state', 'not in', ['open', 'rating'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
