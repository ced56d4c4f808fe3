import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import { EDITIONS, type Edition, reportContent } from '../../areas/learn/cases/report-content.ts';
import { findingsOf } from '../../areas/learn/cases/rules.ts';
import { type CaseDocument, type ReportAbout, reportAbout } from '../../areas/learn/cases/schema.ts';
import { disclosed } from '../../areas/survey/anonymise/replacing/disclosure.ts';
import { wallClock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { DOCUMENT_FORMATS, type DocumentFormat, render } from '../../report/document/render.ts';
import { compose } from '../../report/document/setting/compose.ts';
import { findingLine, pageFindings } from '../../report/document/setting/findings.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';

interface Options {
  readonly cases: string;
  readonly lang: string;
  readonly out: string;
  readonly draft?: boolean;
  readonly issuer?: string;
  readonly year?: string;
  readonly plan?: string;
  readonly date?: string;
  readonly selection?: string;
  readonly edition?: string;
}

const today = (): string =>
  wallClock
    .now()
    .toZonedDateTimeISO(new Intl.DateTimeFormat().resolvedOptions().timeZone)
    .toPlainDate()
    .toString();

/** As they are typed, where that is not the name of the field. */
const TYPED: Readonly<Record<string, string>> = { fiscalYear: 'year', programme: 'plan' };

const WRITTEN: Readonly<Record<string, string>> = {
  date: 'write a day as 2026-11-29',
  fiscalYear: 'write a year as 2026',
};

/** What the report says of itself; a day that is not told is today, so that the same files give other bytes tomorrow. */
function aboutOf({ issuer, year, plan, date, selection }: Options): ReportAbout {
  const told = reportAbout.safeParse({
    issuer,
    fiscalYear: year,
    programme: plan,
    date: date ?? today(),
    selection,
  });
  if (told.success) return told.data;
  const [wrong] = told.error.issues;
  const field = String(wrong?.path[0]);
  throw new CliError(EXIT.usage, `--${TYPED[field] ?? field}: ${WRITTEN[field] ?? wrong?.message}`);
}

const WITHDRAWN = {
  ja: '取り下げられた事例は報告書に掲載できません。対象から除外してください',
  en: 'a withdrawn case is not printed. Leave the file out',
};

/** What is wrong with a file, one line for each thing: file, field, what to do. */
function linesOf(file: string, error: unknown, language: Language): string[] {
  if (!(error instanceof Fault)) throw error;
  const { fields, detail } = error.details;
  if (fields) return fields.map(({ field, mend }) => `${file}: ${field}: ${mend[language]}`);
  return [`${file}: ${detail?.[language] ?? error.message}`];
}

/** How the cases are read: a draft despite what a review would stop, an edition for whom it is. */
interface Reading {
  readonly draft: boolean;
  readonly edition: Edition | undefined;
}

/** What is judged is what would be published; what nobody decided stops the public edition, a draft too. */
function asPublished(file: string, document: CaseDocument, { edition }: Reading, language: Language) {
  if (edition === undefined) return { published: document, undecided: [] };
  const { document: published, obstacles } = disclosed(document);
  const undecided = obstacles.map(({ field, mend }) => `${file}: ${field}: ${mend[language]}`);
  return { published, undecided: edition === 'public' ? undecided : [] };
}

function readCases(pattern: string, language: Language, reading: Reading): CaseDocument[] {
  const files = fs.globSync(pattern).sort();
  if (files.length === 0) throw new CliError(EXIT.usage, `no file matches ${pattern}`);
  const wrong: string[] = [];
  const cases = files.flatMap((file) => {
    try {
      const document = readCase(fs.readFileSync(file, 'utf8'));
      const { published, undecided } = asPublished(file, document, reading, language);
      wrong.push(...undecided);
      const lines = (severity: 'error' | 'warning') =>
        findingsOf(published)
          .filter((finding) => finding.severity === severity)
          .map(({ path: at, message }) => `${file}: ${at}: ${message[language]}`);
      if (!reading.draft) wrong.push(...lines('error'));
      if (document.state === 'withdrawn') wrong.push(`${file}: state: ${WITHDRAWN[language]}`);
      // Advice is for judgement: the report is made all the same.
      for (const line of lines('warning')) process.stderr.write(`${line}\n`);
      return [reading.edition === 'public' ? published : document];
    } catch (error) {
      wrong.push(...linesOf(file, error, language));
      return [];
    }
  });
  if (wrong.length > 0) throw new CliError(EXIT.failed, wrong.join('\n'));
  return cases;
}

function formatOf(out: string): DocumentFormat {
  const extension = path.extname(out).slice(1).toLowerCase();
  const format = DOCUMENT_FORMATS.find((each) => each === extension);
  if (!format)
    throw new CliError(EXIT.usage, `--out ${out}: end the name in .${DOCUMENT_FORMATS.join(', .')}`);
  return format;
}

/** Progress goes to standard error, and only where somebody watches. */
const tell = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
};

