import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type CaseDocument, caseDocument } from '../../learn/cases/schema.ts';

/** A case as it may be published, as it once was made: never changed. */
export interface PublicEdition {
  readonly caseId: string;
  /** Numbered from 1, for each case. */
  readonly number: number;
  readonly caseVersion: number;
  readonly document: CaseDocument;
  readonly hash: string;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
}

const SUMMARY = [
  'case_id as caseId',
  'number',
  'case_version as caseVersion',
  'hash',
  'made_by as madeBy',
  'made_at as madeAt',
] as const;
const editions = (trx: Transaction<Tables>, caseId: string) =>
  trx.selectFrom('survey_public_edition').select(SUMMARY).where('case_id', '=', caseId);

/** One after the other makes editions of a case. */
export const lockEditions = async (
  trx: Transaction<Tables>,
  orgId: string,
  caseId: string,
): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`public-edition ${orgId} ${caseId}`}, 0))`.execute(
    trx,
  );
};

/** The newest first. */
export const listEditions = (
  trx: Transaction<Tables>,
  caseId: string,
): Promise<Omit<PublicEdition, 'document'>[]> => editions(trx, caseId).orderBy('number', 'desc').execute();

const read = <T extends { document: unknown }>(row: T): T & { document: CaseDocument } => ({
  ...row,
  document: caseDocument.parse(row.document),
});

export async function newestEdition(
  trx: Transaction<Tables>,
  caseId: string,
): Promise<PublicEdition | undefined> {
  const row = await editions(trx, caseId)
    .select('document')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && read(row);
}

/** The newest edition and those that read as it does, by number. */
export async function editionsAlike(trx: Transaction<Tables>, caseId: string): Promise<ReadonlySet<number>> {
  const all = await editions(trx, caseId).orderBy('number', 'desc').execute();
  return new Set(all.filter(({ hash }) => hash === all[0]?.hash).map(({ number }) => number));
}

export async function readEdition(
  trx: Transaction<Tables>,
  caseId: string,
  number: number,
): Promise<PublicEdition | undefined> {
  const row = await editions(trx, caseId).select('document').where('number', '=', number).executeTakeFirst();
  return row && read(row);
}

/** Sealed: nothing but the act that records who reads it opens it. */
export async function sealedLogOf(
  trx: Transaction<Tables>,
  caseId: string,
  number: number,
): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('survey_public_edition')
    .select('sealed_log as sealed')
    .where('case_id', '=', caseId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.sealed;
}

export async function insertEdition(
  trx: Transaction<Tables>,
  orgId: string,
  { caseId, number, caseVersion, document, hash, madeBy, madeAt }: PublicEdition,
  sealed: Buffer,
): Promise<void> {
  await trx
    .insertInto('survey_public_edition')
    .values({
      org_id: orgId,
      case_id: caseId,
      number,
      case_version: caseVersion,
      document: JSON.stringify(document),
      hash,
      sealed_log: sealed,
      made_by: madeBy,
      made_at: madeAt.toString(),
    })
    .execute();
}
