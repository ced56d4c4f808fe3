import fs from 'node:fs';
import path from 'node:path';
import type { Finder } from '../finding/finder.ts';
import { joined, nothingUnread, type Reading } from '../reading/passage.ts';
import { readBytes } from '../reading/read-bytes.ts';
import { type Leak, scanReading } from './scan.ts';

/** Every file under a path, and folders themselves, for they have names too. */
function filesUnder(at: string): string[] {
  if (!fs.statSync(at).isDirectory()) return [at];
  return fs
    .readdirSync(at)
    .sort()
    .flatMap((name) => filesUnder(path.join(at, name)));
}

/** A file, with the folders it lies in below what was asked for. */
function readFile(file: string, asked: string): Reading {
  const below = path.relative(path.dirname(asked), path.dirname(file));
  const folders =
    below === '' ? [] : below.split(path.sep).filter((name) => name !== '' && name !== '.' && name !== '..');
  const named = folders.map((text) => ({ text, place: 'file name', flow: `folder ${text}` }));
  try {
    return joined([nothingUnread(named), readBytes(fs.readFileSync(file), path.basename(file))]);
  } catch (error) {
    return { passages: named, unread: [(error as Error).message] };
  }
}

export interface Scanned {
  readonly leaks: readonly Leak[];
  readonly files: number;
  /** What could not be read: that is not clean. */
  readonly unread: readonly string[];
}

/** Scans files and folders, one after the other, as they were finished. */
export function scanPaths(paths: readonly string[], finder: Finder): Scanned {
  const leaks: Leak[] = [];
  const unread: string[] = [];
  let files = 0;
  for (const asked of paths)
    for (const file of filesUnder(asked)) {
      const reading = readFile(file, asked);
      leaks.push(...scanReading(reading, file, finder));
      unread.push(...reading.unread.map((each) => `${file}: ${each}`));
      files += 1;
    }
  return { leaks, files, unread };
}
