// @ts-check
// Makes the pictures of the console's parts anew: look at them, in test/browser/pictures, before they are kept.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildConsole } from './build-console.mjs';
import { ensureChromium } from './debian-programs.mjs';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: true });
const env = {
  ...environment(),
  PICTURES: 'anew',
  CHROMIUM: ensureChromium({ why: 'the pictures', again: 'npm run pictures:parts' }),
};
await buildConsole();
const words = ['run', '--project', 'browser', 'test/browser/parts.test.ts'];
const ran = spawnSync(NODE, [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), ...words], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
});
process.exit(ran.status ?? 1);
