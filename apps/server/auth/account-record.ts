import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { AccountChange } from '../../../areas/prepare/contacts/schema.ts';

const SIGN_OUT = '/sign-out';
const TOTP = '/two-factor/verify-totp';

/** What each act of the sign-in library changes of an account (ASVS 5, 16.3: such acts are recorded). */
const CHANGES: Readonly<Record<string, AccountChange>> = {
  '/change-password': 'password-changed',
  '/two-factor/enable': 'second-factor-begun',
  [TOTP]: 'second-factor-on',
  '/two-factor/disable': 'second-factor-off',
  '/two-factor/generate-backup-codes': 'backup-codes-made',
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
  '/revoke-session': 'sessions-ended',
  '/revoke-sessions': 'sessions-ended',
  '/revoke-other-sessions': 'sessions-ended',
};

/** Tells of acts on passwords, second factors, passkeys and sessions that the library does by itself. */
export const accountRecord = (changed: (userId: string, what: AccountChange) => Promise<void>) =>
  ({
    id: 'account-record',
    hooks: {
      before: [
        {
          // Afterwards nobody is signed in whose act it could have been.
          matcher: ({ path }) => path === SIGN_OUT,
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx);
            if (session) await changed(session.user.id, 'signed-out');
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path !== undefined && path in CHANGES,
          handler: createAuthMiddleware(async (ctx) => {
            const what = CHANGES[ctx.path];
            const user = ctx.context.newSession?.user ?? ctx.context.session?.user;
            if (!what || !user || isAPIError(ctx.context.returned)) return;
            // With a pending challenge a code is a sign-in, which is told of as one.
            const challenge = ctx.context.createAuthCookie('two_factor').name;
            if (ctx.path === TOTP && (await ctx.getSignedCookie(challenge, ctx.context.secret))) return;
            await changed(user.id, what);
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
