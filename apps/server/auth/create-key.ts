import type { z } from 'zod';
import { insertKeyHolder } from '../../../areas/prepare/contacts/acts.ts';
import { accountOf } from '../../../areas/prepare/contacts/index.ts';
import { record } from '../../../areas/record.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { personOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import type { AuthAccess } from './auth-access.ts';
import { keyPermissions } from './authenticate.ts';
import type { newKey } from './contract.ts';

/** An API key of the caller, within what the caller may do. @returns the key, shown this once */
export async function createKey(
  ctx: Context,
  { within }: AuthAccess,
  { name, scopes, days }: z.output<typeof newKey>,
): Promise<{ id: string; key: string; expiresAt: string }> {
  permit(ctx, 'key.manage');
  inPerson(ctx);
  const beyond = scopes.filter((scope) => !ctx.actor.permissions.has(scope));
  if (beyond.length > 0) {
    throw invalidField('scopes', {
      ja: `自分にない権限は付与できません：${beyond.join(', ')}`,
      en: `You do not have these permissions: ${beyond.join(', ')}`,
    });
  }
  const until = ctx.now.add({ hours: 24 * days }).toString();
  return inTransaction(ctx, async (tx) => {
    const personId = personOf(ctx.actor);
    const userId = personId === undefined ? null : await accountOf(tx.sql, personId);
    if (personId === undefined || userId === null) throw new Fault('not-found');
    const made = await within(tx).api.createApiKey({
      body: { userId, name, expiresIn: days * 86_400, permissions: keyPermissions(scopes, ctx.orgId) },
    });
    await insertKeyHolder(tx.sql, ctx.orgId, { keyId: made.id, personId, name });
    record(tx, 'key.created', { body: { keyId: made.id, scopes, until } });
    return { id: made.id, key: made.key, expiresAt: until };
  });
}
