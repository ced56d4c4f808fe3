import fs from 'node:fs';
import type { Command } from 'commander';
import { readEntities } from '../../areas/survey/anonymise/entities/read-entities.ts';
import type { Entity } from '../../areas/survey/anonymise/entities/schema.ts';
import { Finder } from '../../areas/survey/anonymise/finding/finder.ts';
import { scanPaths } from '../../areas/survey/anonymise/scanning/scan-paths.ts';
import { Fault } from '../../kernel/errors.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';

/** A file that was named on the line. */
export function bytesNamed(file: string, option: string): Buffer {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CliError(EXIT.usage, `${option} ${file}: no such file`);
  if (found.isDirectory()) throw new CliError(EXIT.usage, `${option} ${file}: this is a folder; name a file`);
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(EXIT.usage, `${option} ${file}: cannot be read (${code ?? (error as Error).message})`);
  }
}
export const readNamed = (file: string, option: string): string => bytesNamed(file, option).toString('utf8');

/** The entities of a file; what is wrong with it is told by field. */
export function entitiesOf(file: string): readonly Entity[] {
  try {
    return readEntities(readNamed(file, '--entities'));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { fields, detail } = error.details;
    const lines = fields?.map(({ field, mend }) => `${file}: ${field}: ${mend.en}`) ?? [
      `${file}: ${detail?.en ?? error.message}`,
    ];
    throw new CliError(EXIT.usage, lines.join('\n'));
  }
}

/** `sonae survey scan`: whether anything that is to be published tells of what must not be told. */
export function surveyScanCommand(survey: Command): void {
  survey
    .command('scan')
    .description('find listed names, dates and numbers in finished files, in every form they are written in')
    .requiredOption('--entities <file>', 'what must not be told, as YAML')
    .argument('<path...>', 'files and folders: PDF, SVG, HTML, Markdown, JSON, YAML, feeds, archives')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing found, 1 something found, 2 wrong usage or a file that cannot be read',
    )
    .action((paths: string[], { entities }: { entities: string }, command: Command) => {
      const finder = new Finder(entitiesOf(entities));
      const missing = paths.filter((path) => !fs.existsSync(path));
      if (missing.length > 0) throw new CliError(EXIT.usage, `${missing.join(', ')}: no such file or folder`);
      const { leaks, files, unread } = scanPaths(paths, finder);
      if (wantsJson(command)) process.stdout.write(`${JSON.stringify(leaks)}\n`);
      else printResult({ files, found: leaks.length, leaks }, false);
      if (unread.length > 0)
        throw new CliError(EXIT.usage, `not read, so not known to be clean:\n${unread.join('\n')}`, {
          unread,
        });
      if (leaks.length > 0) process.exitCode = EXIT.failed;
    });
}
