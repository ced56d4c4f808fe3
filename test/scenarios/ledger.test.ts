import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isIntact, proofOfNow, proofText, readProofs } from '../../areas/ledger/proofs/index.ts';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import { handOutProof, signHourly } from '../../areas/respond/proofs/hand-out-proof.ts';
import { addEntry } from '../../areas/respond/timeline/add-entry.ts';
import { backUp, restore } from '../../database/backup.ts';
import { inTransaction } from '../../database/transaction.ts';
import { derivedSigningKey } from '../../kernel/signing.ts';
import { cloneDatabase } from '../database.ts';
import { TestHouse } from '../house.ts';

/** The secret of the house under test, as the command line is given it. */
const SECRET = '\u0007'.repeat(32);
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

async function commandLine(...flags: readonly string[]): Promise<{ code: number; text: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: house.clone.url,
    SONAE_SECRET: SECRET,
    SONAE_DATA: fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-cli-')),
  };
  try {
    const { stdout } = await promisify(execFile)(SONAE, ['ledger', 'verify', '--json', ...flags], { env });
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
  await restore(empty.url, folder, house.clock.now());
  await expect(restore(empty.url, folder, house.clock.now())).rejects.toThrow(/not empty/);
  const other = await TestHouse.open({ clone: empty });
  expect(await verifyLedger(other.system(orgId))).toEqual(await verifyLedger(house.system(orgId)));
  await addEntry(other.system(orgId), incidentId, { text: 'life goes on', precision: 'second' });
  expect((await verifyLedger(other.system(orgId))).firstBreak).toBeUndefined();
  await other.close();
  await empty.drop();
});

/** Whoever owns the database writes a line anew, and makes its chain and head fit. */
const rewrite = (link: number) =>
  house.clone.query(
    `DO $$ DECLARE l sonae.ledger; before bytea := ''::bytea; BEGIN
      UPDATE sonae.ledger SET body = '{"text":"it never happened"}' WHERE chain = '${chain()}' AND link = ${link};
      FOR l IN SELECT * FROM sonae.ledger WHERE chain = '${chain()}' ORDER BY link LOOP
        before := sha256(before || convert_to(sonae.ledger_text(l), 'UTF8'));
        UPDATE sonae.ledger SET hash = before WHERE org_id = l.org_id AND seq = l.seq;
      END LOOP;
      UPDATE sonae.ledger_chain SET hash = before WHERE chain = '${chain()}';
    END $$`,
  );
/** The same owner takes the last lines away, and makes every head and count fit. */
const cutTail = (lines: number) =>
  house.clone.query(
    `DO $$ DECLARE upto bigint; BEGIN
      SELECT seq - ${lines} INTO upto FROM sonae.ledger_head WHERE org_id = '${orgId}';
      DELETE FROM sonae.ledger WHERE org_id = '${orgId}' AND seq > upto;
      UPDATE sonae.ledger_head SET seq = upto WHERE org_id = '${orgId}';
      DELETE FROM sonae.ledger_chain c WHERE NOT EXISTS (SELECT FROM sonae.ledger l WHERE l.chain = c.chain AND l.org_id = c.org_id);
      UPDATE sonae.ledger_chain c SET (length, hash) =
        (SELECT l.link, l.hash FROM sonae.ledger l WHERE l.org_id = c.org_id AND l.chain = c.chain ORDER BY link DESC LIMIT 1);
    END $$`,
  );
const proofFile = async (): Promise<string> => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-proof-')), 'proof.txt');
  fs.writeFileSync(file, proofText(await proofOfNow(house.system(orgId))));
  return file;
};

test('a proof handed out before is borne out by a ledger that only grew', async () => {
  const file = await proofFile();
  await addEntry(house.system(orgId), incidentId, { text: 'later', precision: 'second' });
  const { code, text } = await commandLine('--against', file);
  expect(code, text).toBe(0);
  expect(text).toContain('"against":1');
});

