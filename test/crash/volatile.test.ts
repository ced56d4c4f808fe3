import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { addAlertSource, call, registerOperator, sameOperator, sonae } from '../operator.ts';
import { freePort, type Running, startSonae, until } from '../processes.ts';
import { rounds } from '../rounds.ts';
import { VolatileDisk } from './volatile-disk.ts';

const ROUNDS = rounds(5);
/** Folders that are not there yet. */
const DATA = ['srv', 'sonae'];
const HANGS_SECONDS = 300;
const SONAE = path.resolve(import.meta.dirname, '../../apps/cli/main.ts');

let ground = '';
let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  fs.rmSync(ground, { recursive: true, force: true });
});

/** A Sonae whose data lies on the disk. */
async function startOn(disk: VolatileDisk): Promise<Running> {
  const port = await freePort();
  const folder = path.join(disk.folder, ...DATA);
  const child = disk.start(process.execPath, [SONAE, 'start', '--empty', '--port', String(port)], {
    SONAE_DATA: folder,
    SONAE_LOG: 'error',
  });
  let output = '';
  for (const told of [child.stdout, child.stderr]) told?.on('data', (chunk) => (output += chunk));
  const baseUrl = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${baseUrl}/readyz`)).ok, HANGS_SECONDS).catch((error: unknown) => {
    throw new Error(`it did not start: ${output}`, { cause: error });
  });
  return { baseUrl, child, folder, readySeconds: 0, output: () => output, stop: () => disk.cut() };
}

async function sendUntil(server: Running, key: string, stopped: () => boolean): Promise<Set<string>> {
  const acked = new Set<string>();
  for (let n = 0; !stopped(); n += 1) {
    const name = `a${n}`;
    const answer = await fetch(`${server.baseUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ labels: { alertname: name } }]),
    }).catch(() => undefined);
    if (answer?.ok) acked.add(name);
  }
  return acked;
}

async function namesIn(server: Running): Promise<Set<string>> {
  const names = new Set<string>();
  for (let after: unknown; after !== null; ) {
    const query = `limit=500${typeof after === 'string' ? `&after=${encodeURIComponent(after)}` : ''}`;
    const page = await call(server, `GET /api/detect/signals?${query}`);
    for (const { title } of page['signals'] as { title: string }[]) names.add(title);
    after = page['next'];
  }
  return names;
}

const missing = (acked: ReadonlySet<string>, there: ReadonlySet<string>): string[] =>
  [...acked].filter((name) => !there.has(name));

test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
  'the power fails on a disk with a cache, round %i: what was acknowledged, the secret and the backup are there',
  async (round) => {
    ground = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-volatile-'));
    fs.chmodSync(ground, 0o711);
    const disk = new VolatileDisk(ground);
    const server = await startOn(disk);
    running = server;
    registerOperator(server);
    const key = await addAlertSource(server);
    let stopped = false;
    const sending = sendUntil(server, key, () => stopped);
    await pause(300 + 250 * round);
    // A backup onto the same disk, into a folder whose parents are new too; the power fails as soon as it is reported.
    const backup = path.join('kept', `of-${round}`, 'backup');
    const before = await namesIn(server);
    const made = disk.start(process.execPath, [SONAE, 'backup', path.join(disk.folder, backup)], {
      SONAE_DATA: server.folder,
    });
    expect(await new Promise((resolve) => made.once('exit', resolve))).toBe(0);
    stopped = true;
    await disk.cut();
    const acked = await sending;
    expect(acked.size).toBeGreaterThan(10);
    expect(disk.flushes).toBeGreaterThan(100);
    const back = path.join(ground, 'back');
    disk.cameBack(back);
    running = undefined;

    const again = await startSonae({ folder: path.join(back, ...DATA) });
    running = again;
    sameOperator(again, server);
    expect(missing(acked, await namesIn(again))).toEqual([]);
    expect(sonae(again, 'ledger', 'verify')).toMatchObject({
      organisations: [{ firstBreak: 'none', proofBreak: 'none' }],
    });
    await again.stop();

    const restored = path.join(ground, 'restored');
    fs.mkdirSync(restored, { mode: 0o711 });
    sonae({ ...again, folder: restored }, 'restore', path.join(back, backup));
    const copy = await startSonae({ folder: restored });
    running = copy;
    sameOperator(copy, server);
    expect(missing(before, await namesIn(copy))).toEqual([]);
  },
);
