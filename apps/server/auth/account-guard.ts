import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { membershipsOf } from '../../../areas/prepare/contacts/index.ts';
import type { Database } from '../../../database/pool.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import { endLinks } from './accounts.ts';
import { WEAKNESS, weaknessOf } from './password-rules.ts';
import { forgetTries } from './store.ts';
import { admitTryInSession, inSession } from './throttle.ts';

interface GuardOptions {
  readonly database: Database;
  readonly clock: Clock;
}

const CHANGE = '/change-password';
/** Where whoever holds a session is asked for the password: each is as good a place to guess it as the sign-in. */
const ASKS_PASSWORD = new Set([
  CHANGE,
  '/verify-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/generate-backup-codes',
]);

/** What a guesser knows of the person behind an account. */
export async function aboutUser(
  { kysely }: Pick<Database, 'kysely'>,
  userId: string,
  email: string,
): Promise<string[]> {
  const memberships = await membershipsOf(kysely, userId);
  return [email, ...memberships.flatMap(({ name, orgName }) => [name, orgName])];
}

/** What is asked of passwords within a session: counted, not guessable, and a change ends every other session and link. */
export const accountGuard = ({ database, clock }: GuardOptions) =>
  ({
    id: 'account-guard',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && ASKS_PASSWORD.has(path),
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx);
            if (!session) return;
            await admitTryInSession(database, session.user.id, clock.now());
            if (ctx.path !== CHANGE) return;
            const body = ctx.body as { newPassword?: unknown };
            const about = await aboutUser(database, session.user.id, session.user.email);
            const weakness = weaknessOf(String(body.newPassword), about);
            if (weakness) {
              const language = chooseLanguage(ctx.headers?.get('accept-language') ?? undefined);
              throw new APIError('BAD_REQUEST', {
                code: weakness === 'short' ? 'PASSWORD_TOO_SHORT' : 'PASSWORD_GUESSABLE',
                message: WEAKNESS[weakness][language],
              });
            }
            return { context: { body: { ...body, revokeOtherSessions: true } } };
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path !== undefined && ASKS_PASSWORD.has(path),
          handler: createAuthMiddleware(async (ctx) => {
            const user = ctx.context.newSession?.user ?? ctx.context.session?.user;
            if (!user || isAPIError(ctx.context.returned)) return;
            await forgetTries(database, [inSession(user.id)]);
            if (ctx.path === CHANGE) await endLinks(ctx.context, user.id);
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
