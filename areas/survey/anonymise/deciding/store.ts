import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';

/** What was found to name nobody, by what each word is known by. */
export async function harmlessKeys(trx: Transaction<Tables>): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('survey_harmless_word').select('key').execute();
  return new Set(rows.map(({ key }) => key));
}

/** @returns how many were not known before */
export async function insertHarmless(
  trx: Transaction<Tables>,
  orgId: string,
  words: readonly { readonly key: string; readonly word: string }[],
  by: string,
  at: Temporal.Instant,
): Promise<number> {
  if (words.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_harmless_word')
    .values(
      words.map(({ key, word }) => ({ org_id: orgId, key, word, decided_by: by, decided_at: at.toString() })),
    )
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

export async function deleteHarmless(trx: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await trx.deleteFrom('survey_harmless_word').where('key', 'in', keys).execute();
}
