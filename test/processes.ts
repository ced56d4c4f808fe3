import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** What is not there by then hangs; a busy machine is merely slow. */
const HANGS_SECONDS = 300;
const ROOT = path.resolve(import.meta.dirname, '..');

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Running {
  readonly baseUrl: string;
  readonly child: ChildProcess;
  readonly folder: string;
  readonly readySeconds: number;
  readonly output: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export async function until(look: () => Promise<boolean>, seconds: number): Promise<void> {
  const end = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9));
  while (process.hrtime.bigint() < end) {
    if (await look().catch(() => false)) return;
    await pause(20);
  }
  throw new Error(`not so within ${seconds} s`);
}

/** The end of what an embedded database wrote; nothing where there is none. */
function databaseLog(folder: string): string {
  const log = path.join(folder, 'pg.log');
  return fs.existsSync(log) ? `\n${fs.readFileSync(log, 'utf8').slice(-4_000)}` : '';
}

async function launched(
  command: string,
  words: string[],
  env: NodeJS.ProcessEnv,
  baseUrl: string,
  ready: string,
  folder: string,
): Promise<Running> {
  const started = process.hrtime.bigint();
  const child = spawn(command, words, { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const failed = (cause: unknown): never => {
    throw new Error(`${command} did not start: ${output}${databaseLog(folder)}`, { cause });
  };
  // Who has ended never gets ready: what it said is told at once, and what its database said.
  await until(async () => hasEnded() || (await fetch(`${baseUrl}${ready}`)).ok, HANGS_SECONDS).catch(failed);
  if (hasEnded()) failed(child.exitCode ?? child.signalCode);
  const readySeconds = Number(process.hrtime.bigint() - started) / 1e9;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (hasEnded()) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return { baseUrl, child, folder, readySeconds, output: () => output, stop };
}

/** A whole Sonae in a folder of its own (or a given one), as a user starts it. */
export async function startSonae(
  options: { folder?: string; port?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Running> {
  const folder = options.folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-bench-'));
  fs.chmodSync(folder, 0o711);
  const port = options.port ?? (await freePort());
  const env = { ...process.env, SONAE_DATA: folder, SONAE_LOG: 'error', ...options.env };
  return launched(
    process.execPath,
    [path.join(ROOT, 'apps/cli/main.ts'), 'start', '--empty', '--port', String(port)],
    env,
    `http://127.0.0.1:${port}`,
    '/readyz',
    folder,
  );
}

/** Debian's Alertmanager, alone and with its data in a folder of its own. */
export async function startAlertmanager(configuration: string): Promise<Running> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'alertmanager-bench-'));
  const file = path.join(folder, 'alertmanager.yml');
  fs.writeFileSync(file, configuration);
  const port = await freePort();
  const words = [
    `--config.file=${file}`,
    `--storage.path=${folder}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
    '--log.level=error',
  ];
  return launched(
    '/usr/bin/prometheus-alertmanager',
    words,
    process.env,
    `http://127.0.0.1:${port}`,
    '/-/ready',
    folder,
  );
}

/** Resident memory of a process, in MB. */
export function memoryOf(pid: number | undefined): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** The highest it has been. */
export function peakMemoryOf(pid: number | undefined): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Of the embedded database's owner, kept beside its files. */
const passwordOf = (folder: string): string => fs.readFileSync(path.join(folder, 'pg.password'), 'utf8');

/** The address of its owner, for a folder whose path leaves room for a socket. */
export const ownerUrlOf = (folder: string, database = 'sonae'): string =>
  `postgres://postgres:${passwordOf(folder)}@localhost/${database}?host=${encodeURIComponent(path.join(folder, 'pg'))}&port=5432`;

/** The embedded database of a running Sonae, as its owner; not connected yet. */
export function databaseOf({ folder }: Running): pg.Client {
  const found = (fs.readdirSync(folder, { recursive: true }) as string[]).find((file) =>
    /\.s\.PGSQL\.\d+$/.test(file),
  );
  if (!found) throw new Error('no socket of the database');
  const socket = path.join(folder, found);
  return new pg.Client({
    host: path.dirname(socket),
    port: Number(socket.split('.').at(-1)),
    user: 'postgres',
    password: passwordOf(folder),
    database: 'sonae',
    options: '-c search_path=sonae',
  });
}
