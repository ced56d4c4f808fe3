import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { refuseForeignFolder } from '../../database/own-folder.ts';
import { StartupError } from '../../database/startup-error.ts';
import { makeFolders, writeThrough } from '../../database/write-through.ts';

/** A fresh database takes 40 MB and grows; starting with less than this would end in the middle of something. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024;
const SECRET_BYTES = 32;
/** Settings are sealed with it and links derived from it: a backup without it is half a backup. */
export const SECRET_FILE = 'secret';

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Pid and the moment the process started: a pid alone may have been given to another program since. */
function identityOf(pid: number): string {
  try {
    // Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so count from its closing bracket.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return `${pid}`;
  }
}

const ROOT = 0;

/**
 * Makes the folder; says so in one line when it cannot be used, is not ours alone or the disk is full. Root's can be passed
 * through, for the database's own user.
 */
export function prepareFolder(folder: string): void {
  const us = process.getuid?.() ?? ROOT;
  try {
    makeFolders(folder, us === ROOT ? 0o711 : 0o700);
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new StartupError(
      `the data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): give it to this user, or set SONAE_DATA to another folder`,
    );
  }
  refuseForeignFolder(fs.realpathSync(folder), {
    owners: [us, ROOT],
    passable: true,
    otherwise:
      'give it to the user that starts Sonae, run "chmod go-w" on it, or set SONAE_DATA to another folder',
  });
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = Number(bavail) * Number(bsize);
  if (free >= LEAST_FREE_BYTES) return;
  throw new StartupError(
    `the disk with ${folder} is full (${Math.floor(free / 1_048_576)} MB free, ${LEAST_FREE_BYTES / 1_048_576} MB needed): free some space, or set SONAE_DATA to a folder on another disk`,
  );
}

/**
 * Takes the folder for this process.
 * @returns a function that gives it back
 * @throws StartupError while another living Sonae holds it
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, 'sonae.lock');
  const me = identityOf(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      fs.writeFileSync(file, me, { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = fs.readFileSync(file, 'utf8');
    const pid = Number(holder.split(' ')[0]);
    if (processLives(pid) && identityOf(pid) === holder) {
      throw new StartupError(
        `the data folder ${folder} is in use by another Sonae (process ${pid}): stop that one, or set SONAE_DATA to another folder`,
      );
    }
    // Its holder was killed: the folder is free.
    fs.rmSync(file, { force: true });
  }
  throw new StartupError(`the data folder ${folder} is being taken by another Sonae: try again`);
}

/** The same, undefined while another living Sonae holds it. */
export function tryLockFolder(folder: string): (() => void) | undefined {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof StartupError) return undefined;
    throw error;
  }
}

/** The installation's own secret: from the environment (several machines share it) or a file only we can read. */
export function instanceSecret(folder: string, env: NodeJS.ProcessEnv): Uint8Array {
  const given = env['SONAE_SECRET'];
  if (given !== undefined) {
    if (given.length >= SECRET_BYTES) return Buffer.from(given, 'utf8');
    throw new StartupError(
      'SONAE_SECRET is too short: give at least 32 characters, such as the output of "openssl rand -hex 32"',
    );
  }
  const file = path.join(folder, SECRET_FILE);
  const kept = keptSecret(file);
  if (kept) return kept;
  const secret = randomBytes(SECRET_BYTES);
  try {
    writeThrough(file, secret, { onlyNew: true });
  } catch (error) {
    // Another process that starts on this folder was first, and its secret is everybody's.
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' && keptSecret(file);
    if (theirs) return theirs;
    throw error;
  }
  return secret;
}

/**
 * The secret in a file, undefined where there is none.
 * @throws StartupError when it is no secret of ours: with it, links could be forged and sealed settings not be opened
 */
export function keptSecret(file: string): Uint8Array | undefined {
  let secret: Uint8Array;
  try {
    secret = fs.readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartupError(`the secret ${file} cannot be read (${code}): give the file to this user`);
  }
  if (secret.length >= SECRET_BYTES) return secret;
  throw new StartupError(
    `the secret ${file} is ${secret.length === 0 ? 'empty' : `cut off (${secret.length} of ${SECRET_BYTES} bytes)`}: copy the file ${SECRET_FILE} of your newest backup over it, or set SONAE_DATA to a fresh folder and run "sonae restore <backup>"`,
  );
}
