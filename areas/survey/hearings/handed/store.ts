import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { MaterialView, PassedOn } from '../schema.ts';

type NewMaterial = Omit<MaterialView, 'custody'> & { readonly content: Uint8Array };

export async function insertMaterial(
  trx: Transaction<Tables>,
  orgId: string,
  hearingId: string,
  { content, ...material }: NewMaterial,
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_hearing_material')
    .values({
      org_id: orgId,
      hearing_id: hearingId,
      ...material,
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
      added_by: by,
      added_at: now.toString(),
    })
    .execute();
}

export async function insertCustody(
  trx: Transaction<Tables>,
  orgId: string,
  materialId: string,
  { id, from, to, at, note }: Omit<PassedOn, 'at'> & { readonly id: string; readonly at: Temporal.Instant },
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_hearing_custody')
    .values({
      org_id: orgId,
      id,
      material_id: materialId,
      at: at.toString(),
      handed_by: from,
      taken_by: to,
      note,
      recorded_by: by,
      recorded_at: now.toString(),
    })
    .execute();
}

export async function materialsOf(trx: Transaction<Tables>, hearingId: string): Promise<MaterialView[]> {
  const materials = await trx
    .selectFrom('survey_hearing_material')
    .select(['id', 'number', 'name', 'type', 'size', 'sha256'])
    .where('hearing_id', '=', hearingId)
    .orderBy('number')
    .execute();
  const custody = await trx
    .selectFrom('survey_hearing_custody as c')
    .innerJoin('survey_hearing_material as m', (join) =>
      join.onRef('m.org_id', '=', 'c.org_id').onRef('m.id', '=', 'c.material_id'),
    )
    .select(['c.material_id as materialId', 'c.at', 'c.handed_by as from', 'c.taken_by as to', 'c.note'])
    .where('m.hearing_id', '=', hearingId)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();
  return materials.map((material) => ({
    ...material,
    custody: custody
      .filter(({ materialId }) => materialId === material.id)
      .map(({ at, from, to, note }) => ({ at: at.toString(), from, to, note })),
  }));
}

const named = (trx: Transaction<Tables>, hearingId: string, id: string) =>
  trx.selectFrom('survey_hearing_material').where('hearing_id', '=', hearingId).where('id', '=', id);

export const findMaterial = (trx: Transaction<Tables>, hearingId: string, id: string) =>
  named(trx, hearingId, id).select(['name', 'type', 'sha256', 'content']).executeTakeFirst();

export const hasMaterial = async (
  trx: Transaction<Tables>,
  hearingId: string,
  id: string,
): Promise<boolean> => (await named(trx, hearingId, id).select('id').executeTakeFirst()) !== undefined;

export async function bytesOf(
  trx: Transaction<Tables>,
  hearingId: string,
): Promise<{ count: number; bytes: number }> {
  const row = await trx
    .selectFrom('survey_hearing_material')
    .select((e) => [e.fn.countAll<string>().as('count'), e.fn.sum<string | null>('size').as('bytes')])
    .where('hearing_id', '=', hearingId)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), bytes: Number(row.bytes ?? 0) };
}
