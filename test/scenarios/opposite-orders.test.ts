import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyFile, handInFile } from '../../areas/prepare/assets/importing/hand-in-file.ts';
import { keepAssetsWithin } from '../../areas/prepare/assets/keep-asset.ts';
import { asset } from '../../areas/prepare/assets/schema.ts';
import { applyRegisters } from '../../areas/prepare/register-kinds/as-code/apply-registers.ts';
import { inTransaction } from '../../database/transaction.ts';
import { firstAdministrator, type Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { type Clone, cloneDatabase } from '../database.ts';
import { TestHouse } from '../house.ts';

let clone: Clone;
let house: TestHouse;
let orgId: string;
let admin: Visitor;
beforeAll(async () => {
  clone = await cloneDatabase();
  // Two who wait for each other are not told apart here: they wait until the statement is given up, and the test fails.
  await clone.query(`ALTER DATABASE ${clone.name} SET deadlock_timeout = '5min'`);
  house = await TestHouse.open({
    clone,
    role: 'all',
    clock: new StoryClock(Temporal.Now.instant().toString()),
  });
  orgId = await house.organisation();
  admin = await firstAdministrator(house);
});
afterAll(async () => {
  await house.close();
  await clone.drop();
});

const ROUNDS = 2;
const N = 16;

test('two lists that name the same people from opposite ends are both sent, and each person is there once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const people = Array.from({ length: N }, (_, n) => ({
      name: `人 ${n}`,
      // As people type them: one list shouts.
      email: `guest-${round}-${String(n).padStart(2, '0')}@example.jp`,
      roles: ['responder'],
      language: 'ja',
    }));
    const loud = people.toReversed().map((each) => ({ ...each, email: each.email.toUpperCase() }));
    const send = (list: object[]) => admin.send('POST', '/api/prepare/invitations/list', { people: list });
    // At first nobody of them is there, then all are.
    for (const _ of [1, 2]) {
      const [one, other] = await Promise.all([send(people), send(loud)]);
      expect([one.status, other.status]).toEqual([200, 200]);
      const ids = (reply: typeof one) =>
        (reply.body['sent'] as { personId: string }[]).map(({ personId }) => personId);
      expect(ids(one)).toEqual(ids(other).toReversed());
      expect(new Set(ids(one)).size).toBe(N);
    }
  }
});

test('files, registers as code and single entries that write the same systems from opposite ends all get in', async () => {
  const ctx = () => house.system(orgId);
  const key = (n: number) => `sys-${String(n).padStart(2, '0')}`;
  const numbers = Array.from({ length: N }, (_, n) => n);
  const opposite = numbers.toReversed();
  const entry = (n: number, note: string) =>
    asset.parse({ key: key(n), name: `${note} ${n}`, kind: 'system', edges: n === 0 ? [] : [{ kind: 'dependsOn', to: key(n - 1) }, { kind: 'connectsThrough', to: key(0) }] });
  const keep = (order: number[], note: string) =>
    inTransaction(ctx(), (tx) => keepAssetsWithin(tx, order.map((n) => entry(n, note))));
  const yaml = (order: number[]) =>
    `systems:\n${order.map((n) => `  - { key: ${key(n)}, kind: system, name: code ${n} }\n`).join('')}`;
  const imported = async (order: number[], note: string) => {
    const text = `key,name,depends on\n${order.map((n) => `${key(n)},${note} ${n},${n === 0 ? '' : key(n - 1)}`).join('\n')}\n`;
    const { id } = await handInFile(ctx(), { fileName: 'f.csv', format: 'csv', content: Buffer.from(text) });
    const state = async () => (await clone.query<{ state: string }>('SELECT state FROM asset_import WHERE id = $1', [id]))[0]?.state;
    await house.until(async () => (await state()) === 'checked');
    await applyFile(ctx(), id);
    await house.until(async () => (await state()) === 'applied');
  };
  for (let round = 0; round < ROUNDS; round += 1)
    await Promise.all([
      keep(numbers, 'a'),
      keep(opposite, 'b'),
      ...(round > 0 ? [applyRegisters(ctx(), yaml(numbers)), applyRegisters(ctx(), yaml(opposite))] : []),
      imported(numbers, 'c'),
      imported(opposite, 'd'),
    ]);
  const rows = await clone.query<{ count: string }>('SELECT count(*) FROM asset WHERE org_id = $1', [orgId]);
  expect(Number(rows[0]?.count)).toBe(N);
}); // biome-ignore format: at one look
