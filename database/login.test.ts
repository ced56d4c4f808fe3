import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clone, cloneDatabase, TEST_SECRET } from '../test/database.ts';
import { TestHouse } from '../test/house.ts';
import { loginOf, openLogin } from './login.ts';

let house: TestHouse;
let clone: Clone;

beforeAll(async () => {
  house = await TestHouse.open();
  clone = await cloneDatabase();
  await clone.query(`CREATE TABLE public.seen (id int)`);
});
afterAll(async () => {
  await house.close();
  await clone.drop();
});

async function told(statements: readonly string[], url = house.clone.appUrl): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.end().catch(() => undefined);
  }
}
const NOT_ALLOWED = '42501';

describe('from a connection of the application', () => {
  test('nothing of the server and no other role can be reached, whatever is said before', async () => {
    for (const before of [
      [],
      ['RESET ROLE'],
      ['SET ROLE NONE'],
      ['RESET SESSION AUTHORIZATION'],
      ['DISCARD ALL'],
      ['RESET ALL'],
    ]) {
      for (const deed of [
        'SET ROLE postgres',
        'SET SESSION AUTHORIZATION postgres',
        `COPY (SELECT 1) TO PROGRAM 'cat > /dev/null'`,
        `COPY public.seen FROM PROGRAM 'id'`,
        `COPY (SELECT 1) TO '/tmp/sonae-walls'`,
        `SELECT pg_read_file('/etc/passwd')`,
        `CREATE ROLE another`,
        `ALTER ROLE ${loginOf(TEST_SECRET).user} SUPERUSER`,
        'ALTER TABLE sonae.incident DISABLE ROW LEVEL SECURITY',
        'UPDATE sonae.ledger SET body = body',
        `CREATE TABLE sonae.mine (id int)`,
      ]) {
        const code = await told([...before, deed], `${clone.appUrl}`);
        expect([before, deed, code]).toEqual([before, deed, expect.stringMatching(/^(42501|42P01)$/)]);
      }
    }
  });

  test('what the application was given it cannot drop or give away, whichever role it has become', async () => {
    for (const before of [['SET ROLE NONE'], ['SET ROLE sonae_app'], []])
      for (const deed of [
        'DROP OWNED BY sonae_app',
        'DROP OWNED BY CURRENT_ROLE CASCADE',
        `DROP OWNED BY ${loginOf(TEST_SECRET).user}`,
        `DO $$ BEGIN EXECUTE 'DROP OWNED BY sonae_app'; END $$`,
        'DROP EVENT TRIGGER sonae_keep_owned',
        'ALTER EVENT TRIGGER sonae_keep_owned DISABLE',
      ])
        expect([before, deed, await told([...before, deed], clone.appUrl)]).toEqual([
          before,
          deed,
          NOT_ALLOWED,
        ]);
    expect(await told(['SELECT count(*) FROM sonae.incident'], clone.appUrl)).toBeUndefined();
  });

  test('no other way past the walls is open, and what runs as the owner looks nothing up elsewhere', async () => {
    for (const deed of [
      `SELECT lo_import('/etc/passwd')`,
      'CREATE EXTENSION dblink',
      `ALTER SYSTEM SET log_statement = 'all'`,
      `SELECT * FROM pg_authid`,
      `SELECT set_config('role', 'postgres', false)`,
      'SET ROLE pg_read_all_data',
      'SET session_replication_role = replica',
      'SET row_security = off; SELECT * FROM sonae.incident',
      'CREATE PUBLICATION p FOR ALL TABLES',
      'TRUNCATE sonae.ledger',
      `DO $$ BEGIN EXECUTE 'SET ROLE postgres'; END $$`,
    ])
      expect([deed, await told([deed], clone.appUrl)]).toEqual([deed, NOT_ALLOWED]);
    const loose = await clone.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc
        WHERE prosecdef AND NOT EXISTS (SELECT FROM unnest(proconfig) c WHERE c LIKE 'search_path=%pg_temp')`,
    );
    expect(loose).toEqual([]);
  });

  test('settings it gave itself are gone at the next start', async () => {
    const secret = new Uint8Array(32).fill(11);
    const { user } = loginOf(secret);
    const url = await openLogin(clone.url, secret);
    expect(await told(['SET ROLE NONE', `ALTER ROLE ${user} SET work_mem = '1MB'`], url)).toBeUndefined();
    const again = await openLogin(clone.url, secret);
    const client = new pg.Client({ connectionString: again });
    await client.connect();
    const { rows } = await client.query(`SELECT source FROM pg_settings WHERE name = 'work_mem'`);
    await client.end();
    await clone.query(`DROP ROLE ${user}`);
    expect(rows).not.toEqual([{ source: 'user' }]);
  });

  test('without its role it holds no rights at all', async () => {
    for (const step of ['SET ROLE NONE', 'SET SESSION AUTHORIZATION DEFAULT; SET ROLE NONE'])
      expect(await told([step, 'SELECT * FROM sonae.incident'])).toBe(NOT_ALLOWED);
    expect(await told(['SELECT * FROM sonae.incident'])).toBeUndefined();
  });

  test('every pool of a running house signs in so', async () => {
    const { rows } = await house.assembly.house.database.pool.query(
      'SELECT session_user AS signed_in, current_user AS acts',
    );
    expect(rows).toEqual([{ signed_in: loginOf(TEST_SECRET).user, acts: 'sonae_app' }]);
    const sessions = await house.clone.query<{ name: string }>(
      `SELECT DISTINCT usename AS name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    expect(sessions.map(({ name }) => name)).toEqual([loginOf(TEST_SECRET).user]);
  });
});

