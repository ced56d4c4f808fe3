import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { AccountChange } from '../../../areas/prepare/contacts/schema.ts';
import type { Claims } from '../../../areas/prepare/sign-on-groups/rules.ts';
import type { Database } from '../../../database/pool.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { newSecret } from '../../../kernel/secret.ts';
import { CLIENT_ADDRESS } from './client-address.ts';
import { forgetTries, rememberPlaces, spendCode } from './store.ts';
import { admitCode, admitTry, codeLanesOf, lanesOf, type Origin, placesOf } from './throttle.ts';

export interface SignInEvents {
  signedIn(userId: string, by: string, sessionId: string): Promise<void>;
  /** What an identity provider says of whoever is about to sign in. */
  heard(claims: Claims): Promise<void>;
  lockedOut(email: string, failures: number): Promise<void>;
  changed(userId: string, what: AccountChange): Promise<void>;
}

interface GuardOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: SignInEvents;
}

const PASSWORD = '/sign-in/email';
const TOTP = '/two-factor/verify-totp';
/** A code is taken a step early and a step late (30 s each). */
const CODE_LASTS = { minutes: 2 } as const;
/** Tells a browser again that somebody signed in with; it lets nobody in. */
const DEVICE = 'device';
const DEVICE_SECONDS = 400 * 24 * 3_600;
const SECOND_FACTOR = new Set([TOTP, '/two-factor/verify-backup-code']);
const isSignIn = (path: string | undefined): boolean =>
  path !== undefined &&
  (path.startsWith('/sign-in/') ||
    path === '/callback/:id' ||
    path === '/passkey/verify-authentication' ||
    SECOND_FACTOR.has(path));

/** How it was done, in the words the ledger keeps. */
function methodOf(path: string): string {
  if (path === PASSWORD) return 'password';
  if (SECOND_FACTOR.has(path)) return 'second-factor';
  if (path.startsWith('/passkey/')) return 'passkey';
  return path === '/sign-in/link' ? 'link' : 'single-sign-on';
}

const emailOf = (body: unknown): string | undefined => {
  const email = (body as { email?: unknown } | undefined)?.email;
  // RFC 5321 allows no longer address, and what is kept per try is not to grow with what is sent.
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : undefined;
};

interface Asking {
  readonly headers?: Headers | undefined;
  readonly context: { createAuthCookie(name: string): { name: string } };
  getCookie(name: string): string | null | undefined;
}

/** Where a request comes from. What a cookie says is only ever compared, so it may say anything. */
const originOf = (ctx: Asking): Origin => ({
  address: ctx.headers?.get(CLIENT_ADDRESS) ?? '',
  device: ctx.getCookie(ctx.context.createAuthCookie(DEVICE).name)?.slice(0, 100) || undefined,
});

/**
 * Lock-out with back-off, and the facts of signing in. Must be the last plugin: only then is the session still
 * missing here while a second factor is awaited.
 */
export const signInGuard = ({ database, clock, events }: GuardOptions) =>
  ({
    id: 'sign-in-guard',
    hooks: {
      before: [
        {
          matcher: (ctx) => ctx.path === PASSWORD,
          handler: createAuthMiddleware(async (ctx) => {
            const email = emailOf(ctx.body);
            if (email === undefined) return;
            await admitTry(database, email, originOf(ctx), clock.now(), (failures) =>
              events.lockedOut(email, failures),
            );
          }),
        },
        {
          matcher: (ctx) => SECOND_FACTOR.has(ctx.path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const challenge = ctx.context.createAuthCookie('two_factor').name;
            const pending = await ctx.getSignedCookie(challenge, ctx.context.secret);
            const found = pending && (await ctx.context.internalAdapter.findVerificationValue(pending));
            const { code } = ctx.body as { code?: unknown };
            if (!found || typeof code !== 'string') return;
            const now = clock.now();
            const user = await ctx.context.internalAdapter.findUserById(found.value);
            if (user)
              await admitCode(database, user.email, originOf(ctx), now, (failures) =>
                events.lockedOut(user.email, failures),
              );
            if (ctx.path !== TOTP) return;
            // Taken before it is checked, so that two at once are not both first.
            if (await spendCode(database, found.value, code.slice(0, 20), now, now.add(CODE_LASTS))) return;
            throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'used already' });
          }),
        },
      ],
      after: [
        {
          matcher: (ctx) => isSignIn(ctx.path),
          handler: createAuthMiddleware(async (ctx) => {
            const session = ctx.context.newSession;
            if (SECOND_FACTOR.has(ctx.path)) {
              // Enrolment verifies a code too; only with the cookie of a pending challenge is it a sign-in.
              const challenge = ctx.context.createAuthCookie('two_factor').name;
              if (!(await ctx.getSignedCookie(challenge, ctx.context.secret))) return;
            }
            const passwordRight = ctx.path === PASSWORD && !isAPIError(ctx.context.returned);
            const email = session?.user.email ?? (passwordRight ? emailOf(ctx.body) : undefined);
            const origin = originOf(ctx);
            if (email !== undefined) await forgetTries(database, await lanesOf(database, email, origin));
            if (!session) return;
            if (SECOND_FACTOR.has(ctx.path))
              await forgetTries(database, await codeLanesOf(database, session.user.email, origin));
            const { name, attributes } = ctx.context.createAuthCookie(DEVICE, { maxAge: DEVICE_SECONDS });
            const device = origin.device ?? newSecret('');
            ctx.setCookie(name, device, attributes);
            await rememberPlaces(database, session.user.email, placesOf({ ...origin, device }), clock.now());
            await events.signedIn(session.user.id, methodOf(ctx.path), session.session.id);
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
