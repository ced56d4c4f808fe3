import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveSignals } from '../areas/detect/signals/receive-signals.ts';
import { addSource } from '../areas/detect/sources/add-source.ts';
import { addUnit } from '../areas/prepare/parties/add-unit.ts';
import { setDuty } from '../areas/prepare/rosters/set-duty.ts';
import { shareIncident } from '../areas/respond/incidents/share-incident.ts';
import { declareIncident } from '../areas/respond/lifecycle/declare-incident.ts';
import { isOutside, ROLE_NAMES, type Role } from '../areas/roles.ts';
import { newId } from '../kernel/clock.ts';
import { TestHouse } from '../test/house.ts';

let house: TestHouse;
let sql: pg.Client;
let mine: string;
let theirs: string;
let tables: string[];

async function furnish(): Promise<string> {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  await addUnit(ctx, { name: 'u', parentId: null });
  const person = await house.person(orgId, ['administrator']);
  await setDuty(ctx, { personIds: [person] });
  const { id } = await addSource(ctx, { kind: 'alertmanager', name: 's', settings: {} });
  const alert = {
    labels: { a: '1' },
    annotations: {},
    state: 'firing' as const,
    title: 't',
    severity: '',
    url: '',
    startsAt: undefined,
    expiresAt: undefined,
  };
  await receiveSignals(ctx, { sourceId: id, alerts: [alert] });
  await declareIncident(ctx, { title: 'i', severity: 1, page: true, note: 'n' });
  return orgId;
}

