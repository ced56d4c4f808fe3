import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Disk, writeThrough } from './write-through.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-disk-'));
  file = path.join(folder, 'secret');
});

/** The real disk, telling what was asked of it and failing where it is told to. */
function watched(fail: Partial<Record<keyof Disk, string>> = {}): { disk: Disk; asked: string[] } {
  const asked: string[] = [];
  const names = new Map<number, string>();
  const say = (act: keyof Disk, what: string) => {
    asked.push(`${act} ${what.replace(/\.\d+\.partial$/, ' partial')}`);
    if (fail[act]) throw Object.assign(new Error(act), { code: fail[act] });
  };
  const named = (handle: number) => names.get(handle) ?? 'nothing';
  const short = (at: unknown) => path.relative(folder, String(at)) || 'folder';
  const disk = {
    openSync: (at: string, flags: string, mode?: number) => {
      say('openSync', short(at));
      const handle = fs.openSync(at, flags, mode);
      names.set(handle, short(at));
      return handle;
    },
    // A disk may take less than it is given.
    writeSync: (handle: number, bytes: Uint8Array, at: number) => {
      say('writeSync', named(handle));
      return fs.writeSync(handle, bytes, at, Math.min(20, bytes.length - at));
    },
    fchmodSync: fs.fchmodSync,
    fsyncSync: (handle: number) => {
      say('fsyncSync', named(handle));
      fs.fsyncSync(handle);
    },
    closeSync: fs.closeSync,
    renameSync: (from: string, to: string) => {
      say('renameSync', short(to));
      fs.renameSync(from, to);
    },
    linkSync: (from: string, to: string) => {
      say('linkSync', short(to));
      fs.linkSync(from, to);
    },
    rmSync: fs.rmSync,
  } as unknown as Disk;
  return { disk, asked };
}

const bytes = Buffer.alloc(32, 7);

test('the bytes are on the disk before they have their name, and the name before anybody relies on it', () => {
  const { disk, asked } = watched();
  writeThrough(file, bytes, { disk });
  expect(asked).toEqual([
    'openSync secret partial',
    'writeSync secret partial',
    'writeSync secret partial',
    'fsyncSync secret partial',
    'renameSync secret',
    'openSync folder',
    'fsyncSync folder',
  ]);
  expect(fs.readFileSync(file)).toEqual(bytes);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder)).toEqual(['secret']);
});

test('what is there already is replaced whole, or kept where only a new one is wanted', () => {
  fs.writeFileSync(file, 'old');
  expect(() => writeThrough(file, bytes, { onlyNew: true })).toThrow(
    expect.objectContaining({ code: 'EEXIST' }),
  );
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
  writeThrough(file, bytes);
  expect(fs.readFileSync(file)).toEqual(bytes);
  expect(fs.readdirSync(folder)).toEqual(['secret']);
});

test('a file system without second names is written all the same', () => {
  const { disk, asked } = watched({ linkSync: 'ENOTSUP' });
  writeThrough(file, bytes, { onlyNew: true, disk });
  expect(asked.slice(-4)).toEqual([
    'linkSync secret',
    'renameSync secret',
    'openSync folder',
    'fsyncSync folder',
  ]);
  expect(fs.readFileSync(file)).toEqual(bytes);
});

test.each(['writeSync', 'fsyncSync', 'renameSync'] as const)('when %s fails, nothing has changed', (act) => {
  fs.writeFileSync(file, 'old');
  const { disk } = watched({ [act]: 'EIO' });
  expect(() => writeThrough(file, bytes, { disk })).toThrow(expect.objectContaining({ code: 'EIO' }));
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
  expect(fs.readdirSync(folder)).toEqual(['secret']);
});