describe('the way in', () => {
  test('is made once by any number of processes, and given its password again when that was changed', async () => {
    const secret = Buffer.alloc(32, 9);
    const all = await Promise.all([1, 2, 3].map(() => openLogin(clone.url, secret)));
    expect(new Set(all).size).toBe(1);
    const { user } = loginOf(secret);
    await clone.query(`ALTER ROLE ${user} PASSWORD 'another'`);
    expect(await told(['SELECT 1'], all[0])).toBe('28P01');
    await openLogin(clone.url, secret);
    expect(await told(['SELECT 1'], all[0])).toBeUndefined();
    await clone.query(`DROP ROLE ${user}`);
  });

  test('holds no password of another installation’s, nor one that can be read back', async () => {
    expect(loginOf(Buffer.alloc(32, 1)).user).not.toBe(loginOf(Buffer.alloc(32, 2)).user);
    const rows = await clone.query<{ rolpassword: string }>(
      `SELECT rolpassword FROM pg_authid WHERE rolname = '${loginOf(TEST_SECRET).user}'`,
    );
    expect(rows[0]?.rolpassword).toMatch(/^SCRAM-SHA-256\$/);
  });

  test('given by the operator is used as it is, and refused when more can be reached from it', async () => {
    const address = (user: string): string => {
      const url = new URL(clone.url);
      url.username = user;
      url.password = 'given';
      return url.toString();
    };
    await clone.query(`CREATE ROLE walls_good LOGIN NOINHERIT PASSWORD 'given' IN ROLE sonae_app`);
    await clone.query(`CREATE ROLE walls_mighty LOGIN PASSWORD 'given' CREATEROLE IN ROLE sonae_app`);
    await clone.query(`CREATE ROLE walls_owner LOGIN PASSWORD 'given' IN ROLE sonae_app, postgres`);
    await clone.query(`CREATE ROLE walls_stranger LOGIN PASSWORD 'given'`);
    const open = (user: string) => openLogin(clone.url, TEST_SECRET, address(user));
    try {
      expect(await told(['SELECT * FROM sonae.incident'], await open('walls_good'))).toBeUndefined();
      await expect(open('walls_mighty')).rejects.toThrow(
        /walls_mighty may do more than the application needs/,
      );
      await expect(open('walls_owner')).rejects.toThrow(/owns the tables/);
      await expect(openLogin(clone.url, TEST_SECRET, clone.url)).rejects.toThrow(/owns the tables/);
      await expect(open('walls_stranger')).rejects.toThrow(
        /DATABASE_APP_URL: the database cannot be reached/,
      );
    } finally {
      for (const name of ['good', 'mighty', 'owner', 'stranger'])
        await clone.query(`DROP ROLE walls_${name}`);
    }
  });

  test('is asked of somebody who may make roles, in words', async () => {
    await clone.query(`CREATE ROLE walls_keeper LOGIN PASSWORD 'given'`);
    const url = new URL(clone.url);
    url.username = 'walls_keeper';
    url.password = 'given';
    try {
      await expect(openLogin(url.toString(), Buffer.alloc(32, 10))).rejects.toThrow(
        /may not make the role .*CREATEROLE.*DATABASE_APP_URL/,
      );
    } finally {
      await clone.query(`DROP ROLE walls_keeper`);
    }
  });
});
