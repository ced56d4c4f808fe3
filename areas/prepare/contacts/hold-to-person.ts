import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { permissionsOf, type Role } from '../../roles.ts';
import { clearWaysIn, endSessions } from '../ways-in/acts.ts';
import { wasHandedBelow } from '../ways-in/index.ts';
import { accountOf } from './store.ts';

/**
 * More is to be had from now on by whoever is in as this person: they sign in anew, and links end. Where somebody who may
 * do less could have been in as them, by a link, what was set in the account may be theirs and opens it no more.
 * @param except a session that the person's identity provider has just vouched for
 */
export async function holdToPerson(
  tx: Tx,
  personId: string,
  roles: readonly Role[],
  except?: string,
): Promise<void> {
  const userId = await accountOf(tx.sql, personId);
  if (userId === null) return;
  const { orgId } = tx.ctx;
  const isOpen = await wasHandedBelow(tx.sql, userId, { orgId, permissions: permissionsOf(roles) });
  await (isOpen ? clearWaysIn(tx.sql, userId, except) : endSessions(tx.sql, userId, except));
  record(tx, 'account.changed', {
    body: { personId, what: isOpen ? 'ways-in-cleared' : 'sessions-ended' },
  });
}
