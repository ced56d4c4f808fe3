// @ts-check
// Puts small wrongs into the rules and says which of them no test noticed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: true });
const words = [path.join(ROOT, 'test/mutation/run.ts'), ...process.argv.slice(2)];
const ran = spawnSync(NODE, words, { cwd: ROOT, stdio: 'inherit', env: environment() });
process.exit(ran.status ?? 1);