test('a body written anew with its chain made to fit is found by the proof that is kept, and by the one handed out', async () => {
  const file = await proofFile();
  await inTransaction(house.system(orgId), signHourly);
  await addEntry(house.system(orgId), incidentId, { text: 'later', precision: 'second' });
  await rewrite(3);
  // The chains alone are none the wiser.
  expect(await verifyLedger(house.system(orgId))).toMatchObject({
    firstBreak: undefined,
    proofBreak: { kind: 'rewritten', after: 0 },
  });
  await house.clone.query('DELETE FROM ledger_proof');
  expect((await verifyLedger(house.system(orgId))).proofBreak).toBeUndefined();
  const { code, text } = await commandLine('--against', file);
  expect(code).toBe(1);
  expect(text).toContain('are not those that stood there');
});

test('a tail cut off with every count made to fit is found by the proof handed out', async () => {
  const file = await proofFile();
  await cutTail(3);
  expect(await verifyLedger(house.system(orgId))).toMatchObject({
    firstBreak: undefined,
    proofBreak: undefined,
  });
  const { code, text } = await commandLine('--against', file);
  expect(code).toBe(1);
  expect(text).toContain('lines at the end are gone');
  // Others put in their place, as many.
  for (let i = 0; i < 3; i += 1)
    await addEntry(house.system(orgId), incidentId, { text: 'instead', precision: 'second' });
  expect((await commandLine('--against', file)).text).toContain('are not those that stood there');
});

test('a proof kept beside the ledger that the installation did not sign is none', async () => {
  await rewrite(3);
  const ctx = house.system(orgId);
  for (const seed of [9, 8]) {
    const signingKey = derivedSigningKey(Buffer.alloc(32, seed));
    await inTransaction({ ...ctx, instance: { ...ctx.instance, signingKey } }, signHourly);
  }
  expect((await verifyLedger(house.system(orgId))).proofBreak).toMatchObject({ kind: 'not-ours' });
  // Whatever they say of the ledger, none of them is held against it.
  await rewrite(2);
  expect((await verifyLedger(house.system(orgId))).proofBreak).toMatchObject({ kind: 'not-ours' });
});

test('a file that proves nothing is refused before anything is looked at', async () => {
  const file = await proofFile();
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, 'no proof here');
  expect(await commandLine('--against', file)).toMatchObject({
    code: 2,
    text: expect.stringContaining('no proof in it'),
  });
  fs.writeFileSync(file, text);
  const [proof] = readProofs(text);
  if (!proof) throw new Error('no proof');
  const { lines, ...rest } = proof;
  fs.writeFileSync(file, proofText({ lines: lines - 1, ...rest }));
  expect(await commandLine('--against', file)).toMatchObject({
    code: 2,
    text: expect.stringContaining('changed after it was signed'),
  });
});

test('the application can add a proof, and neither change nor remove one', async () => {
  await inTransaction(house.system(orgId), signHourly);
  for (const statement of ['DELETE FROM ledger_proof', 'UPDATE ledger_proof SET lines = 0'])
    await expect(
      inTransaction(house.system(orgId), ({ sql: trx }) => sql.raw(statement).execute(trx)),
    ).rejects.toThrow('permission denied');
});

test('each hour a proof is kept; each day it goes to the administrators, and an older one that could not leave is withdrawn', async () => {
  const admin = await house.person(orgId, ['administrator']);
  const kept = async () => (await house.clone.query('SELECT lines FROM ledger_proof ORDER BY lines')).length;
  await inTransaction(house.system(orgId), signHourly);
  expect(await kept()).toBe(1);
  await inTransaction(house.system(orgId), signHourly);
  expect(await kept(), 'nothing new, nothing signed').toBe(1);
  for (let day = 0; day < 2; day += 1) await inTransaction(house.system(orgId), handOutProof);
  const rows = await house.clone.query<{ person_id: string; state: string; text: string }>(
    `SELECT person_id, state, text FROM message WHERE kind = 'proof' ORDER BY id`,
  );
  expect(rows.map(({ person_id, state }) => [person_id, state])).toEqual([
    [admin, 'withdrawn'],
    [admin, 'queued'],
  ]);
  expect(readProofs(rows[1]?.text ?? '').every(isIntact)).toBe(true);
});
