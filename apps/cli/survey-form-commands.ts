import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { firstLists, printForm, readFormOnThread } from '../../areas/survey/forms/index.ts';
import type { Language } from '../../kernel/language.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';

function languageOf(lang: string): Language {
  if (lang !== 'ja' && lang !== 'en') throw new CliError(EXIT.usage, `--lang ${lang}: ja or en`);
  return lang;
}

function bytesOf(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CliError(EXIT.usage, `${file}: no such file`);
    if (code === 'EISDIR') throw new CliError(EXIT.usage, `${file}: this is a folder; name an XLSX file`);
    throw new CliError(EXIT.usage, `${file}: cannot be read (${code ?? (error as Error).message})`);
  }
}

function readFormCommand(survey: Command): void {
  survey
    .command('read-form')
    .description('read a filled-in report form (XLSX) / 情報連絡様式の読み取り')
    .argument('<file>', 'the form as it came back')
    .option('--lang <language>', 'language of what is said to be wrong: ja or en', 'ja')
    .addHelpText(
      'after',
      `
With --json: {report, faults: [{sheet, cell, field, text}]}. What is wrong stays empty in the report; everything else is read.
Exit codes: 0 nothing is wrong, 1 something is, 2 wrong usage or no such file.`,
    )
    .action(async (file: string, { lang }: { lang: string }, command: Command) => {
      const { report, faults } = await readFormOnThread(bytesOf(file), languageOf(lang));
      printResult({ report, faults }, wantsJson(command));
      if (faults.length > 0) process.exitCode = EXIT.failed;
    });
}

function formCommand(survey: Command): void {
  survey
    .command('form')
    .description('print the report form, to be filled in (XLSX) / 情報連絡様式の出力')
    .option('--lang <language>', 'ja or en', 'ja')
    .requiredOption('--out <file>', 'output file, ending in .xlsx')
    .action(async ({ lang, out }: { lang: string; out: string }, command: Command) => {
      const language = languageOf(lang);
      if (path.extname(out).toLowerCase() !== '.xlsx')
        throw new CliError(EXIT.usage, `--out ${out}: end the name in .xlsx`);
      const folder = path.dirname(path.resolve(out));
      if (!fs.existsSync(folder)) throw new CliError(EXIT.usage, `--out ${out}: no such folder: ${folder}`);
      const bytes = await printForm(firstLists(), language);
      // Whole or not at all.
      fs.writeFileSync(`${out}.part`, bytes);
      fs.renameSync(`${out}.part`, out);
      printResult({ file: out, bytes: bytes.length }, wantsJson(command));
    });
}

/** The form of an information report, printed and read back from files alone. */
export function surveyFormCommands(survey: Command): void {
  readFormCommand(survey);
  formCommand(survey);
}
