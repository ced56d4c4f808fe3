import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { numberIn } from './rules.ts';
import type { Findable } from './schema.ts';
import { findNumbered, findThings, foldSaid, thingsById } from './store.ts';
import { FINDINGS, FOUND_KINDS } from './words.ts';

const seenBy = (permissions: ReadonlySet<string>) =>
  FOUND_KINDS.filter((kind) => permissions.has(FINDINGS[kind].needs));

/** Of each kind so many things are taken for what a word of a search may mean. */
const MOST = 20;

/** Things that are called so, or have that number, as far as whoever asks may see them. */
export async function thingsCalled(
  trx: Transaction<Tables>,
  permissions: ReadonlySet<string>,
  said: string,
): Promise<Findable[]> {
  const folded = await foldSaid(trx, said);
  const number = numberIn(folded);
  const kinds = seenBy(permissions);
  return [
    ...(number === undefined ? [] : await findNumbered(trx, number)),
    ...(await findThings(trx, folded, { kinds, slips: false, most: MOST })),
  ];
}

/** What things of these ids or keys are called, as far as whoever asks may see them. */
export const thingsNamed = (
  trx: Transaction<Tables>,
  permissions: ReadonlySet<string>,
  ids: readonly string[],
): Promise<Findable[]> => thingsById(trx, seenBy(permissions), ids);
