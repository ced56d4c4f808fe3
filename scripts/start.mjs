// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildConsole } from './build-console.mjs';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: false });
// Side by side: the server makes its database meanwhile, and lets nobody in before it hears that the console is there.
const building = buildConsole();
const sonae = spawn(NODE, [path.join(ROOT, 'apps/cli/main.ts'), 'start', ...process.argv.slice(2)], {
  stdio: building ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  env: { ...environment(), ...(building && { SONAE_CONSOLE_COMES: '1' }) },
});
// Ctrl-C reaches the child by itself (one terminal); what is sent to us alone is handed on.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) sonae.kill(signal);
  });
}
// npm runs us in a shell and hands a signal on to the shell alone, which ends without a word to us.
if (process.env['npm_lifecycle_event'] === 'start') {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) sonae.kill('SIGTERM');
  }, 500).unref();
}
process.on('exit', () => sonae.kill());
sonae.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
await building;
if (building && sonae.connected) sonae.send('the console is built');
