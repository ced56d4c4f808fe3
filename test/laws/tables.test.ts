import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-tree.ts';

/** Stand apart: claimed across organisations, or known before any; each says so in its migration. */
const APART = ['timer', 'hearing'];

const sql = fs
  .readdirSync(path.join(ROOT, 'database/migrations'))
  .map((file) => fs.readFileSync(path.join(ROOT, 'database/migrations', file), 'utf8'))
  .join('\n');

const tables = [...sql.matchAll(/^CREATE TABLE (\w+) \(([\s\S]*?)^\)/gm)].map(([, name = '', body = '']) => ({
  name,
  body,
}));

test('law 8: every table of ours has org_id first in its primary key', () => {
  const found = tables
    .filter(({ name }) => !APART.includes(name))
    .filter(({ body }) => !/PRIMARY KEY \(org_id\b/.test(body) && !/org_id\s+uuid PRIMARY KEY/.test(body))
    .map(({ name }) => name);
  expect(tables.length).toBeGreaterThan(15);
  expect(found).toEqual([]);
});

test('law 8: every table of ours is under row-level security with a policy', () => {
  const looped = [...sql.matchAll(/FOREACH t IN ARRAY ARRAY\[([^\]]+)\]/g)].flatMap(([, listed = '']) =>
    [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name),
  );
  const secured = (name: string): boolean =>
    looped.includes(name) ||
    (sql.includes(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`) &&
      new RegExp(`CREATE POLICY \\w+ ON ${name}\\b`).test(sql));
  expect(tables.map(({ name }) => name).filter((name) => !APART.includes(name) && !secured(name))).toEqual(
    [],
  );
});

test('law 8: what stands apart says so', () => {
  for (const name of APART) expect(sql).toMatch(new RegExp(`stand apart[\\s\\S]{0,400}CREATE TABLE ${name}`));
  expect(sql).toContain('They stand apart');
});
