// @ts-check
// Quick feedback without a database: format, lint, types, laws, rules. Side by side, since each waits for itself.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { environment, install, NODE, ROOT } from './install.mjs';

install({ withTools: true });
/** @type {[string, string, string[]][]} */
const CHECKS = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'node_modules/typescript/bin/tsc', ['-b', '--checkers', '1']],
  ['laws and rules', 'node_modules/vitest/vitest.mjs', ['run', '--project', 'laws', '--project', 'rules']],
];
const results = await Promise.all(
  CHECKS.map(
    ([name, tool, words]) =>
      new Promise((resolve) => {
        const chunks = /** @type {Buffer[]} */ ([]);
        const child = spawn(NODE, [path.join(ROOT, tool), ...words], { cwd: ROOT, env: environment() });
        child.stdout.on('data', (chunk) => chunks.push(chunk));
        child.stderr.on('data', (chunk) => chunks.push(chunk));
        child.on('close', (code) => {
          if (code !== 0) process.stdout.write(Buffer.concat(chunks));
          process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}\n`);
          resolve(code === 0);
        });
      }),
  ),
);
process.exit(results.every(Boolean) ? 0 : 1);
