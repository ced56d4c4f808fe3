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
/** @type {string[]} what failed, by name: said again at the end, where a long log is cut. */
const failures = [];

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
  if (ran.status !== 0) failures.push(name);
  process.stdout.write(`${ran.status === 0 ? '✓' : '✗'} ${name}\n`);
}

/**
 * Each test that did not pass, with where it stands and the beginning of what it said.
 * @param {string} suite
 * @param {{ name: string, message: string, status: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[]} files
 */
function failuresOf(suite, files) {
  return files.flatMap((file) => {
    const place = `${suite} ${path.relative(ROOT, file.name)}`;
    const tests = file.assertionResults.filter((test) => test.status !== 'passed');
    if (file.status === 'failed' && tests.length === 0) return [`${place}: ${beginning(file.message)}`];
    return tests.map(
      (test) => `${place} > ${test.fullName}: ${beginning(test.failureMessages[0] ?? test.status)}`,
    );
  });
}

/** @param {string} message */
function beginning(message) {
  return message.split('\n').slice(0, 4).join(' | ').slice(0, 600);
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
  failures.push(...failuresOf(suite, counted.testResults ?? []));
  totals.passed += counted.numPassedTests;
  // A suite that broke before or outside its tests has failed, whatever it counted; a skipped test has not passed.
  const broken = ran.status !== 0 && counted.numFailedTests === 0 ? 1 : 0;
  if (broken) failures.push(`${suite}: broke outside its tests (exit ${ran.status ?? ran.signal})`);
  totals.failed += counted.numFailedTests + broken + (counted.numPendingTests ?? 0);
}

const where = process.env.SONAE_TEST_TOTALS;
if (where) fs.appendFileSync(where, `${totals.passed} ${totals.failed}\n`);
const named = failures.map((failure) => `✗ ${failure}\n`).join('');
if (process.env.SONAE_TEST_FAILURES) fs.appendFileSync(process.env.SONAE_TEST_FAILURES, named);
process.stdout.write(named);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
