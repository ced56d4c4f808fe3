import { apiKey } from '@better-auth/api-key';
import type { AuthContext } from '@better-auth/core';
import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { accountGuard } from './account-guard.ts';
import { accountRecord } from './account-record.ts';
import { CLIENT_ADDRESS } from './client-address.ts';
import { PASSWORD_LENGTH } from './password-rules.ts';
import { hearing } from './provider-claims.ts';
import { type SignInEvents, signInGuard } from './sign-in-guard.ts';
import { signInLink } from './sign-in-link.ts';
import { type IdentityProvider, PROVIDER, singleSignOn } from './single-sign-on.ts';
import { isTied } from './store.ts';

export interface AuthOptions {
  readonly database: Database;
  /** Where its tables are read and written: the pool, or a transaction it is to take part in. */
  readonly kysely: Kysely<Tables>;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly secret: Uint8Array;
  readonly clock: Clock;
  readonly log: Logger;
  readonly events: SignInEvents;
  readonly identityProvider: IdentityProvider | undefined;
  /** What one address may ask; guessing passwords gets a sixth of it. */
  readonly requestsPerMinute: number;
  /** Checked once per process; within a transaction the check cannot run. */
  readonly checkTables: boolean;
}

/**
 * What we ask of the sign-in library. Said here, for its own inferred type, with every plugin's endpoints, costs the compiler
 * as much as half of the server.
 */
export interface Auth {
  readonly handler: (request: Request) => Promise<Response>;
  readonly $context: Promise<Pick<AuthContext, 'adapter' | 'internalAdapter' | 'password'>>;
  readonly api: {
    issueSignInLink(input: {
      body: { userId: string; until: Date; token?: string };
    }): Promise<{ token: string }>;
    createApiKey(input: {
      body: {
        userId: string;
        name: string;
        expiresIn: number;
        permissions: Record<string, string[]>;
      };
    }): Promise<{ id: string; key: string }>;
    getSession(input: { headers: Headers; returnHeaders: true }): Promise<{
      headers: Headers;
      response: { user: { id: string }; session: { id: string } } | null;
    }>;
  };
}

export const KEY_PREFIX = 'snk_';
const HOURS = 3_600;

/** With https: bound to this very host and to all of it, which no neighbouring host can take away (RFC 6265bis). */
const cookies = (baseUrl: string) =>
  baseUrl.startsWith('https:')
    ? { cookiePrefix: '__Host-sonae', useSecureCookies: false, defaultCookieAttributes: { secure: true } }
    : { cookiePrefix: 'sonae' };

/** The one configuration of the sign-in library. */
export function createAuth(options: AuthOptions): Auth {
  const { baseUrl, clock, database, events, identityProvider } = options;
  const settings: BetterAuthOptions = {
    appName: 'Sonae',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret: Buffer.from(options.secret).toString('base64url'),
    telemetry: { enabled: false },
    database: { db: options.kysely, type: 'postgres', schemaName: 'auth', transaction: false },
    // Its errors are mostly wrong passwords: they belong in the log's own format, not on the console.
    logger: { level: 'error', log: (_level, message) => options.log.info({ signIn: message }, 'sign-in') },
    trustedOrigins: [...options.trustedOrigins],
    // Keys and accounts are managed by routes of ours that write the ledger.
    disabledPaths: [
      '/update-user',
      '/change-email',
      '/delete-user',
      '/list-sessions',
      '/api-key/create',
      '/api-key/update',
      '/api-key/delete',
      '/api-key/get',
      '/api-key/list',
    ],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: 12 * HOURS, updateAge: HOURS / 4, cookieCache: { enabled: false } },
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true } },
    // A second subject with the same address is somebody else: an address that was given to another person, or a claim.
    databaseHooks: {
      account: {
        create: {
          before: async ({ userId, providerId }) => {
            if (providerId !== PROVIDER) return;
            return (await isTied(options.kysely, userId, providerId)) ? false : undefined;
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 10,
      max: Math.ceil(options.requestsPerMinute / 6),
      customRules: {
        '/get-session': false,
        '/sign-in/*': { window: 10, max: Math.ceil(options.requestsPerMinute / 60) },
      },
    },
    advanced: {
      ...cookies(baseUrl),
      disableOriginCheck: false,
      database: { generateId: 'uuid', validateSchema: options.checkTables },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    plugins: [
      twoFactor({ issuer: 'Sonae' }),
      passkey({ rpID: new URL(baseUrl).hostname, rpName: 'Sonae', origin: [baseUrl] }),
      apiKey({
        defaultPrefix: KEY_PREFIX,
        enableMetadata: true,
        requireName: true,
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: 90 * 24 * HOURS, minExpiresIn: 1, maxExpiresIn: 366 },
      }),
      genericOAuth({ config: identityProvider ? [singleSignOn(identityProvider, events.heard)] : [] }),
      signInLink(),
      accountGuard({ database, clock }),
      accountRecord(events.changed),
      signInGuard({ database, clock, events }),
    ],
  };
  const auth = betterAuth(settings) as unknown as Auth;
  return {
    handler: (request) => hearing(() => auth.handler(request)),
    api: auth.api,
    $context: auth.$context,
  };
}
