import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';

/** To which organisation the minutes went by package. */
export async function minutesPeer(trx: Transaction<Tables>, hearingId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('survey_hearing')
    .select('minutes_peer')
    .where('id', '=', hearingId)
    .executeTakeFirst();
  return row?.minutes_peer ?? undefined;
}

export async function setMinutesPeer(
  trx: Transaction<Tables>,
  hearingId: string,
  peerId: string,
): Promise<void> {
  await trx.updateTable('survey_hearing').set({ minutes_peer: peerId }).where('id', '=', hearingId).execute();
}

/** Comments that came from an organisation by package, by id. */
export async function commentsBy(
  trx: Transaction<Tables>,
  hearingId: string,
  peerId: string,
): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('survey_hearing_comment')
    .select('id')
    .where('hearing_id', '=', hearingId)
    .where('peer_id', '=', peerId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
