import { admitPerson, holdToGroups, linkAccount } from '../../../areas/prepare/contacts/acts.ts';
import { knownByEmail, membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import { newPerson } from '../../../areas/prepare/contacts/schema.ts';
import { findGroups } from '../../../areas/prepare/sign-on-groups/index.ts';
import { type Claims, groupsIn, rolesFor } from '../../../areas/prepare/sign-on-groups/rules.ts';
import { record } from '../../../areas/record.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import { inTransaction } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { permit } from '../../../kernel/permit.ts';
import { ensureUser } from './accounts.ts';
import type { AuthAccess } from './auth-access.ts';
import { isVerified } from './single-sign-on.ts';
import { lockAdmission, organisationIds, userOfEmail } from './store.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Whom the provider describes, as somebody to be registered; undefined where that is not enough. */
function personIn(claims: Claims) {
  if (text(claims['sub']) === '' || !isVerified(claims['email_verified'])) return undefined;
  const email = text(claims['email']);
  const read = newPerson.omit({ roles: true }).safeParse({
    name: (text(claims['name']) || email).slice(0, 100),
    email,
    language: text(claims['locale']).toLowerCase().startsWith('en') ? 'en' : 'ja',
  });
  return read.success ? read.data : undefined;
}

/**
 * Registers whoever comes for the first time, in each organisation that wants so and has a role for their groups. An account
 * that serves somebody already is left alone: others may have opened it, and it comes in by invitation.
 */
export async function admitByGroups(
  house: House,
  clock: Clock,
  within: AuthAccess['within'],
  claims: Claims,
): Promise<void> {
  const person = personIn(claims);
  if (!person) return;
  const known = await userOfEmail(house.database, person.email);
  if (known !== undefined && (await membershipsOf(house.database.kysely, known)).length > 0) return;
  for (const orgId of await organisationIds(house.database)) {
    const ctx = systemContext(house, orgId, clock.now());
    permit(ctx, 'person.manage');
    await inTransaction(ctx, async (tx) => {
      const kept = await findGroups(tx.sql);
      const groups = kept?.admits ? groupsIn(claims, kept.claim) : undefined;
      const roles = kept && groups ? rolesFor(groups, kept.groups) : [];
      if (roles.length === 0) return;
      await lockAdmission(tx.sql, person.email);
      const registered = (await knownByEmail(tx.sql, [person.email])).get(person.email.toLowerCase());
      if (registered?.hasAccount) return;
      const userId = await ensureUser(tx, within(tx), person);
      const personId = registered?.id ?? ctx.newId();
      if (registered) await linkAccount(tx.sql, personId, userId);
      else await admitPerson(tx, personId, { ...person, roles: [] }, userId);
      await holdToGroups(tx, personId, roles);
      record(tx, 'account.changed', { body: { personId, what: 'admitted' } });
    });
  }
}
