// @ts-check
// Plain JavaScript on purpose: this runs on whatever Node the machine has, before ours is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const BIN = path.join(ROOT, 'node_modules', '.bin');
export const NODE = path.join(BIN, 'node');
const STAMP = path.join(ROOT, 'node_modules', '.sonae-install');

/** The environment in which the tools of this project, and its own Node, come first. */
export const environment = () => ({ ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH}` });

/** @param {string} message */
export function die(message) {
  process.stderr.write(`sonae: ${message}\n`);
  process.exit(2);
}

/** @param {boolean} withTools */
const wanted = (withTools) =>
  `${createHash('sha256')
    .update(fs.readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex')} ${withTools ? 'all' : 'run'}`;

const nodeWorks = () =>
  spawnSync(NODE, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.startsWith('26.') === true;

/**
 * Installs what the lock file says, once; a second call costs a few milliseconds.
 * @param {{ withTools: boolean }} options withTools: what tests and development need too
 */
export function install({ withTools: asked }) {
  const done = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, 'utf8') : '';
  // Who works on it has the tools already: starting must not take them away.
  const withTools =
    asked || done.endsWith(' all') || fs.existsSync(path.join(ROOT, 'node_modules', 'vitest'));
  const ready = done === wanted(withTools) || (!withTools && done === wanted(true));
  if (ready && fs.existsSync(NODE)) return;
  process.stdout.write(
    '必要なものを入れています（初回のみ、1〜2分）/ installing what is needed (first time only, 1–2 min) …\n',
  );
  const npm = spawnSync(
    'npm',
    [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(withTools ? [] : ['--omit=dev']),
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, SCARF_ANALYTICS: 'false' },
    },
  );
  if (npm.status !== 0)
    die(
      'installing failed (see above): check the network to the npm registry and the free disk space, then run the same command again',
    );
  if (!nodeWorks()) {
    // Some npm settings skip install scripts; the one that brings Node is needed.
    spawnSync(process.execPath, ['installArchSpecificPackage'], {
      cwd: path.join(ROOT, 'node_modules', 'node'),
      stdio: 'inherit',
    });
  }
  if (!nodeWorks())
    die('Node 26 could not be installed: run "npm install-scripts approve node" and the same command again');
  fs.writeFileSync(STAMP, wanted(withTools));
}
