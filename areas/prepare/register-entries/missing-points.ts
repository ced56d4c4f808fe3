import type { Tx } from '../../../database/transaction.ts';
import type { FieldFault } from '../../../kernel/errors.ts';
import { holdAssets } from '../assets/index.ts';
import { findPeople } from '../contacts/index.ts';
import { holdKeys } from '../registers/acts.ts';
import type { Reference } from '../registers/rules.ts';

async function knownOf(tx: Tx, to: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  switch (to) {
    case 'person':
      return new Set((await findPeople(tx.sql, keys)).map(({ id }) => id));
    case 'asset':
    case 'site':
      return new Set(await holdAssets(tx.sql, keys));
    default:
      return new Set(await holdKeys(tx.sql, to, keys));
  }
}

/**
 * Everything an entry points at must be there, or the call would go nowhere when it matters: what is not, by its place.
 * @param stay people who may be named although they have left
 */
export async function missingPoints(
  tx: Tx,
  references: readonly Reference[],
  stay: ReadonlySet<string> = new Set(),
): Promise<FieldFault[]> {
  const known = new Map<string, ReadonlySet<string>>();
  const byTarget = Map.groupBy(references, (each) => each.to);
  // In one order, for what is pointed at is held: two who write at once wait for each other and never for ever.
  for (const [to, all] of [...byTarget].sort(([a], [b]) => (a < b ? -1 : 1)))
    known.set(
      to,
      await knownOf(
        tx,
        to,
        all.map(({ key }) => key),
      ),
    );
  return references
    .filter(({ to, key }) => !known.get(to)?.has(key) && !(to === 'person' && stay.has(key)))
    .map(({ path, key, to }) => ({
      field: path,
      mend:
        to === 'person'
          ? {
              ja: '登録されていない利用者です。一覧から選択してください',
              en: 'This person is not registered. Choose one from the list',
            }
          : { ja: `「${key}」は台帳に登録されていません`, en: `“${key}” is not in the register` },
    }));
}
