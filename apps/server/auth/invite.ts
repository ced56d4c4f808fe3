import { addPersonWithin, linkAccount } from '../../../areas/prepare/contacts/acts.ts';
import {
  accountOf,
  findPerson,
  invitationsOf,
  knownByEmail,
  lockPerson,
  membershipsOf,
} from '../../../areas/prepare/contacts/index.ts';
import { mayGrant } from '../../../areas/prepare/contacts/rules.ts';
import type { PersonView } from '../../../areas/prepare/contacts/schema.ts';
import { endInvitation, openInvitation } from '../../../areas/prepare/invitations/acts.ts';
import type { Guest, InvitationSent } from '../../../areas/prepare/invitations/schema.ts';
import { noteHanded } from '../../../areas/prepare/ways-in/acts.ts';
import { record } from '../../../areas/record.ts';
import type { Role } from '../../../areas/roles.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import { endLinks, ensureUser, hasSecondFactor, issueLink } from './accounts.ts';
import type { AuthAccess } from './auth-access.ts';
import type { Auth } from './library.ts';

/** An account that serves another organisation too is not ours to hand out a key for. */
const ELSEWHERE = {
  ja: '別の組織でも使用されているアカウントです。本人が通常の方法でサインインしてください',
  en: 'This account is also used by another organisation. The person should sign in as usual',
};
const JOINED = {
  ja: 'すでに参加しています。サインインできなくなった場合は、サインインリンクを発行してください',
  en: 'This person has already joined. If they cannot sign in, issue a sign-in link',
};
const BEYOND = {
  ja: '自分の権限を超える役割の人は招待できません',
  en: 'You cannot invite someone whose role grants more than your own',
};

/**
 * Whoever holds a link is that person, past their second factor: nobody hands out more than they may themselves.
 * @throws Fault `forbidden`
 */
async function mayHandOut(
  auth: Auth,
  { permissions }: Context['actor'],
  person: Pick<PersonView, 'email' | 'roles' | 'breakGlass'>,
): Promise<void> {
  const special = person.breakGlass || (await hasSecondFactor(auth, person.email));
  if (!mayGrant(permissions, person.roles as Role[]) || (special && !permissions.has('organisation.manage')))
    throw new Fault('forbidden', { detail: BEYOND });
}

/** The sign-in side of a person, which is theirs alone. @throws Fault `conflict` where it serves another organisation */
async function ownAccount(
  tx: Tx,
  { within }: Pick<AuthAccess, 'within'>,
  person: PersonView,
): Promise<string> {
  const userId = await ensureUser(tx, within(tx), person);
  if ((await membershipsOf(tx.sql, userId)).some(({ orgId }) => orgId !== tx.ctx.orgId))
    throw new Fault('conflict', { detail: ELSEWHERE });
  await linkAccount(tx.sql, person.id, userId);
  return userId;
}

/** Who hands a link over, as it is kept beside the account. */
const handing = ({ ctx }: Tx) => ({ orgId: ctx.orgId, permissions: ctx.actor.permissions });

/** Sends somebody their link, and none that was sent before opens anything any more. */
async function inviteWithin(tx: Tx, access: AuthAccess, person: PersonView): Promise<InvitationSent> {
  const known = (await invitationsOf(tx.sql, [person.id])).get(person.id);
  if (known?.joinedAt) throw new Fault('conflict', { detail: JOINED });
  const userId = await ownAccount(tx, access, person);
  const auth = access.within(tx);
  await endLinks(await auth.$context, userId);
  const { secret, until, link, mailed } = await openInvitation(tx, person);
  await auth.api.issueSignInLink({
    body: { userId, until: new Date(until.epochMilliseconds), token: secret },
  });
  // What is mailed only the person reads; what is handed over, whoever asked for it could have followed.
  if (!mailed) await noteHanded(tx.sql, userId, handing(tx));
  record(tx, 'person.invited', { body: { personId: person.id } });
  return { personId: person.id, mailed, link: mailed ? null : link };
}

/** Adds somebody and invites them: saved and sent by one press. */
export async function inviteGuest(ctx: Context, access: AuthAccess, guest: Guest): Promise<InvitationSent> {
  permit(ctx, 'person.manage');
  inPerson(ctx);
  return inTransaction(ctx, (tx) => addWithin(tx, access, guest));
}

