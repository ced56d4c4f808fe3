import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { SURVEY_ZONE } from '../cycles/rules.ts';
import type { Printed } from './rules.ts';
import {
  type Book,
  book,
  type EditionDifference,
  type ErratumTurn,
  type ErratumView,
  type NewErratum,
  type ShownErratum,
} from './schema.ts';

type Trx = Transaction<Tables>;

/** An edition as it was made. */
export interface Publication {
  readonly number: number;
  readonly book: Book;
  readonly printed: readonly Printed[];
  readonly differences: readonly EditionDifference[];
  readonly leftOut: readonly { readonly caseId: string; readonly reason: string }[];
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
}

export interface Artefact {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const COLUMNS = [
  'number',
  'book',
  'printed',
  'differences',
  'left_out as leftOut',
  'made_by as madeBy',
  'made_at as madeAt',
] as const;

const editions = (trx: Trx, cycleId: string) =>
  trx
    .selectFrom('survey_publication')
    .select(COLUMNS)
    .where('cycle_id', '=', cycleId)
    .orderBy('number', 'desc');

const read = <T extends { readonly book: Book }>(row: T): T => ({ ...row, book: book.parse(row.book) });

/** The newest first. */
export const publicationsOf = async (trx: Trx, cycleId: string): Promise<Publication[]> =>
  (await editions(trx, cycleId).execute()).map(read);

export async function newestPublication(trx: Trx, cycleId: string): Promise<Publication | undefined> {
  const row = await editions(trx, cycleId).limit(1).executeTakeFirst();
  return row && read(row);
}

/** Of every survey that was published, the newest edition. */
export const newestOfEach = (trx: Trx): Promise<{ cycleId: string; number: number }[]> =>
  trx
    .selectFrom('survey_publication')
    .select(['cycle_id as cycleId', sql<number>`max(number)`.as('number')])
    .groupBy('cycle_id')
    .execute();

/** Whoever keeps an edition of any survey of an organisation waits here for whoever is at it. */
export const lockPublishing = async (trx: Trx, orgId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`survey-publishing ${orgId}`}, 0))`.execute(trx);
};

/** Windows of which other surveys printed a table of sectors. */
export async function windowsPrinted(
  trx: Trx,
  exceptCycle: string,
): Promise<{ readonly from: string; readonly until: string }[]> {
  const rows = await trx
    .selectFrom('survey_publication')
    .select(sql<{ from: string; until: string }>`book->'statistics'->'selection'`.as('selection'))
    .where('cycle_id', '!=', exceptCycle)
    .where(sql<boolean>`book->'statistics'->'crossed'->>'withheld' = 'false'`)
    .execute();
  return rows.map(({ selection: { from, until } }) => ({ from, until }));
}

export async function insertPublication(
  trx: Trx,
  orgId: string,
  cycleId: string,
  { number, book: made, printed, differences, leftOut, madeBy, madeAt }: Publication,
  artefacts: readonly Artefact[],
): Promise<void> {
  await trx
    .insertInto('survey_publication')
    .values({
      org_id: orgId,
      cycle_id: cycleId,
      number,
      book: JSON.stringify(made),
      printed: JSON.stringify(printed),
      differences: JSON.stringify(differences),
      left_out: JSON.stringify(leftOut),
      made_by: madeBy,
      made_at: madeAt.toString(),
    })
    .execute();
  await trx
    .insertInto('survey_publication_file')
    .values(
      artefacts.map(({ name, sha256, bytes }) => ({
        org_id: orgId,
        cycle_id: cycleId,
        number,
        name,
        sha256,
        size: bytes.length,
        content: Buffer.from(bytes),
      })),
    )
    .execute();
}

export const artefactsOf = (
  trx: Trx,
  cycleId: string,
): Promise<{ number: number; name: string; sha256: string; size: number }[]> =>
  trx
    .selectFrom('survey_publication_file')
    .select(['number', 'name', 'sha256', 'size'])
    .where('cycle_id', '=', cycleId)
    .orderBy('name')
    .execute();

export async function artefactBytes(
  trx: Trx,
  cycleId: string,
  number: number,
  name: string,
): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('survey_publication_file')
    .select('content')
    .where('cycle_id', '=', cycleId)
    .where('number', '=', number)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.content;
}

const errata = (trx: Trx, cycleId: string) =>
  trx
    .selectFrom('survey_erratum')
    .select([
      'id',
      'number',
      'reported_by as reportedBy',
      'reported_at as reportedAt',
      'claim',
      'state',
      'reason',
      'printed_ja as ja',
      'printed_en as en',
      'settled_at as settledAt',
    ])
    .where('cycle_id', '=', cycleId);

type ErratumRow = Awaited<ReturnType<ReturnType<typeof errata>['executeTakeFirstOrThrow']>>;
const viewOf = ({ ja, en, reportedAt, settledAt, ...row }: ErratumRow): ErratumView => ({
  ...row,
  reportedAt: reportedAt.toString(),
  text: { ja, en },
  settledAt: settledAt?.toString() ?? null,
});

/** The newest first. */
export const errataOf = async (trx: Trx, cycleId: string): Promise<ErratumView[]> =>
  (await errata(trx, cycleId).orderBy('reported_at', 'desc').orderBy('id').execute()).map(viewOf);

/** What an edition prints of them, in the order in which they were found to be so. */
export async function errataToPrint(trx: Trx, cycleId: string): Promise<ShownErratum[]> {
  const rows = await errata(trx, cycleId)
    .where('state', '=', 'verified')
    .orderBy('settled_at')
    .orderBy('id')
    .execute();
  return rows.map(({ number, settledAt, reportedAt, ja, en }) => ({
    number,
    on: (settledAt ?? reportedAt).toZonedDateTimeISO(SURVEY_ZONE).toPlainDate().toString(),
    text: { ja, en },
  }));
}

export async function lockErratum(trx: Trx, cycleId: string, id: string): Promise<ErratumView | undefined> {
  const row = await errata(trx, cycleId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && viewOf(row);
}

export async function insertErratum(
  trx: Trx,
  of: { readonly orgId: string; readonly cycleId: string; readonly id: string },
  { number, reportedBy, claim }: NewErratum,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_erratum')
    .values({
      org_id: of.orgId,
      cycle_id: of.cycleId,
      id: of.id,
      number,
      reported_by: reportedBy,
      reported_at: at.toString(),
      entered_by: by,
      claim,
      state: 'reported',
    })
    .execute();
}

export async function settleInStore(
  trx: Trx,
  cycleId: string,
  id: string,
  { to, reason, text }: ErratumTurn,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_erratum')
    .set({
      state: to,
      reason,
      printed_ja: text.ja,
      printed_en: text.en,
      settled_at: at.toString(),
      settled_by: by,
    })
    .where('cycle_id', '=', cycleId)
    .where('id', '=', id)
    .execute();
}
