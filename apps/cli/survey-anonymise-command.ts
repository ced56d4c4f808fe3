import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import type { CaseDocument } from '../../areas/learn/cases/schema.ts';
import { type Anonymised, anonymiseCase } from '../../areas/survey/anonymise/replacing/anonymise-case.ts';
import { Fault } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { writeYaml } from '../../kernel/yaml.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { entitiesOf, readNamed } from './survey-scan-command.ts';

interface Options {
  readonly case: string;
  readonly entities: string;
  readonly out: string;
  readonly lang: string;
  readonly log?: string;
}

const linesOf = (file: string, error: unknown, language: Language): string => {
  if (!(error instanceof Fault)) throw error;
  const { fields, detail } = error.details;
  return (
    fields?.map(({ field, mend }) => `${file}: ${field}: ${mend[language]}`).join('\n') ??
    `${file}: ${detail?.[language] ?? error.message}`
  );
};

function caseOf(file: string, language: Language): CaseDocument {
  try {
    return readCase(readNamed(file, '--case'));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(EXIT.usage, linesOf(file, error, language));
  }
}

/** Written whole or not at all, and where only its owner reads it if it is the log. */
function write(file: string, text: string, mode: number): void {
  fs.writeFileSync(`${file}.part`, text, { mode });
  fs.renameSync(`${file}.part`, file);
}

/** What stops it, a line each; nothing is written then. */
function refuse({ obstacles, leaks }: Anonymised, language: Language): void {
  const lines = [
    ...obstacles.map(({ field, mend }) => `${field}: ${mend[language]}`),
    ...leaks.map(({ place, entity, text }) => `${place}: ${entity}: ${text.replace(/\s+/g, ' ')}`),
  ];
  if (lines.length > 0)
    throw new CliError(EXIT.failed, `nothing was written\n${lines.join('\n')}`, { obstacles, leaks });
}

/** `sonae survey anonymise`: a case as it may be published. */
export function surveyAnonymiseCommand(survey: Command): void {
  survey
    .command('anonymise')
    .description(
      'write a case with roles for names, spans for dates, rounded counts, and nothing that is withheld',
    )
    .requiredOption('--case <file>', 'the case, as YAML or JSON')
    .requiredOption('--entities <file>', 'what must not be told, as YAML')
    .requiredOption('--out <file>', 'the case as it may be published; .json writes JSON, anything else YAML')
    .option(
      '--lang <language>',
      'language of messages: ja or en; both languages of the case are written',
      'ja',
    )
    .option('--log <file>', 'what was replaced by what, as JSON; keep it apart, for it undoes the work')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 something remains to be decided or is still found, 2 wrong usage',
    )
    .action((options: Options, command: Command) => {
      const { case: file, entities, out, lang, log } = options;
      if (lang !== 'ja' && lang !== 'en') throw new CliError(EXIT.usage, `--lang ${lang}: ja or en`);
      for (const [option, target] of [
        ['--out', out],
        ['--log', log],
      ] as const)
        if (target !== undefined && !fs.existsSync(path.dirname(path.resolve(target))))
          throw new CliError(EXIT.usage, `${option} ${target}: no such folder`);
      const document = caseOf(file, lang);
      const listed = entitiesOf(entities);
      let result: Anonymised;
      try {
        result = anonymiseCase(document, listed);
      } catch (error) {
        throw new CliError(EXIT.failed, linesOf(entities, error, lang));
      }
      refuse(result, lang);
      const text =
        path.extname(out).toLowerCase() === '.json'
          ? `${JSON.stringify(result.document, null, 2)}\n`
          : writeYaml(result.document);
      write(out, text, 0o644);
      if (log !== undefined)
        write(log, `${JSON.stringify({ labels: result.labels, log: result.log }, null, 2)}\n`, 0o600);
      if (wantsJson(command))
        printResult({ file: out, replaced: result.log.length, labels: result.labels, log: result.log }, true);
      else printResult({ file: out, replaced: result.log.length }, false);
    });
}
