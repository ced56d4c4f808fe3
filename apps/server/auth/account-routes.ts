import { type NamedFilter, nextOf } from '../../../areas/lists/schema.ts';
import { accountOf, findPerson, membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import { findMark } from '../../../areas/prepare/organisation-mark/index.ts';
import { readZone } from '../../../areas/prepare/parties/index.ts';
import { record } from '../../../areas/record.ts';
import { PERMISSIONS } from '../../../areas/roles.ts';
import { type Route, serve } from '../../../areas/route.ts';
import { quietSince } from '../../../database/quiet.ts';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fold } from '../../../kernel/text.ts';
import { resetDemo } from '../demo/reset-demo.ts';
import { aboutUser } from './account-guard.ts';
import { hasPassword, setPassword } from './accounts.ts';
import type { AuthAccess } from './auth-access.ts';
import { contracts } from './contract.ts';
import { createKey } from './create-key.ts';
import { foundAnother, mayFound } from './found-organisation.ts';
import { handOutLink, inviteAgain, inviteGuest, inviteGuests, withdrawInvitation } from './invite.ts';

interface StoredKey {
  readonly id: string;
  readonly name: string | null;
  readonly start: string | null;
  readonly permissions: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}
async function userOf(ctx: Context): Promise<string> {
  const userId = await reading(ctx, (trx) => accountOf(trx, ctx.actor.personId ?? ''));
  if (userId === null) throw new Fault('not-found');
  return userId;
}
/** A page of what the sign-in library hands out whole. */
const pageOf = <T extends { id: string }>(
  all: readonly T[],
  { search, after, limit }: NamedFilter,
  words: (row: T) => string,
): T[] =>
  [...all]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(
      (row) =>
        (after === undefined || row.id > after) && (!search || fold(words(row)).includes(fold(search))),
    )
    .slice(0, limit);

