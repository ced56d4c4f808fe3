// @ts-check
import { spawn } from 'node:child_process';
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
  // A test is no part of it: writing one builds nothing.
  for (const file of SOURCES.flatMap(filesUnder).filter((at) => !/\.test\.tsx?$/.test(at)))
    hash.update(file).update(fs.readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

/**
 * Builds the console unless what it is made of has not changed since.
 * @returns {Promise<void> | undefined} undefined when it is there already
 */
export function buildConsole() {
  const now = fingerprint();
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === now) return;
  process.stdout.write('画面を組み立てています / building the console …\n');
  const built = spawn(NODE, [path.join(ROOT, 'scripts/vite-build.mjs')], {
    cwd: ROOT,
    stdio: 'inherit',
    env: environment(),
  });
  process.on('exit', () => built.kill());
  return new Promise((resolve) => {
    built.on('exit', (code) => {
      if (code !== 0) die('the console could not be built (see above)');
      fs.writeFileSync(STAMP, now);
      resolve();
    });
  });
}
