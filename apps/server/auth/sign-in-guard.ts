import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { Database } from '../../../database/pool.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { CLIENT_ADDRESS } from './client-address.ts';
import { countTry, forgetTries } from './store.ts';

/** From one address an account allows so many wrong passwords before it is locked there for 30 s, 60 s, 2 min … 1 h. */
const TRIES_PER_ADDRESS = 5;
/** From everywhere together: guessing from many addresses is slowed too. */
const TRIES_PER_ACCOUNT = 50;

export interface SignInEvents {
  signedIn(userId: string, by: string): Promise<void>;
  lockedOut(email: string, failures: number): Promise<void>;
}

interface GuardOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: SignInEvents;
}

const PASSWORD = '/sign-in/email';
const SECOND_FACTOR = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
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
            const address = ctx.headers?.get(CLIENT_ADDRESS) ?? '';
            const now = clock.now();
            for (const [account, allowed] of [
              [`${email} ${address}`, TRIES_PER_ADDRESS],
              [email, TRIES_PER_ACCOUNT],
            ] as const) {
              const { lockedForSeconds, failures } = await countTry(database, account, allowed, now);
              if (failures === allowed && lockedForSeconds === 0) await events.lockedOut(email, failures);
              if (lockedForSeconds === 0) continue;
              throw new APIError(
                'TOO_MANY_REQUESTS',
                {
                  code: 'ACCOUNT_LOCKED',
                  message: 'too many failed attempts',
                  retryAfterSeconds: lockedForSeconds,
                },
                { 'retry-after': String(lockedForSeconds) },
              );
            }
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
            if (email !== undefined) {
              await forgetTries(database, [email, `${email} ${ctx.headers?.get(CLIENT_ADDRESS) ?? ''}`]);
            }
            if (session) await events.signedIn(session.user.id, methodOf(ctx.path));
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
