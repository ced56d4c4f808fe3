import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freePort, ownerUrlOf, startSonae } from '../processes.ts';

const SONAE = path.resolve(import.meta.dirname, '../../bin/sonae');
const freshFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-start-'));
  fs.chmodSync(folder, 0o711);
  return folder;
};

function start(words: readonly string[], env: NodeJS.ProcessEnv, prefix: readonly string[] = []) {
  const [command = '', ...rest] = [...prefix, SONAE, 'start', ...words];
  const ran = spawnSync(command, rest, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 300_000,
  });
  return { code: ran.status, said: ran.stderr.trim() };
}

/** One line that names the mend, exit code 2. */
function refuses(ran: ReturnType<typeof start>, words: RegExp): void {
  expect(ran).toEqual({ code: 2, said: expect.stringMatching(words) });
  expect(ran.said.split('\n')).toHaveLength(1);
}

test('a taken port', async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = path.join(freshFolder(), 'data');
  refuses(start(['--port', String(port)], { SONAE_DATA: folder }), /port \d+ .* is taken .*--port/);
  expect(fs.existsSync(folder)).toBe(false);
  server.close();
});

test('a wrong flag and a wrong DATABASE_URL; its password is not shown', () => {
  const folder = path.join(freshFolder(), 'data');
  refuses(start(['--port', 'abc'], { SONAE_DATA: folder }), /--port abc: give a number/);
  const wrong = { SONAE_DATA: folder, DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/x' };
  const ran = start(['--port', '0'], wrong);
  refuses(ran, /DATABASE_URL: .*check host and port/);
  expect(ran.said).not.toContain('hunter2');
  refuses(
    start(['--port', '0'], { SONAE_DATA: folder, DATABASE_URL: 'mysql://x' }),
    /must begin with postgres/,
  );
});

test.each([
  ['empty', 0, /secret is empty: copy the file secret of your newest backup .*sonae restore/],
  ['cut off', 31, /secret is cut off \(31 of 32 bytes\): copy .*sonae restore/],
])('a secret that is %s, for the server and for commands; nothing is made', (_, bytes, words) => {
  const folder = freshFolder();
  fs.writeFileSync(path.join(folder, 'secret'), 'x'.repeat(bytes));
  refuses(start(['--port', '0'], { SONAE_DATA: folder }), words);
  const add = ['user', 'add', 'a@example.jp', '--name', 'A'];
  const added = spawnSync(SONAE, add, { encoding: 'utf8', env: { ...process.env, SONAE_DATA: folder } });
  expect([added.status, added.stderr]).toEqual([2, expect.stringMatching(words)]);
  expect(fs.readdirSync(folder)).toEqual(['secret']);
  expect(fs.readFileSync(path.join(folder, 'secret'))).toHaveLength(bytes);
});

test('a SONAE_SECRET that is too short, and a backup whose secret is; nothing is made', () => {
  const folder = freshFolder();
  refuses(start(['--port', '0'], { SONAE_DATA: folder, SONAE_SECRET: 'short' }), /SONAE_SECRET is too short/);
  const backup = freshFolder();
  fs.writeFileSync(path.join(backup, 'secret'), '');
  const env = { ...process.env, SONAE_DATA: folder };
  const restored = spawnSync(SONAE, ['restore', backup], { encoding: 'utf8', env });
  expect([restored.status, restored.stderr]).toEqual([2, expect.stringMatching(/secret is empty/)]);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('an emptied secret comes back from a backup', async () => {
  const running = await startSonae();
  const kept = fs.readFileSync(path.join(running.folder, 'secret'));
  expect(kept).toHaveLength(32);
  expect(fs.statSync(path.join(running.folder, 'secret')).mode & 0o777).toBe(0o600);
  const backup = path.join(freshFolder(), 'backup');
  const env = { ...process.env, SONAE_DATA: running.folder };
  expect(spawnSync(SONAE, ['backup', backup], { env }).status).toBe(0);
  await running.stop();
  fs.writeFileSync(path.join(running.folder, 'secret'), '');
  refuses(start(['--port', '0'], { SONAE_DATA: running.folder }), /secret is empty/);
  fs.copyFileSync(path.join(backup, 'secret'), path.join(running.folder, 'secret'));
  const again = await startSonae({ folder: running.folder });
  await again.stop();
  const fresh = freshFolder();
  const restored = spawnSync(SONAE, ['restore', backup], { env: { ...process.env, SONAE_DATA: fresh } });
  expect(restored.status).toBe(0);
  expect(fs.readFileSync(path.join(fresh, 'secret'))).toEqual(kept);
  expect(fs.readdirSync(fresh).filter((name) => name.includes('partial'))).toEqual([]);
});

type Spoilt = readonly [string, (folder: string) => void, RegExp];
const SPOILT: readonly Spoilt[] = [
  ['anybody may change', (folder) => fs.chmodSync(folder, 0o777), /mode 0777.*chmod go-w/],
  ['is somebody else’s', (folder) => fs.chownSync(folder, 1, 1), /user 1,.*SONAE_DATA/],
];
/** Only root can give a folder away. */
const possible = process.getuid?.() === 0 ? SPOILT : SPOILT.slice(0, 1);

test.each(possible)('a data folder that %s; nothing is made in it', (_, spoil, words) => {
  const folder = freshFolder();
  spoil(folder);
  refuses(start(['--port', '0'], { SONAE_DATA: folder }), words);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a full disk', () => {
  const mount = freshFolder();
  const inside = [
    'unshare',
    '-Urm',
    'sh',
    '-c',
    `mount -t tmpfs -o size=30m none ${mount} && exec "$@"`,
    'sh',
  ];
  refuses(
    start(['--port', '0'], { SONAE_DATA: path.join(mount, 'data') }, inside),
    /disk .* is full .* free some space/,
  );
});

test('a data folder in use, and a database newer than the program', async () => {
  const running = await startSonae();
  const port = String(await freePort());
  refuses(start(['--port', port], { SONAE_DATA: running.folder }), /in use by another Sonae \(process \d+\)/);
  const sql = new pg.Client(ownerUrlOf(running.folder));
  await sql.connect();
  await sql.query(`INSERT INTO sonae.migration VALUES (999, 'from-the-future', 'x')`);
  await sql.end();
  await running.stop();
  refuses(start(['--port', port], { SONAE_DATA: running.folder }), /newer than this program/);
});
