import fs from 'node:fs';
import type { Command } from 'commander';
import { agreementOf, LEVELS, type Level } from '../../areas/survey/selection/agreement/rules.ts';
import { anyWeights, sharesOf } from '../../areas/survey/selection/firmness/rules.ts';
import { seededRandom } from '../../kernel/random.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { readCandidates, readRatings, type Shape, TableError } from './score-tables.ts';

const MOST_BYTES = 50_000_000;
const MOST_SEED = 4_294_967_295;
const MOST_DRAWS = 10_000_000;

/** A file as it lies there, or what standard input holds. */
function contentOf(file: string): Uint8Array {
  let content: Uint8Array;
  try {
    content = fs.readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CliError(EXIT.usage, `${file}: no such file`);
    if (code === 'EISDIR') throw new CliError(EXIT.usage, `${file}: this is a folder; name a CSV file`);
    throw new CliError(EXIT.usage, `${file}: cannot be read (${code ?? (error as Error).message})`);
  }
  if (content.length > MOST_BYTES) throw new CliError(EXIT.failed, `${file}: more than ${MOST_BYTES} bytes`);
  return content;
}

/** @throws CliError with the file before what is wrong in it */
function readingOf<T>(file: string, read: (content: Uint8Array) => T): T {
  try {
    return read(contentOf(file));
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const { row, column } = error;
    throw new CliError(EXIT.failed, `${file}: ${error.message}`, { file, row, column });
  }
}

function whole(option: string, text: string, from: number, to: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= from && number <= to))
    throw new CliError(EXIT.usage, `--${option} ${text}: enter a whole number from ${from} to ${to}`);
  return number;
}

function levelOf(text: string): Level {
  const level = LEVELS.find((each) => each === text);
  if (!level) throw new CliError(EXIT.usage, `--level ${text}: enter ordinal or nominal`);
  return level;
}

const HEADER = 'the first row holds names (found by itself unless said)';

function alphaCommand(survey: Command): void {
  survey
    .command('alpha <file>')
    .description(
      "how far raters agree: Krippendorff's alpha of a CSV file with a row for each rater and a column for each item rated",
    )
    .requiredOption('--level <level>', 'ordinal or nominal')
    .option('--seed <number>', 'of the interval: the same seed gives the same', '1')
    .option('--header', HEADER)
    .option('--no-header', 'the first row holds ratings')
    .option('--names', 'the first column holds names of raters (found by itself unless said)')
    .option('--no-names', 'the first column holds ratings')
    .addHelpText(
      'after',
      `
An empty cell is a rating that was not given. Commas, semicolons, tabs or bars part the cells.
alpha is null where no two ratings can be compared or all are the same. units counts the items with two ratings or more.
interval: 95 %, from items drawn again with replacement 2,000 times; null with fewer than two of them.
A first row or column without a number is taken as names where the others hold numbers; of words, where none of them comes
again among the ratings, which is said on standard error.`,
    )
    .action((file: string, flags: Shape & { level: string; seed: string }, command: Command) => {
      const level = levelOf(flags.level);
      const random = seededRandom(whole('seed', flags.seed, 0, MOST_SEED));
      const { ratings, header, names, guessed } = readingOf(file, (content) =>
        readRatings(content, level, flags),
      );
      const taken = [header ? 'the first row' : '', names ? 'the first column' : ''].filter(
        (each) => each !== '',
      );
      if (guessed)
        process.stderr.write(`${file}: ${taken.join(' and ')} taken as names; --no-header and --no-names take them as ratings\n`); // biome-ignore format: one line
      const { alpha, units, interval } = agreementOf(ratings, level, random);
      printResult({ alpha, level, units, interval }, wantsJson(command));
    });
}

function firmnessCommand(survey: Command): void {
  survey
    .command('firmness <file>')
    .description(
      'in what share of random weightings each candidate is among the first; a row for each candidate: its id and seven scores',
    )
    .requiredOption('--choose <number>', 'how many are chosen')
    .option('--draws <number>', 'how many weightings are drawn, each as likely as any other', '10000')
    .option('--seed <number>', 'the same seed gives the same', '1')
    .option('--header', HEADER)
    .option('--no-header', 'the first row holds a candidate')
    .addHelpText(
      'after',
      `
Scores are numbers from 0 to 3. Candidates level at the last place share the places that are left, so the shares sum to --choose.`,
    )
    .action(
      (file: string, flags: Shape & { choose: string; draws: string; seed: string }, command: Command) => {
        const draws = whole('draws', flags.draws, 1, MOST_DRAWS);
        const random = seededRandom(whole('seed', flags.seed, 0, MOST_SEED));
        const wanted = whole('choose', flags.choose, 1, Number.MAX_SAFE_INTEGER);
        const candidates = readingOf(file, (content) => readCandidates(content, flags));
        if (wanted > candidates.length)
          throw new CliError(EXIT.usage, `--choose ${wanted}: the file has ${candidates.length} candidates. Choose ${candidates.length} at most`); // biome-ignore format: one line
        const shares = sharesOf(candidates.map(({ scores }) => scores), wanted, draws, anyWeights(random)); // biome-ignore format: one line
        const result = candidates.map(({ id }, i) => ({ id, share: shares[i] }));
        const json = wantsJson(command);
        printResult(json ? result : { candidates: result }, json);
      },
    );
}

/** What a selection rests on, from files alone; needs neither server nor database. */
export function scoreCommands(survey: Command): void {
  alphaCommand(survey);
  firmnessCommand(survey);
}
