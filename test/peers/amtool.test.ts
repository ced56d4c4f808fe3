import { execFile } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';

const run = promisify(execFile);
let house: TestHouse;
let base: string;
let folder: string;

beforeAll(async () => {
  house = await TestHouse.open({ role: 'all', clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.assembly.http?.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(house.assembly.http?.server.address() as AddressInfo | undefined)?.port}`;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amtool-'));
  const orgId = await house.organisation();
  const { key } = await addSource(house.system(orgId), { kind: 'alertmanager', name: 'am', settings: {} });
  fs.writeFileSync(path.join(folder, 'http.yml'), `authorization: { credentials: "${key}" }\n`);
  fs.writeFileSync(path.join(folder, 'wrong.yml'), 'authorization: { credentials: "wrong" }\n');
});
afterAll(async () => {
  await house.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** @returns what it printed, and what it said is wrong; undefined where it failed */
async function amtool(words: readonly string[], key = 'http.yml') {
  const flags = [`--alertmanager.url=${base}`, `--http.config.file=${path.join(folder, key)}`];
  try {
    const { stdout } = await run('/usr/bin/amtool', [...flags, '--no-version-check', ...words]);
    return { printed: stdout, wrong: undefined };
  } catch (error) {
    return { printed: '', wrong: (error as { stderr: string }).stderr };
  }
}
const names = async (...words: string[]): Promise<string[]> => {
  const { printed, wrong } = await amtool(['-o', 'json', 'alert', 'query', ...words]);
  expect(wrong).toBeUndefined();
  return (JSON.parse(printed) as { labels: { alertname: string } }[])
    .map(({ labels }) => labels.alertname)
    .toSorted();
};

test('Debian’s amtool sends alerts and finds them again by whatever it can ask for', async () => {
  const add = ['alert', 'add', 'alertname=RelayDown', 'severity=page', '--annotation=summary=リレー断'];
  expect((await amtool(add)).wrong).toBeUndefined();
  const times = ['--start=2026-11-01T00:00:00+09:00', '--end=2100-01-01T00:00:00Z'];
  expect((await amtool(['alert', 'add', 'alertname=DiskFull', 'node=db1', ...times])).wrong).toBeUndefined();

  expect(await names()).toEqual(['DiskFull', 'RelayDown']);
  expect(await names('RelayDown')).toEqual(['RelayDown']);
  expect(await names('alertname=~Relay.*', 'severity=page')).toEqual(['RelayDown']);
  expect(await names('severity!=page')).toEqual(['DiskFull']);
  expect(await names('node!~web[0-9]')).toEqual(['DiskFull', 'RelayDown']);
  expect(await names('--receiver=sonae')).toEqual(['DiskFull', 'RelayDown']);
  for (const none of ['--receiver=nobody', '--silenced', '--inhibited', '--unprocessed'])
    expect(await names(none), none).toEqual([]);

  const { printed } = await amtool(['-o', 'extended', 'alert', 'query', 'DiskFull']);
  expect(printed).toContain('2026-10-31 15:00:00 UTC');
  expect(printed).toContain('2100-01-01 00:00:00 UTC');
  expect((await amtool(['alert', 'query'])).printed).toContain('リレー断');
});

test('it shows what Sonae is: its configuration, which it can check and route by; no silences, no cluster', async () => {
  const { printed } = await amtool(['config', 'show']);
  const file = path.join(folder, 'shown.yml');
  fs.writeFileSync(file, printed);
  expect((await amtool(['check-config', file])).printed).toMatch(/SUCCESS[\s\S]*1 receivers/);
  expect((await amtool(['config', 'routes', 'test', 'severity=page'])).printed.trim()).toBe('sonae');
  expect((await amtool(['config', 'routes', 'show'])).printed).toContain('receiver: sonae');
  expect(JSON.parse((await amtool(['-o', 'json', 'silence', 'query'])).printed)).toEqual([]);
  expect((await amtool(['cluster', 'show'])).printed).toContain('disabled');
});

test('what cannot be done fails there too, in words where it reads any', async () => {
  expect((await amtool(['silence', 'add', 'alertname=x', '--comment=x'])).wrong).toContain(
    'Sonae does not support silences',
  );
  expect((await amtool(['silence', 'expire', '8d8a8c88-6c88-4e11-a1c5-0a63bd0d5c71'])).wrong).toContain(
    '404',
  );
  expect((await amtool(['alert', 'query'], 'wrong.yml')).wrong).toContain('401');
});