beforeAll(async () => {
  house = await TestHouse.open();
  mine = await furnish();
  theirs = await furnish();
  const rows = await house.clone.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'sonae' AND c.relkind = 'r' AND c.relname NOT IN ('migration', 'timer', 'quiet', 'hearing')`,
  );
  tables = rows.map(({ name }) => name);
  // As the application connects: the lesser role.
  sql = new pg.Client({ connectionString: house.clone.appUrl });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await house.close();
});

async function as<T>(
  who: { org: string; person?: string; outside?: boolean },
  look: () => Promise<T>,
): Promise<T> {
  await sql.query('BEGIN');
  try {
    await sql.query(
      `SELECT set_config('sonae.org', $1, true), set_config('sonae.person', $2, true), set_config('sonae.outside', $3, true)`,
      [who.org, who.person ?? '', who.outside ? 'on' : 'off'],
    );
    return await look();
  } finally {
    await sql.query('ROLLBACK');
  }
}
const count = async (table: string, where = 'true'): Promise<number> =>
  Number((await sql.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)).rows[0].n);

describe('through SQL, as the application’s own role', () => {
  test('without an organisation nothing is visible', async () => {
    for (const table of tables) expect([table, await count(table)]).toEqual([table, 0]);
  });

  test('each role sees its own organisation and not a row of another', async () => {
    for (const role of ROLE_NAMES) {
      const person = await house.person(mine, [role]);
      await as({ org: mine, person, outside: isOutside([role]) }, async () => {
        for (const table of tables)
          expect([role, table, await count(table, `org_id <> '${mine}'`)]).toEqual([role, table, 0]);
        if (!isOutside([role])) expect(await count('incident')).toBe(1);
      });
    }
  });

  test('words sent to somebody about an incident that is closed to them since are closed to them as well', async () => {
    const reader = await house.person(mine, ['executive']);
    const [incident] = await house.clone.query<{ id: string }>(
      `SELECT id FROM incident WHERE org_id = '${mine}'`,
    );
    for (const [id, text] of [
      [newId(), 'words'],
      [newId(), ''],
    ])
      await house.clone.query(
        `INSERT INTO message (org_id, id, purpose, kind, about, incident_id, person_id, name, address, language, channel,
           urgent, subject, text, state, made_at, changed_at)
         VALUES ('${mine}', '${id}', 'notice', 'brief', 'x', '${incident?.id}', '${reader}', '', 'r@example.jp', 'ja', 'email',
           false, '', '${text}', 'accepted', now(), now())`,
      );
    const seen = () => as({ org: mine, person: reader }, () => count('message', `kind = 'brief'`));
    expect(await seen()).toBe(2);
    await house.clone.query(
      `INSERT INTO restricted_incident (org_id, incident_id) VALUES ('${mine}', '${incident?.id}')`,
    );
    try {
      // What holds no words only says that something was sent.
      expect(await seen()).toBe(1);
      await as({ org: theirs, person: reader }, async () => expect(await count('message')).toBe(0));
    } finally {
      await house.clone.query(`DELETE FROM restricted_incident WHERE incident_id = '${incident?.id}'`);
      await house.clone.query(`DELETE FROM message WHERE kind = 'brief'`);
    }
  });

  test('writing into another organisation is refused, and another’s rows cannot be changed or deleted', async () => {
    const inserts: Record<string, string> = {
      unit: `INSERT INTO unit (org_id, id, name) VALUES ('${theirs}', gen_random_uuid(), 'x')`,
      duty: `INSERT INTO duty (org_id, position, person_id) VALUES ('${theirs}', 99, gen_random_uuid())`,
      incident: `INSERT INTO incident (org_id, id, number, title, severity, state, group_key, declared_at) VALUES ('${theirs}', gen_random_uuid(), 99, 'x', 1, 'open', '', now())`,
      person: `INSERT INTO person (org_id, id, name, email, language, roles) VALUES ('${theirs}', gen_random_uuid(), 'x', 'x@x.jp', 'ja', '{administrator}')`,
      channel_setting: `INSERT INTO channel_setting VALUES ('${theirs}', 'email', '{}', '')`,
    };
    for (const [table, statement] of Object.entries(inserts)) {
      await expect(
        as({ org: mine }, () => sql.query(statement)),
        table,
      ).rejects.toThrow(/row-level security/);
    }
    for (const table of ['incident', 'person', 'unit', 'signal', 'signal_pulse', 'source', 'duty']) {
      await as({ org: mine }, async () => {
        expect([
          table,
          (await sql.query(`DELETE FROM ${table} WHERE org_id = '${theirs}'`)).rowCount,
        ]).toEqual([table, 0]);
      });
    }
  });

  test('the ledger can be read and appended to, and nothing else', async () => {
    for (const statement of [
      `UPDATE ledger SET kind = 'x'`,
      'DELETE FROM ledger',
      `INSERT INTO ledger_head VALUES ('${mine}', 1)`,
      'UPDATE ledger_chain SET length = 0',
      'TRUNCATE ledger',
    ]) {
      await expect(
        as({ org: mine }, () => sql.query(statement)),
        statement,
      ).rejects.toThrow(/permission denied/);
    }
  });

  test('the role owns nothing and cannot bypass row-level security', async () => {
    const { rows } = await sql.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });
});

describe('outside parties', () => {
  test('see an incident, its pages and its lines only while it is shared with them', async () => {
    const person = await house.person(mine, ['contractor']);
    const outside = { org: mine, person, outside: true };
    const seen = () =>
      as(outside, async () => [
        await count('incident'),
        await count('ledger'),
        await count('signal'),
        await count('person'),
        await count('unit'),
      ]);
    expect(await seen()).toEqual([0, 0, 0, 1, 0]);
    const { id } = await declareIncident(house.system(mine), {
      title: 'shared',
      severity: 1,
      page: false,
      note: 'word',
    });
    await shareIncident(house.system(mine), id, person, true);
    expect(await seen()).toEqual([1, 3, 0, 1, 0]);
    await shareIncident(house.system(mine), id, person, false);
    expect(await seen()).toEqual([0, 0, 0, 1, 0]);
  });

  test('only outside people can be shared with', async () => {
    const insider = await house.person(mine, ['responder']);
    const { id } = await declareIncident(house.system(mine), {
      title: 'i',
      severity: 1,
      page: false,
      note: '',
    });
    await expect(shareIncident(house.system(mine), id, insider, true)).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

test('each role may exactly what the table says: a verb refuses the others', async () => {
  const may: Role[] = [
    'administrator',
    'commander',
    'responder',
    'system-owner',
    'customer-desk',
    'site-staff',
    'group-company',
  ];
  for (const role of ROLE_NAMES) {
    const person = await house.person(mine, [role]);
    const act = declareIncident(house.as(mine, person, [role]), {
      title: role,
      severity: 0,
      page: false,
      note: '',
    });
    if (may.includes(role)) await expect(act, role).resolves.toBeDefined();
    else await expect(act, role).rejects.toMatchObject({ code: 'forbidden' });
  }
});

/** What anybody of the organisation may read, also from outside, and why. */
const FOR_ALL: ReadonlySet<string> = new Set([
  // Its name, its mark, and how long its ledger is, as a place to go on reading from.
  'organisation',
  'organisation_mark',
  'ledger_head',
  // As far as the message or the page they belong to is theirs.
  'page_attempt',
  'page_answer',
  // Which incidents are restricted, by their ids: the walls themselves are made of it.
  'restricted_incident',
  // Which person stands behind a key that is named in a line.
  'key_holder',
]);

test('every table has a wall towards those outside, but for what is for all', async () => {
  const policies = await house.clone.query<{ table: string; rule: string }>(
    `SELECT tablename AS table, coalesce(qual, '') || coalesce(with_check, '') AS rule FROM pg_policies WHERE schemaname NOT LIKE 'pg_%' AND permissive = 'PERMISSIVE'`,
  );
  // One that restricts only takes away from what these let through.
  expect(policies.length).toBeGreaterThan(60);
  const open = policies.filter(({ rule }) => !/is_insider|is_shared|current_person/.test(rule));
  expect(new Set(open.map(({ table }) => table))).toEqual(FOR_ALL);
});
