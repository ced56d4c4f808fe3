import type { AuthContext } from '@better-auth/core';
import { membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import { clearWaysIn } from '../../../areas/prepare/ways-in/acts.ts';
import { SIGN_IN_LINK } from '../../../areas/prepare/ways-in/schema.ts';
import type { Context, Tx } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { inPerson } from '../../../kernel/permit.ts';
import type { Auth } from './library.ts';
import { WEAKNESS, weaknessOf } from './password-rules.ts';

/** @param about what a guesser knows of the person: names, addresses, the organisation */
export function checkPassword(password: string, about: readonly string[]): void {
  const weakness = weaknessOf(password, about);
  if (weakness) throw invalidField('password', WEAKNESS[weakness]);
}

/**
 * Makes the sign-in side of a person; one account serves several organisations, so a known address is reused. One that
 * serves nobody any more begins anew: what opened it then may be in other hands.
 */
export async function ensureUser(
  { sql }: Pick<Tx, 'sql'>,
  auth: Auth,
  person: { name: string; email: string },
): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const email = person.email.toLowerCase();
  const known = await internalAdapter.findUserByEmail(email);
  if (known) {
    if ((await membershipsOf(sql, known.user.id)).length === 0) await clearWaysIn(sql, known.user.id);
    return known.user.id;
  }
  const made = await internalAdapter.createUser(
    { email, name: person.name, emailVerified: true },
    { method: 'admin' },
  );
  return made.id;
}

export async function hasPassword(auth: Auth, userId: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(userId);
  return accounts.some(({ providerId, password }) => providerId === 'credential' && password);
}

export async function hasSecondFactor(auth: Auth, email: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email.toLowerCase());
  return (found?.user as { twoFactorEnabled?: boolean } | undefined)?.twoFactorEnabled === true;
}

/** Links that were handed out before lead nowhere any more: whoever found one late is not that person. */
export const endLinks = ({ adapter }: Pick<AuthContext, 'adapter'>, userId: string): Promise<number> =>
  adapter.deleteMany({
    model: 'verification',
    where: [
      { field: 'value', value: userId },
      { field: 'identifier', operator: 'starts_with', value: SIGN_IN_LINK },
    ],
  });

export async function setPassword(
  auth: Auth,
  userId: string,
  password: string,
  about: readonly string[],
): Promise<void> {
  checkPassword(password, about);
  await endLinks(await auth.$context, userId);
  const { internalAdapter, password: hasher } = await auth.$context;
  const hash = await hasher.hash(password);
  if (await hasPassword(auth, userId)) return internalAdapter.updatePassword(userId, hash);
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
}

const LINK_HOURS = 24;

/** A one-time sign-in link. The secret is after the #, which browsers send to nobody. */
export async function issueLink(auth: Auth, ctx: Context, userId: string): Promise<string> {
  inPerson(ctx);
  const until = new Date(ctx.now.add({ hours: LINK_HOURS }).epochMilliseconds);
  const { token } = await auth.api.issueSignInLink({ body: { userId, until } });
  return `${ctx.instance.baseUrl}/sign-in/link#${token}`;
}
