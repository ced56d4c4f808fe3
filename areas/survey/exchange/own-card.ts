import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Context } from '../../../database/transaction.ts';
import { nameOf } from './acts.ts';
import { cardText, makeCard, spoken } from './card-text.ts';
import { doorOf, ownKey } from './own-key.ts';

/** The card of one's own organisation, once it has a key. */
export async function cardOf(
  sql: Transaction<Tables>,
  ctx: Context,
): Promise<{ card: string | null; fingerprint: string | null; address: string }> {
  const address = doorOf(ctx.instance, ctx.orgId);
  const own = await ownKey(sql, ctx.instance);
  if (!own) return { card: null, fingerprint: null, address };
  const card = makeCard(own.key, { id: ctx.orgId, name: await nameOf({ sql, ctx }), address });
  return { card: cardText(own.key, card), fingerprint: spoken(own.print), address };
}
