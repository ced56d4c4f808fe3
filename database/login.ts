import { createHmac } from 'node:crypto';
import pg from 'pg';
import { atPrimary, readAddress } from './hosts.ts';
import { APP_ROLE, APP_SETTINGS, withOptions } from './pool.ts';
import { scramVerifier } from './scram.ts';
import { StartupError } from './startup-error.ts';

const CONNECT_MS = 5_000;
/** Any fixed number: processes that start at once change the role one after the other. */
const LOCK = 7_311_954_022n;
const NOT_ALLOWED = '42501';
/** Wrong password, and not let in: the role is missing or is another's. */
const NOT_LET_IN = new Set(['28P01', '28000']);

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

interface Login {
  readonly user: string;
  readonly password: string;
}

/** The role the application signs in as: every process that knows the installation's secret works out the same. */
export function loginOf(secret: Uint8Array): Login {
  const derive = (what: string): string =>
    createHmac('sha256', secret).update(`database login ${what}`).digest('hex');
  return { user: `sonae_login_${derive('name').slice(0, 16)}`, password: derive('password') };
}

/** The owner's address turned into the application's: same server and database, its own role and password. */
export function appUrl(ownerUrl: string, secret: Uint8Array): string {
  const url = new URL(ownerUrl);
  const { user, password } = loginOf(secret);
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  url.username = user;
  url.password = password;
  return withOptions(url.toString(), APP_SETTINGS);
}

async function asked<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

interface Standing {
  readonly role: string;
  readonly app: string;
  readonly mighty: boolean;
  readonly owner: boolean;
}

/**
 * Refuses a way in from which more could be reached than the application's role: one stray statement, and the walls
 * between organisations would stand no more.
 */
async function refuseStepUp(url: string, named: string): Promise<void> {
  const { rows } = await asked(url, (client) =>
    client.query<Standing>(
      `SELECT session_user AS role, current_user AS app,
         EXISTS (SELECT 1 FROM pg_roles r WHERE pg_has_role(session_user, r.oid, 'MEMBER')
           AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
             OR r.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'))) AS mighty,
         EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname IN ('sonae', 'auth', 'pgboss')
           AND pg_has_role(session_user, n.nspowner, 'MEMBER')) AS owner`,
    ),
  );
  const [standing] = rows;
  if (standing?.app === APP_ROLE && !standing.mighty && !standing.owner) return;
  throw new StartupError(
    `${named}: the role ${standing?.role ?? ''} may do more than the application needs (it ${standing?.owner ? 'owns the tables' : 'has rights over the server'}): give a login role that is a member of ${APP_ROLE} and of nothing else`,
  );
}

const MAKE_ONE = `make one yourself ("CREATE ROLE sonae_web LOGIN NOINHERIT PASSWORD '…' IN ROLE ${APP_ROLE}") and give its address as DATABASE_APP_URL`;

/** A role may give itself settings that outlast the connection: whoever got a statement in could leave them behind. */
const hasSettings = (url: string): Promise<boolean> =>
  asked(url, async (client) => {
    const { rows } = await client.query(
      `SELECT FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE r.rolname = session_user`,
    );
    return rows.length > 0;
  });

/** Makes the login role, or gives it its password and its bare settings again. It inherits nothing: what it may do, it may do as `sonae_app`. */
async function makeLogin(ownerUrl: string, { user, password }: Login): Promise<void> {
  const verifier = pg.escapeLiteral(scramVerifier(password));
  const making = `DO $make$ BEGIN
    PERFORM pg_advisory_xact_lock(${LOCK});
    BEGIN
      CREATE ROLE ${user} LOGIN NOINHERIT;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another process of ours was first, or somebody gave it another password
    END;
    GRANT ${APP_ROLE} TO ${user};
    ALTER ROLE ${user} LOGIN NOINHERIT PASSWORD ${verifier};
    ALTER ROLE ${user} RESET ALL;
    EXECUTE format('ALTER ROLE ${user} IN DATABASE %I RESET ALL', current_database());
  END $make$`;
  await asked(ownerUrl, (client) => client.query(making)).catch((error: unknown) => {
    if (codeOf(error) !== NOT_ALLOWED) throw error;
    throw new StartupError(
      `DATABASE_URL: its user may not make the role the application signs in as: allow it to ("ALTER ROLE … CREATEROLE"), or ${MAKE_ONE}`,
    );
  });
}

/**
 * The application's own way into a migrated database: a role that can become `sonae_app` and nothing else, whatever is said
 * over its connection. Made where there is none.
 * @param given an address the operator made for it (DATABASE_APP_URL); nothing is made then
 * @throws StartupError when there is no way in, or one from which more could be reached
 */
export async function openLogin(
  ownerUrl: string,
  secret: Uint8Array,
  given: string | undefined = undefined,
): Promise<string> {
  if (given !== undefined) {
    const url = withOptions(await atPrimary(readAddress(given)), APP_SETTINGS);
    await refuseStepUp(url, 'DATABASE_APP_URL').catch((error: unknown) => {
      if (error instanceof StartupError) throw error;
      throw new StartupError(`DATABASE_APP_URL: the database cannot be reached: ${(error as Error).message}`);
    });
    return url;
  }
  const url = appUrl(ownerUrl, secret);
  try {
    await refuseStepUp(url, 'DATABASE_URL');
    if (!(await hasSettings(url))) return url;
  } catch (error) {
    if (!NOT_LET_IN.has(codeOf(error))) throw error;
  }
  await makeLogin(ownerUrl, loginOf(secret));
  await refuseStepUp(url, 'DATABASE_URL').catch((error: unknown) => {
    if (!NOT_LET_IN.has(codeOf(error))) throw error;
    throw new StartupError(
      `DATABASE_URL: the server refuses the role ${loginOf(secret).user}, which the application signs in as (${(error as Error).message}): allow it in pg_hba.conf with scram-sha-256, or ${MAKE_ONE}`,
    );
  });
  return url;
}
