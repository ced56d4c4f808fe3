import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { addEntry } from '../../areas/respond/timeline/add-entry.ts';
import { backUp, restore } from '../../database/backup.ts';
import { cloneDatabase } from '../database.ts';
import { TestHouse } from '../house.ts';

const SONAE = path.resolve(import.meta.dirname, '../../bin/sonae');
let house: TestHouse;
let orgId: string;
let incidentId: string;

beforeEach(async () => {
  house = await TestHouse.open();
  orgId = await house.organisation();
  incidentId = (
    await declareIncident(house.system(orgId), { title: 'i', severity: 1, page: false, note: '' })
  ).id;
  for (let i = 0; i < 5; i += 1)
    await addEntry(house.system(orgId), incidentId, { text: `entry ${i}`, precision: 'second' });
});
afterEach(() => house.close());

const firstBreak = async () => (await verifyLedger(house.system(orgId))).firstBreak;
const chain = () => `incident:${incidentId}`;

async function commandLine(): Promise<{ code: number; text: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: house.clone.url,
    SONAE_SECRET: 's'.repeat(32),
    SONAE_DATA: fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-cli-')),
  };
  try {
    const { stdout } = await promisify(execFile)(SONAE, ['ledger', 'verify', '--json'], { env });
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string };
    return { code, text: stdout + stderr };
  }
}

test('untouched, every chain holds, and the command says so', async () => {
  expect(await firstBreak()).toBeUndefined();
  expect((await commandLine()).code).toBe(0);
});

test('somebody with full access to the database rewrites a line: the first broken line is named', async () => {
  await house.clone.query(
    `UPDATE ledger SET body = '{"text":"it never happened"}' WHERE chain = $1 AND link = 3`,
    [chain()],
  );
  expect(await firstBreak()).toMatchObject({ kind: 'changed', chain: chain(), link: 3 });
  const { code, text } = await commandLine();
  expect(code).toBe(1);
  expect(text).toContain(`link 3 of chain ${chain()}`);
});

test.each([
  ['the time', `UPDATE ledger SET at = at - interval '1 minute' WHERE chain = $1 AND link = 2`, 'changed', 2],
  ['who it was', `UPDATE ledger SET actor_id = 'somebody else' WHERE chain = $1 AND link = 4`, 'changed', 4],
  ['a line gone', `DELETE FROM ledger WHERE chain = $1 AND link = 3`, 'missing', 3],
  ['the last line gone', `DELETE FROM ledger WHERE chain = $1 AND link = 6`, 'cut-off', 6],
])('%s changed is found', async (_, statement, kind, link) => {
  await house.clone.query(statement, [chain()]);
  expect(await firstBreak()).toMatchObject({ kind, link });
});

test('a whole chain gone with its head is found as well', async () => {
  await house.clone.query('DELETE FROM ledger WHERE chain = $1', [chain()]);
  await house.clone.query('DELETE FROM ledger_chain WHERE chain = $1', [chain()]);
  expect(await firstBreak()).toMatchObject({ kind: 'missing' });
});

test('a backup restores to the same ledger, whose chains hold', async () => {
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-backup-')), 'backup');
  const made = await backUp(house.clone.url, folder, house.clock.now());
  expect(made.tables.find(({ name }) => name === 'sonae.ledger')?.rows).toBeGreaterThan(5);
  const empty = await cloneDatabase();
  await restore(empty.url, folder);
  await expect(restore(empty.url, folder)).rejects.toThrow(/not empty/);
  const other = await TestHouse.open({ clone: empty });
  expect(await verifyLedger(other.system(orgId))).toEqual(await verifyLedger(house.system(orgId)));
  await addEntry(other.system(orgId), incidentId, { text: 'life goes on', precision: 'second' });
  expect((await verifyLedger(other.system(orgId))).firstBreak).toBeUndefined();
  await other.close();
  await empty.drop();
});