async function addWithin(tx: Tx, access: AuthAccess, guest: Guest): Promise<InvitationSent> {
  await mayHandOut(access.within(tx), tx.ctx.actor, { ...guest, breakGlass: false });
  const { id } = await addPersonWithin(tx, { ...guest, breakGlass: false });
  const person = await findPerson(tx.sql, id);
  if (!person) throw new Fault('not-found');
  return inviteWithin(tx, access, person);
}

/**
 * The same for a list, all of it or nothing; who was added before is invited as they are, for a list may be older than that.
 * People are taken in the order of their addresses, so that of two lists that name the same one waits for the other.
 * @returns in the order of the list
 */
export async function inviteGuests(
  ctx: Context,
  access: AuthAccess,
  guests: readonly Guest[],
): Promise<InvitationSent[]> {
  permit(ctx, 'person.manage');
  inPerson(ctx);
  return inTransaction(ctx, async (tx) => {
    const emails = guests.map(({ email }) => email);
    const known = await knownByEmail(tx.sql, emails);
    const sent = new Map<number, InvitationSent>();
    for (const [at, guest] of [...guests.entries()].sort(([, x], [, y]) => byAddress(x, y))) {
      const there = known.get(guest.email.toLowerCase());
      try {
        sent.set(at, await (there ? inviteLocked(tx, access, there.id) : addOrInvite(tx, access, guest)));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        throw invalidField(
          `people.${at}.email`,
          error.details.detail ?? error.details.fields?.[0]?.mend ?? BEYOND,
        );
      }
    }
    return [...sent].sort(([x], [y]) => x - y).map(([, each]) => each);
  });
}

/** Whoever was added by somebody else at this very moment is invited as they are. */
async function addOrInvite(tx: Tx, access: AuthAccess, guest: Guest): Promise<InvitationSent> {
  try {
    return await addWithin(tx, access, guest);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const there = (await knownByEmail(tx.sql, [guest.email])).get(guest.email.toLowerCase());
    if (!there) throw error;
    return inviteLocked(tx, access, there.id);
  }
}

const byAddress = (x: Guest, y: Guest): number => (x.email.toLowerCase() < y.email.toLowerCase() ? -1 : 1);

async function inviteLocked(tx: Tx, access: AuthAccess, id: string): Promise<InvitationSent> {
  // Whoever is given more at this moment comes before or after, so that no link outlives it.
  const person = await lockPerson(tx.sql, id);
  if (!person) throw new Fault('not-found');
  await mayHandOut(access.within(tx), tx.ctx.actor, person);
  return inviteWithin(tx, access, person);
}

/** Once more, with a link of its own: the mail did not come, or it is over. */
export async function inviteAgain(ctx: Context, access: AuthAccess, id: string): Promise<InvitationSent> {
  permit(ctx, 'person.manage');
  inPerson(ctx);
  return inTransaction(ctx, (tx) => inviteLocked(tx, access, id));
}

/** The link leads nowhere any more, and neither does the account it would have opened. */
export async function withdrawInvitation(ctx: Context, access: AuthAccess, id: string): Promise<void> {
  permit(ctx, 'person.manage');
  inPerson(ctx);
  await inTransaction(ctx, async (tx) => {
    const person = await lockPerson(tx.sql, id);
    const known = person && (await invitationsOf(tx.sql, [id])).get(id);
    if (!person || !known?.invitationId) throw new Fault('not-found');
    if (known.joinedAt) throw new Fault('conflict', { detail: JOINED });
    await mayHandOut(access.within(tx), ctx.actor, person);
    const userId = await accountOf(tx.sql, id);
    if (userId) await endLinks(await access.within(tx).$context, userId);
    await endInvitation(tx, id);
    await linkAccount(tx.sql, id, null);
    record(tx, 'person.invitation-withdrawn', { body: { personId: id } });
  });
}

/** A one-time link for whoever cannot sign in any more, handed over by whoever asked for it. */
export async function handOutLink(ctx: Context, access: AuthAccess, id: string): Promise<{ link: string }> {
  permit(ctx, 'person.manage');
  inPerson(ctx);
  return inTransaction(ctx, async (tx) => {
    const person = await lockPerson(tx.sql, id);
    if (!person) throw new Fault('not-found');
    const auth = access.within(tx);
    await mayHandOut(auth, ctx.actor, person);
    const userId = await ownAccount(tx, access, person);
    await noteHanded(tx.sql, userId, handing(tx));
    record(tx, 'person.invited', { body: { personId: id } });
    return { link: await issueLink(auth, ctx, userId) };
  });
}
