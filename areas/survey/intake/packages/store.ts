import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';

export interface Origin {
  readonly peerId: string;
  readonly ref: string;
}

/** The report somebody knows by a reference of theirs. */
export async function reportOf(
  trx: Transaction<Tables>,
  { peerId, ref }: Origin,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('survey_report')
    .select('id')
    .where('peer_id', '=', peerId)
    .where('peer_ref', '=', ref)
    .executeTakeFirst();
  return row?.id;
}

export async function originOf(trx: Transaction<Tables>, reportId: string): Promise<Origin | undefined> {
  const row = await trx
    .selectFrom('survey_report')
    .select(['peer_id', 'peer_ref'])
    .where('id', '=', reportId)
    .executeTakeFirst();
  return row?.peer_id && row.peer_ref ? { peerId: row.peer_id, ref: row.peer_ref } : undefined;
}

export async function setOrigin(
  trx: Transaction<Tables>,
  reportId: string,
  { peerId, ref }: Origin,
): Promise<void> {
  await trx
    .updateTable('survey_report')
    .set({ peer_id: peerId, peer_ref: ref })
    .where('id', '=', reportId)
    .execute();
}

/** How many versions of a report came as packages. */
export async function versionsByPackage(trx: Transaction<Tables>, reportId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('survey_report_version')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('report_id', '=', reportId)
    .where('door', '=', 'package')
    .executeTakeFirstOrThrow();
  return Number(count);
}
