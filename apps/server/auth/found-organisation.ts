import type { z } from 'zod';
import { admitPerson } from '../../../areas/prepare/contacts/acts.ts';
import { accountOf, membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import { newPerson } from '../../../areas/prepare/contacts/schema.ts';
import { foundWithin } from '../../../areas/prepare/parties/acts.ts';
import { endSessions } from '../../../areas/prepare/ways-in/acts.ts';
import { wasHandedBelow } from '../../../areas/prepare/ways-in/index.ts';
import { record } from '../../../areas/record.ts';
import { permissionsOf } from '../../../areas/roles.ts';
import { systemContext } from '../../../areas/system-context.ts';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import { endLinks, ensureUser, issueLink } from './accounts.ts';
import type { AuthAccess } from './auth-access.ts';
import type { newOrganisation } from './contract.ts';
import { organisationIds } from './store.ts';

type Wanted = z.output<typeof newOrganisation>;

/** What was set in such an account may be somebody else's, who would be its administrator. */
const HANDED = {
  ja: '別の人が発行したサインインリンクで開設されたアカウントです。別のメールアドレスを指定してください',
  en: 'This account was opened by a sign-in link that someone else created. Enter another email address',
};

/** Whoever administers the organisation that was here first administers the installation. */
export async function mayFound({ actor, database, orgId }: Context): Promise<boolean> {
  if (!actor.permissions.has('organisation.manage')) return false;
  return (await organisationIds(database))[0] === orgId;
}

/**
 * Founds another organisation in this installation, with its first administrator.
 * @returns its id, and the administrator's one-time link; null where they sign in already, by what they have
 */
export async function foundAnother(
  ctx: Context,
  access: AuthAccess,
  wanted: Wanted,
): Promise<{ id: string; link: string | null }> {
  permit(ctx, 'organisation.manage');
  inPerson(ctx);
  if (!(await mayFound(ctx)))
    throw new Fault('forbidden', {
      detail: {
        ja: '別の組織を登録できるのは、最初の組織の管理者だけです',
        en: 'Only an administrator of the first organisation can add another',
      },
    });
  return foundBySystem(ctx, access, wanted);
}

/** The same for whoever sits at the machine: all of it or nothing. */
export async function foundBySystem(
  ctx: Context,
  { within }: AuthAccess,
  { name, timeZone, administrator }: Wanted,
): Promise<{ id: string; link: string | null }> {
  permit(ctx, 'organisation.manage');
  const { database, instance, newId } = ctx;
  const id = newId();
  const system = systemContext({ database, instance, newId }, id, ctx.now);
  const { personId: by } = ctx.actor;
  const own = by && (await reading(ctx, (trx) => accountOf(trx, by)));
  return inTransaction(system, async (tx) => {
    await foundWithin(tx, { id, name, timeZone, demo: false });
    const userId = await ensureUser(tx, within(tx), administrator);
    const known = (await membershipsOf(tx.sql, userId)).length > 0;
    const permissions = permissionsOf(['administrator']);
    if (userId !== own && (await wasHandedBelow(tx.sql, userId, { orgId: ctx.orgId, permissions })))
      throw invalidField('administrator.email', HANDED);
    const personId = newId();
    await admitPerson(tx, personId, newPerson.parse({ ...administrator, roles: ['administrator'] }), userId);
    // An account that serves another organisation too is not ours to hand out a key for; and a key that somebody else has
    // to it there, a link or a session by one, opens nothing here.
    if (known) {
      await (userId === own ? endLinks(await within(tx).$context, userId) : endSessions(tx.sql, userId));
      return { id, link: null };
    }
    record(tx, 'person.invited', { body: { personId } });
    return { id, link: await issueLink(within(tx), system, userId) };
  });
}
