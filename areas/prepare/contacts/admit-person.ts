import type { Tx } from '../../../database/transaction.ts';
import { inPerson } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { NewPerson } from './schema.ts';
import { insertPerson, linkAccount } from './store.ts';

/** Adds a person who can sign in already, in the caller's transaction. */
export async function admitPerson(tx: Tx, id: string, person: NewPerson, userId: string): Promise<void> {
  inPerson(tx.ctx);
  await insertPerson(tx.sql, tx.ctx.orgId, id, person);
  await linkAccount(tx.sql, id, userId);
  record(tx, 'person.added', { body: { personId: id, roles: person.roles } });
}
