import fs from 'node:fs';
import path from 'node:path';

/** What of the file system is used: a test can look whether everything was handed to the disk, and in which order. */
export type Disk = Pick<
  typeof fs,
  'openSync' | 'writeSync' | 'fchmodSync' | 'fsyncSync' | 'closeSync' | 'renameSync' | 'linkSync' | 'rmSync'
>;

interface How {
  /** Refuses where something stands already. */
  readonly onlyNew?: boolean;
  readonly disk?: Disk;
}

/** Where the file system knows no second names. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** @returns false where it has to be renamed instead */
function named(disk: Disk, partial: string, file: string): boolean {
  try {
    disk.linkSync(partial, file);
    return true;
  } catch (error) {
    if (NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Writes a small file so that a power cut leaves it whole or not there: its bytes are on the disk before it has its name,
 * and its name is there before anybody relies on it. Only its owner may read it.
 * @throws EEXIST where `onlyNew` and something stands there
 */
export function writeThrough(
  file: string,
  content: Uint8Array,
  { onlyNew = false, disk = fs }: How = {},
): void {
  const partial = `${file}.${process.pid}.partial`;
  const folder = path.dirname(file);
  try {
    const handle = disk.openSync(partial, 'w', 0o600);
    try {
      disk.fchmodSync(handle, 0o600);
      for (let at = 0; at < content.length; ) at += disk.writeSync(handle, content, at);
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
    // A rename takes the place of what is there; a second name does not.
    if (!(onlyNew && named(disk, partial, file))) disk.renameSync(partial, file);
  } finally {
    disk.rmSync(partial, { force: true });
  }
  flushFolder(folder, disk);
}

/** The names in a folder are on the disk when this returns. */
export function flushFolder(
  folder: string,
  disk: Pick<Disk, 'openSync' | 'fsyncSync' | 'closeSync'> = fs,
): void {
  const handle = disk.openSync(folder, 'r');
  try {
    disk.fsyncSync(handle);
  } finally {
    disk.closeSync(handle);
  }
}

/** Makes a folder and those above it that are missing; all of them are on the disk by their names when this returns. */
export function makeFolders(folder: string, mode: number): void {
  const first = fs.mkdirSync(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let made = path.resolve(folder); ; made = path.dirname(made)) {
    try {
      flushFolder(path.dirname(made));
    } catch (error) {
      // Whoever may write in a folder and not read it cannot hand it to the disk either.
      if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    }
    if (made === path.resolve(first)) return;
  }
}
