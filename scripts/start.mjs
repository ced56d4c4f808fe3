// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildConsole } from './build-console.mjs';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: false });
buildConsole();
const sonae = spawn(NODE, [path.join(ROOT, 'apps/cli/main.ts'), 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment(),
});
// Ctrl-C reaches the child by itself (one terminal); what is sent to us alone is handed on.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) sonae.kill(signal);
  });
}
sonae.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
