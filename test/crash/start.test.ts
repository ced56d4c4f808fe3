import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freePort, startSonae } from '../processes.ts';

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
    timeout: 60_000,
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
  const sql = new pg.Client(
    `postgres://postgres@localhost/sonae?host=${encodeURIComponent(path.join(running.folder, 'pg'))}&port=5432`,
  );
  await sql.connect();
  await sql.query(`INSERT INTO sonae.migration VALUES (999, 'from-the-future', 'x')`);
  await sql.end();
  await running.stop();
  refuses(start(['--port', port], { SONAE_DATA: running.folder }), /newer than this program/);
});