const served = ({ auth, within }: AuthAccess) =>
  serve(contracts, {
    'GET /api/account/me': async (ctx) => {
      permit(ctx, 'account.own');
      const userId = await userOf(ctx);
      const { person, timeZone, mark } = await reading(ctx, async (trx) => ({
        person: await findPerson(trx, ctx.actor.personId ?? ''),
        timeZone: await readZone(trx),
        mark: (await findMark(trx))?.sha256 ?? null,
      }));
      const user = await (await auth().$context).internalAdapter.findUserById(userId);
      const memberships = (await membershipsOf(ctx.database.kysely, userId)).map(
        ({ orgId, orgName, demo }) => ({
          orgId,
          name: orgName,
          demo,
        }),
      );
      const organisation = memberships.find(({ orgId }) => orgId === ctx.orgId);
      if (!person || !organisation) throw new Fault('not-found');
      const { name, email, language, roles } = person;
      return {
        userId,
        personId: person.id,
        ...{ name, email, language, roles, organisation, timeZone, mark, memberships },
        permissions: [...ctx.actor.permissions],
        mayFound: await mayFound(ctx),
        hasPassword: await hasPassword(auth(), userId),
        quietSince: (await quietSince(ctx.database.kysely))?.toString() ?? null,
        twoFactor: (user as { twoFactorEnabled?: boolean } | null)?.twoFactorEnabled === true,
      };
    },
    'POST /api/account/password': async (ctx, { body }) => {
      permit(ctx, 'account.own');
      const userId = await userOf(ctx);
      // A stolen session must not be enough to take the account over.
      if (await hasPassword(auth(), userId)) {
        throw new Fault('conflict', {
          detail: {
            ja: 'パスワードは設定済みです。変更には現在のパスワードが必要です',
            en: 'A password is already set. Enter the current password to change it',
          },
        });
      }
      const person = await reading(ctx, (trx) => findPerson(trx, ctx.actor.personId ?? ''));
      const about = await aboutUser(ctx.database, userId, person?.email ?? '');
      await inTransaction(ctx, async (tx) => {
        await setPassword(within(tx), userId, body.password, about);
        record(tx, 'account.changed', {
          body: { personId: ctx.actor.personId ?? ctx.orgId, what: 'password-set' },
        });
      });
      return {};
    },
    'GET /api/account/sessions': async (ctx, { query }) => {
      permit(ctx, 'account.own');
      const { internalAdapter } = await auth().$context;
      const all = await internalAdapter.listSessions(await userOf(ctx), { onlyActiveSessions: true });
      const sessions = pageOf(all, query, ({ ipAddress, userAgent }) => `${ipAddress} ${userAgent}`);
      return {
        next: nextOf(sessions, query.limit),
        sessions: sessions.map((session) => ({
          id: session.id,
          createdAt: session.createdAt.toISOString(),
          expiresAt: session.expiresAt.toISOString(),
          address: session.ipAddress ?? '',
          agent: session.userAgent ?? '',
          current: session.id === ctx.actor.sessionId,
        })),
      };
    },
    'DELETE /api/account/sessions/:id': async (ctx, { params }) => {
      permit(ctx, 'account.own');
      const userId = await userOf(ctx);
      await inTransaction(ctx, async (tx) => {
        const { internalAdapter } = await within(tx).$context;
        const sessions = await internalAdapter.listSessions(userId);
        const session = sessions.find(({ id }) => id === params.id);
        if (!session) throw new Fault('not-found');
        await internalAdapter.deleteSession(session.token);
        record(tx, 'session.revoked', { body: { personId: ctx.actor.personId ?? ctx.orgId } });
      });
      return {};
    },
    'POST /api/account/organisations': (ctx, { body }) => foundAnother(ctx, { auth, within }, body),
    'POST /api/account/organisation/reset-demo': (ctx, { body }) => resetDemo(ctx, body.language),
    'GET /api/account/keys': async (ctx, { query }) => {
      permit(ctx, 'key.manage');
      const { adapter } = await auth().$context;
      const where = [{ field: 'referenceId', value: await userOf(ctx) }];
      const all = await adapter.findMany<StoredKey>({ model: 'apikey', where, limit: 10_000 });
      const rows = pageOf(all, query, ({ name, start }) => `${name} ${start}`);
      return {
        next: nextOf(rows, query.limit),
        keys: rows.map((row) => ({
          id: row.id,
          name: row.name ?? '',
          start: row.start ?? '',
          scopes: (JSON.parse(row.permissions ?? '{}') as { sonae?: string[] }).sonae ?? [],
          createdAt: row.createdAt.toISOString(),
          expiresAt: row.expiresAt?.toISOString() ?? null,
        })),
        scopes: PERMISSIONS.filter((permission) => ctx.actor.permissions.has(permission)),
      };
    },
    'POST /api/account/keys': (ctx, { body }) => createKey(ctx, { auth, within }, body),
    'DELETE /api/account/keys/:id': async (ctx, { params }) => {
      permit(ctx, 'key.manage');
      const userId = await userOf(ctx);
      await inTransaction(ctx, async (tx) => {
        const { adapter } = await within(tx).$context;
        const where = [
          { field: 'id', value: params.id },
          { field: 'referenceId', value: userId },
        ];
        if (!(await adapter.findOne({ model: 'apikey', where }))) throw new Fault('not-found');
        await adapter.delete({ model: 'apikey', where });
        record(tx, 'key.revoked', { body: { keyId: params.id } });
      });
      return {};
    },
    'POST /api/prepare/people/:id/invitation': (ctx, { params }) =>
      handOutLink(ctx, { auth, within }, params.id),
    'POST /api/prepare/invitations': (ctx, { body }) => inviteGuest(ctx, { auth, within }, body),
    'POST /api/prepare/invitations/list': async (ctx, { body }) => ({
      sent: await inviteGuests(ctx, { auth, within }, body.people),
    }),
    'PUT /api/prepare/people/:id/invitation': (ctx, { params }) =>
      inviteAgain(ctx, { auth, within }, params.id),
    'DELETE /api/prepare/people/:id/invitation': async (ctx, { params }) => {
      await withdrawInvitation(ctx, { auth, within }, params.id);
      return {};
    },
  });

/** Routes about the caller's own account, keys and sessions, and about inviting people. */
export const accountRoutes = (access: AuthAccess): readonly Route[] => Object.values(served(access));
