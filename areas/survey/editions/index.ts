import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type EditionView, LISTS, type ListKind } from './schema.ts';
import { startingLists } from './starting-lists.ts';
import { editionsOf, type KeptEdition, newestEditions } from './store.ts';

const FIRST = 1;

const first = (list: ListKind): EditionView => ({
  list,
  edition: FIRST,
  since: null,
  ...startingLists()[list],
});
const seen = ({ list, edition, document, since }: KeptEdition): EditionView => ({
  list,
  edition,
  since: since.toString(),
  ...document,
});

/** Every list as it is in force here. */
export async function listsInForce(trx: Transaction<Tables>): Promise<Record<ListKind, EditionView>> {
  const kept = new Map((await newestEditions(trx)).map((each) => [each.list, seen(each)]));
  return Object.fromEntries(LISTS.map((list) => [list, kept.get(list) ?? first(list)])) as Record<
    ListKind,
    EditionView
  >;
}

/** Every edition of a list, newest first, down to the one the product brought. */
export const allEditions = async (trx: Transaction<Tables>, list: ListKind): Promise<EditionView[]> => [
  ...(await editionsOf(trx, list)).map(seen),
  first(list),
];
export { startingLists } from './starting-lists.ts';
