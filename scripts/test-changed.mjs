// @ts-check
// For quick work: the laws, and of the tests that need neither browser nor process those that what has changed can reach.
// `npm run test:changed` looks back to main, `npm run test:changed -- HEAD` at what is not committed yet.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: true });
const known = (/** @type {string} */ name) =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd: ROOT }).status === 0;
const since = process.argv[2] ?? ['main', 'origin/main'].find(known) ?? 'HEAD';

/** @param {string[]} suites @param {string[]} words */
function run(suites, words = []) {
  const projects = suites.flatMap((name) => ['--project', name]);
  const options = { cwd: ROOT, stdio: /** @type {const} */ ('inherit'), env: environment() };
  const tool = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
  return spawnSync(NODE, [tool, 'run', ...projects, ...words], options).status === 0;
}

const lawful = run(['laws']);
const right = run(
  ['rules', 'documents', 'verbs', 'scenarios'],
  [`--changed=${since}`, '--passWithNoTests', '--reporter=dot'],
);
process.exit(lawful && right ? 0 : 1);
