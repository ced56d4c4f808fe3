import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Language } from '../../../kernel/language.ts';

export interface Door {
  readonly id: string;
  readonly reportId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly openedAt: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

const DOOR = [
  'id',
  'report_id as reportId',
  'name',
  'email',
  'language',
  'opened_at as openedAt',
  'until',
  'ended_at as endedAt',
] as const;

export const findDoor = (trx: Transaction<Tables>, id: string): Promise<Door | undefined> =>
  trx.selectFrom('survey_door').select(DOOR).where('id', '=', id).executeTakeFirst();

/** Whoever came through it acts alone until the end of the transaction. */
export const lockDoor = (trx: Transaction<Tables>, id: string): Promise<Door | undefined> =>
  trx.selectFrom('survey_door').select(DOOR).where('id', '=', id).forUpdate().executeTakeFirst();

export const doorsOf = (trx: Transaction<Tables>, reportId: string): Promise<Door[]> =>
  trx
    .selectFrom('survey_door')
    .select(DOOR)
    .where('report_id', '=', reportId)
    .orderBy('opened_at', 'desc')
    .execute();

export async function insertDoor(
  trx: Transaction<Tables>,
  orgId: string,
  { reportId, openedAt, until, ...door }: Omit<Door, 'endedAt'>,
): Promise<void> {
  await trx
    .insertInto('survey_door')
    .values({
      org_id: orgId,
      report_id: reportId,
      opened_at: openedAt.toString(),
      until: until.toString(),
      ...door,
    })
    .execute();
}

export async function setEnded(trx: Transaction<Tables>, id: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable('survey_door').set({ ended_at: at.toString() }).where('id', '=', id).execute();
}
