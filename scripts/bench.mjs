// @ts-check
// Installs what a bench needs, or says in one line what is missing; then runs it on our own Node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureAlertmanager, ensureChromium } from './debian-programs.mjs';
import { environment, install, NODE, ROOT } from './install.mjs';

const BESIDE_ALERTMANAGER = ['flood', 'page-latency', 'signals', 'start'];
const BESIDE_CHROMIUM = ['face', 'report'];

const words = process.argv.slice(2);
const [name = ''] = words;
install({ withTools: true });
const asked = { why: `the bench "${name}"`, again: `npm run bench -- ${name}` };
if (BESIDE_ALERTMANAGER.includes(name)) ensureAlertmanager(asked);
const env = { ...environment(), ...(BESIDE_CHROMIUM.includes(name) && { CHROMIUM: ensureChromium(asked) }) };
const ran = spawnSync(NODE, [path.join(ROOT, 'bench/run.ts'), ...words], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
});
process.exit(ran.status ?? 1);
