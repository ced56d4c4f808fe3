import fs from 'node:fs';
import { StartupError } from './startup-error.ts';

/** Bits of a folder's mode that let others change what is in it; and those that let them in at all. */
const OTHERS_WRITE = 0o022;
const OTHERS_ENTER = 0o077;

interface Wanted {
  /** Whose it has to be; ours unless told. */
  readonly owners?: readonly number[];
  /** Others may pass through, as the database's own user has to when we are root. */
  readonly passable?: boolean;
  /** What whoever starts it can do instead. */
  readonly otherwise: string;
}

const ourselves = (): number => process.getuid?.() ?? 0;

/**
 * Holds a folder that is there against what we need: a real folder, of the right owner, that nobody else can change.
 * One that somebody else made beforehand would hand them what is put into it.
 * @throws StartupError naming owner and mode, and what to do
 */
export function refuseForeignFolder(
  folder: string,
  { owners = [ourselves()], passable = false, otherwise }: Wanted,
): void {
  const found = fs.lstatSync(folder);
  const mode = found.mode & 0o777;
  if (
    found.isDirectory() &&
    owners.includes(found.uid) &&
    (mode & (passable ? OTHERS_WRITE : OTHERS_ENTER)) === 0
  )
    return;
  throw new StartupError(
    `${folder} could be changed by others (${found.isDirectory() ? 'folder' : 'no folder'} of user ${found.uid}, mode ${mode.toString(8).padStart(4, '0')}): ${otherwise}`,
  );
}

/** Makes a folder only we can use, or takes one that is just so; never one that somebody else made. */
export function ownFolder(folder: string, wanted: Wanted): void {
  try {
    fs.mkdirSync(folder, { mode: wanted.passable ? 0o711 : 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  refuseForeignFolder(folder, wanted);
}
