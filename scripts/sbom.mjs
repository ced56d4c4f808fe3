// @ts-check
// What Sonae is made of, as CycloneDX: to standard output, or to the file of --out. Needs no network.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { refused } from './licences.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const out = process.argv.find((word) => word.startsWith('--out='))?.slice('--out='.length);
/** @param {string} name */
const readJson = (name) => JSON.parse(fs.readFileSync(path.join(ROOT, name), 'utf8'));
/** @param {string} why @returns {never} */
const fail = (why) => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

const lock = readJson('package-lock.json');
const bad = refused(lock);
if (bad.length > 0) fail(`not under a licence of scripts/licences.mjs:\n  ${bad.join('\n  ')}`);

const ran = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (ran.status !== 0) fail(ran.stderr || 'npm sbom could not be run: npm 10 or newer is needed');
const bill = JSON.parse(ran.stdout);
// npm names it after the folder it happens to lie in.
bill.metadata.component.name = readJson('package.json').name;

const wanted = new Set(
  Object.entries(lock.packages)
    .filter(([folder, { link }]) => folder !== '' && !link)
    .map(([folder, { version }]) => `${folder.replace(/^.*node_modules\//, '')}@${version}`),
);
const listed = new Set(
  bill.components.map((/** @type {{ name: string, version: string }} */ c) => `${c.name}@${c.version}`),
);
const missing = [...wanted].filter((each) => !listed.has(each));
if (missing.length > 0) fail(`the bill leaves out ${missing.join(', ')}`);
const unsigned = bill.components.filter(
  (/** @type {{ hashes?: unknown[] }} */ { hashes }) => !hashes?.length,
);
if (unsigned.length > 0)
  fail(`without a checksum: ${unsigned.map((/** @type {{ name: string }} */ { name }) => name).join(', ')}`);

const text = `${JSON.stringify(bill, null, 2)}\n`;
if (out) {
  fs.writeFileSync(path.resolve(out), text);
  process.stderr.write(
    `${listed.size} components, every one with a checksum and an allowed licence: ${out}\n`,
  );
} else process.stdout.write(text);
