import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';

export interface Reading {
  readonly id: string;
  readonly reportId: string;
  readonly version: number;
  readonly what: 'read' | 'download';
  readonly by: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

export async function insertReading(
  trx: Transaction<Tables>,
  orgId: string,
  { reportId, ...reading }: Reading,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_reading')
    .values({ org_id: orgId, report_id: reportId, ...reading, at: at.toString() })
    .execute();
}

/** Whether somebody did the same since: a screen that is drawn again is no other reading. */
export async function wasReadSince(
  trx: Transaction<Tables>,
  { reportId, version, what, by }: Pick<Reading, 'reportId' | 'version' | 'what' | 'by'>,
  since: Temporal.Instant,
): Promise<boolean> {
  const row = await trx
    .selectFrom('survey_reading')
    .select('id')
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .where('what', '=', what)
    .where('by', '=', by)
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const SHOWN = 500;
/** Newest first. */
export const readingsOf = (trx: Transaction<Tables>, reportId: string) =>
  trx
    .selectFrom('survey_reading')
    .select(['at', 'version', 'what', 'name', 'role', 'organisation'])
    .where('report_id', '=', reportId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
