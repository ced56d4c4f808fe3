import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { SourceView } from '../schema.ts';

export type NewSource = Omit<SourceView, 'addedAt'> & { readonly content: Uint8Array };

export async function insertSource(
  trx: Transaction<Tables>,
  orgId: string,
  reportId: string,
  { content, ...source }: NewSource,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_source')
    .values({
      org_id: orgId,
      report_id: reportId,
      ...source,
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
      added_by: by,
      added_at: at.toString(),
    })
    .execute();
}

export async function sourcesOf(trx: Transaction<Tables>, reportId: string): Promise<SourceView[]> {
  const rows = await trx
    .selectFrom('survey_source')
    .select(['id', 'name', 'type', 'size', 'sha256', 'added_at as addedAt'])
    .where('report_id', '=', reportId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(({ addedAt, ...rest }) => ({ ...rest, addedAt: addedAt.toString() }));
}

export const findSource = (trx: Transaction<Tables>, reportId: string, id: string) =>
  trx
    .selectFrom('survey_source')
    .select(['name', 'type', 'sha256', 'content'])
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst();

export async function bytesOf(trx: Transaction<Tables>, reportId: string): Promise<number> {
  const row = await trx
    .selectFrom('survey_source')
    .select((e) => e.fn.sum<string | null>('size').as('bytes'))
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}
