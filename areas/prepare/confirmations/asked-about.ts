import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { routesOf } from '../contact-routes/index.ts';
import { PARTIES } from '../parties/register.ts';
import type { Party } from '../parties/schema.ts';
import { readRegister } from '../registers/index.ts';
import { sheetDigest } from './rules.ts';
import type { Confirmation } from './schema.ts';

export const partyOf = async (trx: Transaction<Tables>, key: string): Promise<Party | undefined> =>
  (await readRegister(trx, PARTIES)).find((each) => each.key === key)?.entry;

/** What a question is about as it is now; undefined where it is gone. */
export async function digestNow(trx: Transaction<Tables>, c: Confirmation): Promise<string | undefined> {
  if (c.kind === 'route')
    return (await routesOf(trx, c.personId === null ? [] : [c.personId])).find(({ id }) => id === c.subject)
      ?.address;
  const party = await partyOf(trx, c.subject);
  return party && sheetDigest(party);
}
