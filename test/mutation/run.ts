/**
 * Would the tests notice? Small wrongs are put into the files of rules, one at a time, and only the tests beside the
 * file are run. `npm run mutate -- --seed=7 --count=200 areas/respond/paging` plays one choice again.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Question, Verdict } from './judge.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** 74 % were noticed when this was written, of any 400 between 70 and 78; CI fails below. */
const FLOOR = 0.68;
/** A wrong may send the tests round and round: that is noticed too. */
const HANGS_MS = 120_000;

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, count: { type: 'string', default: '400' } },
  allowPositionals: true,
});
const seed = values.seed ?? String(Math.floor(Date.now() / 86_400_000));

interface Chosen {
  readonly at: string;
  readonly text: string;
  readonly mutant: Mutant;
}

const files = fs
  .globSync('{areas,report}/**/rules.ts', { cwd: ROOT })
  .filter((at) => positionals.length === 0 || positionals.some((wanted) => at.startsWith(wanted)))
  .sort();
const tested = files.filter((at) => fs.existsSync(path.join(ROOT, path.dirname(at), 'rules.test.ts')));

const all = tested.flatMap((at): Chosen[] => {
  const text = fs.readFileSync(path.join(ROOT, at), 'utf8');
  return mutantsOf(at, text).map((mutant) => ({ at, text, mutant }));
});
const lot = ({ at, mutant }: Chosen): string =>
  createHash('sha256')
    .update(JSON.stringify([seed, at, mutant]))
    .digest('hex');
const chosen = all
  .map((each) => ({ each, lot: lot(each) }))
  .sort((a, b) => (a.lot < b.lot ? -1 : 1))
  .slice(0, Number(values.count))
  .map(({ each }) => each)
  .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.mutant.start - b.mutant.start));

const start = async (): Promise<ChildProcess> => {
  const child = fork(path.join(import.meta.dirname, 'judge.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
};

/** One process asks for its next mutant until none is left; one that hangs is replaced. */
async function work(queue: Chosen[], survived: Chosen[]): Promise<void> {
  let child = await start();
  const ask = (question: Question): Promise<Verdict | 'hangs'> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => finish('hangs'), HANGS_MS);
      const broken = () => reject(new Error('the process that runs the tests ended'));
      const finish = (verdict: Verdict | 'hangs') => {
        clearTimeout(late);
        child.off('exit', broken);
        resolve(verdict);
      };
      child.once('exit', broken);
      child.once('message', finish);
      child.send(question);
    });
  const fair = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { at, text, mutant } = next;
    if (!fair.has(at)) {
      const verdict = await ask({ at, text, mutant: undefined });
      if (verdict === 'hangs' || verdict.killed)
        throw new Error(
          `the tests beside ${at} fail as it stands: ${verdict === 'hangs' ? 'they hang' : verdict.why}`,
        );
      fair.add(at);
    }
    const verdict = await ask({ at, text, mutant });
    if (verdict === 'hangs') {
      child.kill('SIGKILL');
      child = await start();
    } else if (!verdict.killed) survived.push(next);
  }
  child.disconnect();
}

const survived: Chosen[] = [];
const queue = [...chosen];
const workers = Math.min(2, os.availableParallelism());
await Promise.all(Array.from({ length: workers }, () => work(queue, survived)));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 90);
for (const { at, text, mutant } of survived.sort((a, b) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.mutant.start - b.mutant.start,
)) {
  const line = text.slice(0, mutant.start).split('\n').length;
  process.stdout.write(
    `  survived  ${at}:${line}  ${oneLine(text.slice(mutant.start, mutant.end))}  →  ${oneLine(mutant.instead)}\n`,
  );
}
const untested = files.filter((at) => !tested.includes(at));
if (untested.length > 0) process.stdout.write(`  without tests beside them: ${untested.join(', ')}\n`);
const killed = chosen.length - survived.length;
const share = chosen.length === 0 ? 1 : killed / chosen.length;
process.stdout.write(
  `${killed} of ${chosen.length} small wrongs noticed (${(share * 100).toFixed(0)} %, floor ${(FLOOR * 100).toFixed(0)} %), chosen from ${all.length} with --seed=${seed}\n`,
);
const totals = process.env['SONAE_TEST_TOTALS'];
if (totals) fs.appendFileSync(totals, share >= FLOOR ? '1 0\n' : '0 1\n');
process.exitCode = share >= FLOOR ? 0 : 1;
