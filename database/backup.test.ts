import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Clone, cloneDatabase } from '../test/database.ts';
import { TestHouse } from '../test/house.ts';
import { backUp, readBackup, restore } from './backup.ts';
import { migrate } from './migrate.ts';

let house: TestHouse;
let folder: string;
let empty: Clone;
beforeEach(async () => {
  house = await TestHouse.open();
  const orgId = await house.organisation();
  for (const name of ['one', 'two', 'three']) await house.person(orgId, ['responder'], `${name}@example.jp`);
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-backup-')), 'backup');
  await backUp(house.clone.url, folder, house.clock.now(), [{ name: 'secret', content: Buffer.from('s') }]);
  empty = await cloneDatabase();
});
afterEach(async () => {
  await empty.drop();
  await house.close();
});

const people = () => path.join(folder, 'sonae.person.tsv');
const edit = (file: string, change: (text: string) => string) =>
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
const restored = () => empty.query<{ n: number }>('SELECT count(*)::int AS n FROM organisation');

describe('a damaged backup is refused before anything is changed, with the table named', () => {
  test.each([
    [
      'cut at the end of a line',
      () => edit(people(), (text) => `${text.split('\n').slice(0, 2).join('\n')}\n`),
    ],
    ['one character changed', () => edit(people(), (text) => text.replace('one@', 'eno@'))],
    ['emptied', () => fs.writeFileSync(people(), '')],
    ['gone', () => fs.rmSync(people())],
  ])('%s', async (_how, damage) => {
    damage();
    await expect(restore(empty.url, folder, house.clock.now())).rejects.toThrow(
      /damaged: the table sonae\.person/,
    );
    expect(await restored()).toEqual([{ n: 0 }]);
  });

  test.each([
    ['changed', () => fs.writeFileSync(path.join(folder, 'secret'), 't')],
    ['gone', () => fs.rmSync(path.join(folder, 'secret'))],
  ])('the secret beside it %s', async (_how, damage) => {
    damage();
    await expect(readBackup(folder)).rejects.toThrow(/damaged: the file secret/);
  });

  test.each(['', '{', '[]', 'null', '{"format":2}'])('an index that holds %j', async (text) => {
    fs.writeFileSync(path.join(folder, 'backup.json'), text);
    await expect(readBackup(folder)).rejects.toThrow(/damaged: backup\.json cannot be read/);
  });

  test('one of the first format, which had no checksums, is counted', async () => {
    const index = path.join(folder, 'backup.json');
    edit(index, (text) => text.replace(/,\s*"sha256": "\w+"/g, '').replace('"format": 2', '"format": 1'));
    edit(people(), (text) => `${text.split('\n').slice(0, 2).join('\n')}\n`);
    await expect(restore(empty.url, folder, house.clock.now())).rejects.toThrow(
      /sonae\.person holds 2 of \d+ rows/,
    );
    expect(await restored()).toEqual([{ n: 0 }]);
  });
});

test('a whole one holds what belongs to it, and is restored', async () => {
  expect(fs.readFileSync(path.join(folder, 'secret'), 'utf8')).toBe('s');
  expect(fs.existsSync(`${folder}.partial`)).toBe(false);
  await restore(empty.url, folder, house.clock.now());
  expect(await restored()).toEqual([{ n: 1 }]);
  // What can be found is in no backup, and there again.
  expect(fs.existsSync(path.join(folder, 'sonae.findable.tsv'))).toBe(false);
  const findable = 'SELECT kind, id, title_ja FROM findable ORDER BY kind, id';
  const found = await house.clone.query(findable);
  expect(found).not.toEqual([]);
  expect(await empty.query(findable)).toEqual(found);
});

test('one of an older version goes into the structure it was made from', async () => {
  const url = new URL(inject('serverUrl'));
  const admin = new pg.Client({ connectionString: url.toString() });
  await admin.connect();
  const name = `sonae_older_${process.pid}`;
  await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.query(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  try {
    expect((await migrate(url.toString(), { upTo: 3 })).applied).toHaveLength(3);
    await expect(restore(url.toString(), folder, house.clock.now())).rejects.toThrow(
      /with a Sonae that is at least as new/,
    );
    const older = `${folder}-older`;
    const { version } = await backUp(url.toString(), older, house.clock.now());
    expect(version).toBe(3);
    await restore(url.toString(), older, house.clock.now());
    await migrate(url.toString());
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
});
