import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { startEmbedded } from '../../database/embedded.ts';

const made: string[] = [];
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function fresh(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-embedded-'));
  fs.chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}
async function started(folder: string) {
  const server = await startEmbedded(folder, { fsync: 'off' });
  stops.push(() => server.stop());
  return server;
}
async function letIn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return 'let in';
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}
const bare = (url: string): string => {
  const without = new URL(url);
  without.password = '';
  return without.toString();
};
/** Long enough that its socket has to stand elsewhere. */
const farAway = (): string => {
  const folder = path.join(fresh(), 'a-path-that-is-longer-than-a-socket-may-have'.repeat(2));
  fs.mkdirSync(folder, { mode: 0o711 });
  return path.join(folder, 'pg');
};
const socketFolder = (url: string): string => new URL(url).searchParams.get('host') ?? '';
const modeOf = (file: string): number => fs.statSync(file).mode & 0o777;

test('nobody is let in without the password, and only its owner can read it or what the server says', async () => {
  const folder = path.join(fresh(), 'pg');
  const { url } = await started(folder);
  expect(await letIn(url)).toBe('let in');
  expect(await letIn(bare(url))).not.toBe('let in');
  const wrong = new URL(url);
  wrong.password = 'guessed';
  expect(await letIn(wrong.toString())).toBe('28P01');
  expect(modeOf(`${folder}.password`)).toBe(0o600);
  expect(modeOf(`${folder}.log`)).toBe(0o600);
  expect(modeOf(folder)).toBe(0o700);
});

test('a folder of an earlier version, without a password and with a log for all, is upgraded at its first start', async () => {
  const folder = path.join(fresh(), 'pg');
  const { stop } = await startEmbedded(folder, { fsync: 'off' });
  await stop();
  // As 0.1.0 left it: everybody is trusted, and nothing lies beside.
  expect(fs.readFileSync(path.join(folder, 'pg_hba.conf'), 'utf8')).toMatch(/^local\s+all\s+all\s+trust/m);
  for (const beside of ['password', 'hba']) fs.rmSync(`${folder}.${beside}`);
  fs.chmodSync(`${folder}.log`, 0o644);
  const { url } = await started(folder);
  expect(await letIn(url)).toBe('let in');
  expect(await letIn(bare(url))).not.toBe('let in');
  expect(modeOf(`${folder}.log`)).toBe(0o600);
  // A lost password is made anew.
  for (const end of stops.splice(0)) await end();
  fs.rmSync(`${folder}.password`);
  const again = await started(folder);
  expect(await letIn(again.url)).toBe('let in');
  expect(await letIn(url)).toBe('28P01');
});

test('a socket in the shared temporary folder lies in a folder of ours', async () => {
  const { url } = await started(farAway());
  const folder = socketFolder(url);
  expect(folder.startsWith(os.tmpdir())).toBe(true);
  expect(modeOf(folder)).toBe(0o700);
  expect([process.getuid?.(), 0]).toContain(fs.statSync(path.dirname(folder)).uid);
  made.push(path.dirname(folder));
});

type Spoilt = readonly [string, (folder: string) => void, RegExp];
const SPOILT: readonly Spoilt[] = [
  ['everybody’s', (folder) => fs.chmodSync(folder, 0o777), /mode 0777/],
  ['a group’s', (folder) => fs.chmodSync(folder, 0o770), /mode 0770/],
  ['somebody else’s', (folder) => fs.chownSync(folder, 1, 1), /user 1, mode 0700/],
];
/** Only root can give a folder away. */
const possible = process.getuid?.() === 0 ? SPOILT : SPOILT.slice(0, 2);

test.each(possible)(
  'a socket folder that was there beforehand and is %s is refused',
  async (_, spoil, words) => {
    const data = farAway();
    const { url, stop } = await startEmbedded(data, { fsync: 'off' });
    await stop();
    const outer = path.dirname(socketFolder(url));
    made.push(outer);
    fs.rmSync(outer, { recursive: true });
    fs.mkdirSync(outer, { mode: 0o700 });
    spoil(outer);
    await expect(startEmbedded(data)).rejects.toThrow(words);
    // A link to somewhere else is no folder of ours either.
    fs.rmSync(outer, { recursive: true });
    fs.symlinkSync(fresh(), outer);
    await expect(startEmbedded(data)).rejects.toThrow(/could be changed by others \(no folder/);
    fs.rmSync(outer);
  },
);

test('files of PostgreSQL that others could change are not started from', async () => {
  const folder = path.join(fresh(), 'pg');
  fs.mkdirSync(folder);
  fs.chmodSync(folder, 0o777);
  fs.writeFileSync(path.join(folder, 'PG_VERSION'), '18\n');
  await expect(startEmbedded(folder)).rejects.toThrow(/could be changed by others .*SONAE_DATA/);
});
