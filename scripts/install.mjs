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
/** Where the package `node` puts the one for this kind of machine. */
const ARCHIVES = path.join(ROOT, 'node_modules', 'node', 'node_modules');
const STAMP = path.join(ROOT, 'node_modules', '.sonae-install');

/** Node keeps here what it compiled of our sources, so that the next start need not. */
const COMPILED = path.join(ROOT, 'node_modules', '.cache', 'node');

/** The environment in which the tools of this project, and its own Node, come first. */
export const environment = () => ({
  NODE_COMPILE_CACHE: COMPILED,
  ...process.env,
  PATH: `${BIN}${path.delimiter}${process.env.PATH}`,
});

/** @param {string} message @returns {never} */
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
  // Who works on it has the tools already: starting must not take them away. (Told by a tool that nothing else brings along.)
  const withTools = asked || done.endsWith(' all') || fs.existsSync(path.join(BIN, 'biome'));
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
      '--prefer-offline',
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
  // For compiling add-ons in C++, which nothing here does; a tenth of all that is installed.
  for (const name of fs.readdirSync(ARCHIVES).filter((each) => /^node-(bin-)?\w+-\w+$/.test(each)))
    fs.rmSync(path.join(ARCHIVES, name, 'include'), { recursive: true, force: true });
  fs.writeFileSync(STAMP, wanted(withTools));
}
