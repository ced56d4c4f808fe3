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

/** The same for whoever is to have an organisation in their hands. */
export const admitAdministrator = (
  tx: Tx,
  id: string,
  { name, email, language }: Pick<NewPerson, 'name' | 'email' | 'language'>,
  userId: string,
): Promise<void> =>
  admitPerson(
    tx,
    id,
    { name, email, language, roles: ['administrator'], unitId: null, breakGlass: false },
    userId,
  );
