import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { readZip } from '../../areas/survey/anonymise/reading/zip.ts';
import { makeSite, type SiteFiles } from '../../areas/survey/publication/site/make-site.ts';
import type { PublishedEdition } from '../../areas/survey/publication/site/published.ts';
import { filesOf, readEdition, refuseSameYear } from '../../areas/survey/publication/site/read-editions.ts';
import { Fault } from '../../kernel/errors.ts';
import { fileFromServer } from './call-server.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { readNamed } from './survey-scan-command.ts';

interface Options {
  readonly editions?: readonly string[];
  readonly out: string;
  readonly address?: string;
}

/** What is wrong with what was named, a line each. */
function told<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const lines = (error.details.fields ?? []).map(({ field, mend }) => `${file}: ${field}: ${mend.en}`);
    throw new CliError(EXIT.failed, lines.join('\n') || `${file}: ${error.message}`);
  }
}

const beside = (file: string, name: string): Uint8Array | undefined => {
  const at = path.join(path.dirname(file), name);
  return fs.existsSync(at) ? fs.readFileSync(at) : undefined;
};

function addressOf(address: string | undefined): string | undefined {
  if (address === undefined || /^https?:\/\/[^\s/]+/.test(address)) return address;
  throw new CliError(EXIT.usage, `--address ${address}: write it as https://example.org/survey`);
}

/** A site takes the place of an older one whole: nobody meets a page that was withdrawn beside those that were not. */
function writeSite(site: SiteFiles, out: string): void {
  const part = `${out}.part`;
  fs.rmSync(part, { recursive: true, force: true });
  for (const [at, content] of site) {
    const file = path.join(part, at);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  fs.rmSync(out, { recursive: true, force: true });
  fs.renameSync(part, out);
}

/** Only an empty place, or a site made before, is written to. */
function refuseOther(out: string): void {
  if (!fs.existsSync(out)) return;
  const names = fs.statSync(out).isDirectory() ? fs.readdirSync(out) : ['file'];
  if (names.length > 0 && !names.includes('site.css'))
    throw new CliError(EXIT.usage, `--out ${out}: holds something else; name a new folder`);
}

/** The site of what a server has published, whole or not at all. */
async function siteOfServer(address: string | undefined): Promise<SiteFiles> {
  const query: Record<string, string> = address ? { address } : {};
  const zipped = readZip(await fileFromServer('GET /api/survey/site', query));
  if (!zipped) throw new CliError(EXIT.failed, 'the server did not answer with a ZIP');
  return new Map(
    zipped.map(({ name, bytes }) => {
      if (!bytes || path.isAbsolute(name) || name.split('/').includes('..'))
        throw new CliError(EXIT.failed, `${name}: the server answered with a file that is not kept`);
      return [name, bytes];
    }),
  );
}

async function siteOfFiles(named: readonly string[], address: string | undefined): Promise<SiteFiles> {
  const read = named.map((file): [string, PublishedEdition] => [
    file,
    told(file, () => readEdition(readNamed(file, '--editions'))),
  ]);
  told(named.join(', '), () => refuseSameYear(read.map(([, edition]) => edition)));
  const files = new Map(
    read.flatMap(([file, edition]) => told(file, () => filesOf(edition, (name) => beside(file, name)))),
  );
  return makeSite(
    read.map(([, edition]) => edition),
    { files, ...(address && { address }) },
  );
}

/** `sonae survey site`: the public site as plain files, of editions that are named or of what a server has published. */
export function surveySiteCommand(survey: Command): void {
  survey
    .command('site')
    .description('make the public site of published editions, as plain files / 公表サイトの作成')
    .option(
      '--editions <file...>',
      'edition.json of each year, needing no server; files of the edition beside it come along. Without: what the server at SONAE_URL has published',
    )
    .requiredOption('--out <folder>', 'where the site goes; one made before is replaced')
    .option('--address <url>', 'where the site will stand, for its feed')
    .action(async ({ editions, out, address }: Options, command: Command) => {
      refuseOther(out);
      const at = addressOf(address);
      const site = editions ? await siteOfFiles(editions, at) : await siteOfServer(at);
      writeSite(site, out);
      printResult({ folder: out, files: site.size }, wantsJson(command));
    });
}
