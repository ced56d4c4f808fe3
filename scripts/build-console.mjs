// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { die, environment, NODE, ROOT } from './install.mjs';

const DIST = path.join(ROOT, 'apps/console/dist');
const STAMP = path.join(DIST, '.built-from');
/** What the console is made of: itself, and the pure files it shares with the server. */
const SOURCES = [
  'apps/console/src',
  'apps/console/public',
  'apps/console/index.html',
  'apps/console/vite.config.ts',
  'apps/console/vite.service-worker.config.ts',
  'areas',
  'kernel',
  'report/figure',
  'package-lock.json',
];

/** @param {string} at @returns {string[]} */
const filesUnder = (at) => {
  const full = path.join(ROOT, at);
  if (!fs.existsSync(full)) return [];
  if (fs.statSync(full).isFile()) return [at];
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(at, name)));
};

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder))
    hash.update(file).update(fs.readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

/** Builds the console unless what it is made of has not changed since. */
export function buildConsole() {
  const now = fingerprint();
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === now) return;
  process.stdout.write('画面を組み立てています / building the console …\n');
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  for (const config of ['vite.config.ts', 'vite.service-worker.config.ts']) {
    const built = spawnSync(
      NODE,
      [vite, 'build', '--config', `apps/console/${config}`, '--logLevel', 'warn'],
      { cwd: ROOT, stdio: 'inherit', env: environment() },
    );
    if (built.status !== 0) die('the console could not be built (see above)');
  }
  fs.writeFileSync(STAMP, now);
}
