// @ts-check
// Runs everything and closes with one line: N passed, N failed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildConsole } from './build-console.mjs';
import { ensureAlertmanager, ensureChromium, ensureStrace } from './debian-programs.mjs';
import { environment, install, NODE, ROOT } from './install.mjs';

const SUITES = ['laws', 'rules', 'documents', 'verbs', 'scenarios', 'attack', 'peers', 'crash', 'browser'];
const only = process.argv
  .find((word) => word.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const suites = only ?? SUITES;
const totals = { passed: 0, failed: 0 };

install({ withTools: true });
const env = {
  ...environment(),
  ...(suites.includes('browser') && {
    CHROMIUM: ensureChromium({ why: 'the browser tests', again: 'npm test' }),
  }),
};
if (suites.includes('peers'))
  ensureAlertmanager({ why: 'the tests against other programs', again: 'npm test' });
if (suites.includes('crash')) ensureStrace({ why: 'the tests of power cuts', again: 'npm test' });
if (!only || suites.includes('browser')) await buildConsole();

/** @param {string} name @param {string} tool @param {string[]} words */
function check(name, tool, words) {
  const ran = spawnSync(NODE, [path.join(ROOT, tool), ...words], { cwd: ROOT, stdio: 'inherit', env });
  totals[ran.status === 0 ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${ran.status === 0 ? '✓' : '✗'} ${name}\n`);
}

if (!only) {
  check('format and lint', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']);
  check('types', 'node_modules/typescript/bin/tsc', ['-b', '--checkers', '1']);
}

for (const suite of suites) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-report-')), 'report.json');
  const words = [
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const ran = spawnSync(NODE, [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  const counted = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  totals.passed += counted.numPassedTests;
  // A suite that broke before or outside its tests has failed, whatever it counted; a skipped test has not passed.
  const broken = ran.status !== 0 && counted.numFailedTests === 0 ? 1 : 0;
  totals.failed += counted.numFailedTests + broken + (counted.numPendingTests ?? 0);
}

const where = process.env.SONAE_TEST_TOTALS;
if (where) fs.appendFileSync(where, `${totals.passed} ${totals.failed}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
