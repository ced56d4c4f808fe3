import { expect, test } from 'vitest';
import { migrate } from '../../database/migrate.ts';
import { newId } from '../../kernel/clock.ts';
import { openOldDatabase } from '../old-database.ts';

/** The last version that knew keys by the sign-in library alone. */
const BEFORE_HOLDERS = 37;

test('whose a key is that was made before holders were written down is written down by the upgrade', async () => {
  const old = await openOldDatabase({ migrations: BEFORE_HOLDERS, queues: [] });
  const [org, other, user, person, theirs] = [newId(), newId(), newId(), newId(), newId()] as const;
  const [key, nameless, unbound, stranger] = [newId(), newId(), newId(), newId()] as const;
  const made = '2026-01-05T00:00:00Z';
  for (const id of [org, other])
    await old.query(`SELECT found_organisation($1, 'みなと水道', 'Asia/Tokyo', false, $2)`, [id, made]);
  await old.query(
    `INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") VALUES ($1, '佐藤', 'sato@example.jp', true, $2, $2)`,
    [user, made],
  );
  // One account, a person in each of two organisations.
  for (const [at, id] of [[org, person], [other, theirs]] as const)
    await old.query(
      `INSERT INTO person (org_id, id, name, email, language, roles, user_id) VALUES ($1, $2, '佐藤', 'sato@example.jp', 'ja', '{responder}', $3)`,
      [at, id, user],
    ); // biome-ignore format: a table
  const insert = (id: string, name: string | null, of: string, permissions: object | null) =>
    old.query(
      `INSERT INTO auth."apikey" (id, "configId", name, "referenceId", key, "createdAt", "updatedAt", permissions)
       VALUES ($1, 'default', $2, $3, $6, $4, $4, $5)`,
      [id, name, of, made, permissions && JSON.stringify(permissions), `secret of ${id}`],
    );
  await insert(key, '月次連携', user, { organisation: [org] });
  await insert(nameless, null, user, { organisation: [other] });
  await insert(unbound, '古い鍵', user, null);
  await insert(stranger, '知らない鍵', newId(), { organisation: [org] });

  await migrate(old.url);
  const holders = await old.query('SELECT org_id, key_id, person_id, name FROM key_holder ORDER BY name');
  expect(holders).toEqual([
    { org_id: other, key_id: nameless, person_id: theirs, name: '' },
    { org_id: org, key_id: key, person_id: person, name: '月次連携' },
  ]);
  await old.drop();
});