/** `sonae report build`: a document from case files; needs neither server nor database. */
export function reportCommand(program: Command): void {
  const report = program.command('report').description('documents made from cases / 事例から文書を作る');
  report
    .command('build')
    .description('build a report from case files as PDF, HTML, Markdown or JSON')
    .requiredOption('--cases <pattern>', "case files, as in 'cases/*.yaml'")
    .option('--lang <language>', 'ja or en', 'ja')
    .requiredOption('--out <file>', 'output file; the extension sets the format')
    .option(
      '--edition <edition>',
      'public: what may be published, refused while a wording is missing; internal: everything, marked',
    )
    .option('--draft', 'build despite findings that would block a review; every page is marked as a draft')
    .option('--issuer <name>', 'who issues it: on the cover, and as the author of the PDF')
    .option('--year <year>', 'fiscal year on the cover; that of the date unless given')
    .option('--plan <name>', 'plan or programme it is made under, on the cover')
    .option('--date <date>', 'date on the cover, as 2026-11-29; today unless given')
    .option('--selection <text>', 'how the cases were selected')
    .action(async (options: Options, command: Command) => {
      const { cases: pattern, lang, out, draft } = options;
      if (lang !== 'ja' && lang !== 'en') throw new CliError(EXIT.usage, `--lang ${lang}: ja or en`);
      const edition = EDITIONS.find((each) => each === options.edition);
      if (options.edition !== undefined && edition === undefined)
        throw new CliError(EXIT.usage, `--edition ${options.edition}: ${EDITIONS.join(' or ')}`);
      const format = formatOf(out);
      const about = aboutOf(options);
      const folder = path.dirname(path.resolve(out));
      if (!fs.existsSync(folder)) throw new CliError(EXIT.usage, `--out ${out}: no such folder: ${folder}`);
      const cases = readCases(pattern, lang, { draft: draft ?? false, edition });
      try {
        const content = await reportContent(cases, lang, {
          // Markdown has words only.
          figures: format !== 'md',
          about,
          draft: draft ?? false,
          edition: edition ?? 'public',
          onFigure: (done, of) => tell(`${done} / ${of}`),
        });
        tell(format);
        const bytes = await render(content, format);
        // Whole or not at all: a reader never meets half a document.
        fs.writeFileSync(`${out}.part`, bytes);
        fs.renameSync(`${out}.part`, out);
        tell('');
        const pages = format === 'pdf' ? pageFindings(compose(content)) : [];
        // Said of what could not be set well; the report is made all the same.
        for (const finding of pages) process.stderr.write(`${out}: ${findingLine(finding, lang)}\n`);
        printResult(
          { file: out, cases: cases.length, bytes: bytes.length, findings: pages },
          wantsJson(command),
        );
      } catch (error) {
        tell('');
        throw new CliError(EXIT.failed, linesOf(pattern, error, lang).join('\n'));
      }
    });
}
