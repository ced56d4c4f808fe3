import path from 'node:path';
import { StartupError } from '../../database/startup-error.ts';
import type { Language } from '../../kernel/language.ts';
import { furtherFonts } from '../../report/document/fonts.ts';
import type { IdentityProvider } from './auth/single-sign-on.ts';

export type Role = 'web' | 'worker' | 'all';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly role: Role;
  /** Start without the demonstration. */
  readonly empty: boolean;
  /** What the demonstration is told in until the first administrator says what they read. */
  readonly demoLanguage: Language;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** A login role the operator made for the application; without it the program makes one. */
  readonly databaseAppUrl: string | undefined;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly trustProxy: string | false;
  readonly identityProvider: IdentityProvider | undefined;
  readonly logLevel: string;
  readonly requestsPerMinute: number;
  /** Where the public status page is kept as plain files too, for another web server to serve. */
  readonly statusFolder: string | undefined;
  /** A key of its own for proofs of the ledger, kept where the database's owner does not reach. */
  readonly signingKeyFile: string | undefined;
}

export interface StartFlags {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly role?: string | undefined;
  readonly empty?: boolean | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartupError(`--port ${text}: give a number from 1 to 65535, such as --port 8080`);
}

function readRole(text: string): Role {
  if (text === 'web' || text === 'worker' || text === 'all') return text;
  throw new StartupError(`--role ${text}: give web, worker or all`);
}

function readLanguage(text: string): Language {
  if (text === 'ja' || text === 'en') return text;
  throw new StartupError(`SONAE_DEMO_LANGUAGE=${text}: give ja or en`);
}

function readUrl(name: string, text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new StartupError(`${name} is not an address: give something like https://sonae.example.jp`);
  }
}

function readIdentityProvider(env: NodeJS.ProcessEnv): IdentityProvider | undefined {
  const {
    SONAE_OIDC_ISSUER: issuer,
    SONAE_OIDC_CLIENT_ID: clientId,
    SONAE_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret) {
    throw new StartupError(
      'single sign-on needs all of SONAE_OIDC_ISSUER, SONAE_OIDC_CLIENT_ID and SONAE_OIDC_CLIENT_SECRET',
    );
  }
  readUrl('SONAE_OIDC_ISSUER', issuer);
  return {
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
  };
}

/** Fonts are opened when something is printed; that one cannot be is to be known before. */
function readFonts(env: NodeJS.ProcessEnv): void {
  try {
    furtherFonts(env);
  } catch (cause) {
    throw new StartupError(`SONAE_FONTS names a font that cannot be read: ${(cause as Error).message}`);
  }
}

export const dataFolderOf = (env: NodeJS.ProcessEnv): string => path.resolve(env['SONAE_DATA'] || '.sonae');

/** Flags first, then the environment, then what suits one machine. @throws StartupError naming what is wrong */
export function readConfig(flags: StartFlags, env: NodeJS.ProcessEnv): Config {
  readFonts(env);
  const host = flags.host ?? env['SONAE_HOST'] ?? '127.0.0.1';
  const port = readPort(flags.port ?? env['SONAE_PORT'] ?? '8080');
  // Browsers allow passkeys on "localhost" but on no bare address.
  const shownHost = LOOPBACK.has(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const baseUrl =
    (env['SONAE_URL'] ? readUrl('SONAE_URL', env['SONAE_URL']).origin : undefined) ??
    `http://${shownHost}:${port}`;
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return {
    host,
    port,
    role: readRole(flags.role ?? env['SONAE_ROLE'] ?? 'all'),
    empty: flags.empty ?? false,
    demoLanguage: readLanguage(env['SONAE_DEMO_LANGUAGE'] || 'ja'),
    dataFolder: dataFolderOf(env),
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseAppUrl: (env['DATABASE_URL'] && env['DATABASE_APP_URL']) || undefined,
    baseUrl,
    // An address that was named is the only one people come by.
    trustedOrigins: [...new Set([baseUrl, ...(LOOPBACK.has(host) && !env['SONAE_URL'] ? local : [])])],
    trustProxy: env['SONAE_TRUST_PROXY'] || false,
    identityProvider: readIdentityProvider(env),
    logLevel: env['SONAE_LOG'] ?? 'warn',
    requestsPerMinute: Number(env['SONAE_REQUESTS_PER_MINUTE'] ?? 1_200),
    statusFolder: env['SONAE_STATUS_DIR'] ? path.resolve(env['SONAE_STATUS_DIR']) : undefined,
    signingKeyFile: env['SONAE_LEDGER_KEY'] ? path.resolve(env['SONAE_LEDGER_KEY']) : undefined,
  };
}
