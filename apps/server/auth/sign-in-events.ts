import { holdToGroups, markJoined } from '../../../areas/prepare/contacts/acts.ts';
import { findPerson, membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import { findGroups } from '../../../areas/prepare/sign-on-groups/index.ts';
import { groupsIn, rolesFor } from '../../../areas/prepare/sign-on-groups/rules.ts';
import { record } from '../../../areas/record.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { permit } from '../../../kernel/permit.ts';
import { admitByGroups } from './admit-by-groups.ts';
import type { AuthAccess } from './auth-access.ts';
import { claimsHeard, hear } from './provider-claims.ts';
import type { SignInEvents } from './sign-in-guard.ts';
import { userOfEmail } from './store.ts';

/** Writes signing in, lock-outs and the use of a break-glass account into the ledger of each organisation concerned. */
export function signInEvents(house: House, clock: Clock, within: AuthAccess['within']): SignInEvents {
  const contextOf = (orgId: string): Context => systemContext(house, orgId, clock.now());
  // Written down by the house, for nobody is signed in yet or any more; it was their act all the same.
  const actOf = (orgId: string, personId: string): Context => {
    const ctx = contextOf(orgId);
    return { ...ctx, actor: { ...ctx.actor, kind: 'person', id: personId } };
  };
  return {
    heard: async (claims) => {
      hear(claims);
      await admitByGroups(house, clock, within, claims);
    },
    signedIn: async (userId, by, sessionId) => {
      const claims = by === 'single-sign-on' ? claimsHeard() : undefined;
      for (const { orgId, personId, breakGlass } of await membershipsOf(house.database.kysely, userId)) {
        const ctx = actOf(orgId, personId);
        permit(ctx, 'account.own');
        await inTransaction(ctx, async (tx) => {
          await markJoined(tx.sql, personId, ctx.now);
          const kept = claims && (await findGroups(tx.sql));
          const groups = kept && groupsIn(claims, kept.claim);
          if (groups) await holdToGroups(tx, personId, rolesFor(groups, kept.groups), sessionId);
          record(tx, 'person.signed-in', { body: { personId, by } });
          if (breakGlass) record(tx, 'break-glass.used', { body: { personId } });
        });
      }
    },
    changed: async (userId, what) => {
      for (const { orgId, personId } of await membershipsOf(house.database.kysely, userId)) {
        const ctx = actOf(orgId, personId);
        permit(ctx, 'account.own');
        await inTransaction(ctx, async (tx) => record(tx, 'account.changed', { body: { personId, what } }));
      }
    },
    lockedOut: async (email, failures) => {
      const userId = await userOfEmail(house.database, email);
      if (userId === undefined) return;
      for (const { orgId, personId } of await membershipsOf(house.database.kysely, userId)) {
        const ctx = contextOf(orgId);
        permit(ctx, 'account.own');
        await inTransaction(ctx, async (tx) => {
          if (await findPerson(tx.sql, personId))
            record(tx, 'person.locked-out', { body: { personId, failures } });
        });
      }
    },
  };
}
