import fs from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { publicStatus } from '../../areas/respond/communications/public-status.ts';
import { type House, systemContext } from '../../areas/system-context.ts';
import type { Live } from '../../database/live.ts';
import { quietSince } from '../../database/quiet.ts';
import type { Clock } from '../../kernel/clock.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { organisationIds } from './auth/store.ts';
import { statusCalendar, statusFeed, statusPage } from './http/status-drawing.ts';
import { STATUS_CSS } from './http/status-style.ts';

/** The page in a language; the Japanese one is what a web server shows for the folder. */
const fileIn = (language: Language): string => (language === 'en' ? 'en.html' : 'index.html');

/**
 * Writes every organisation's status page as plain files, for a web server that stands when this one does not.
 * @returns ids of the organisations that have one
 */
export async function writeStatusFiles(house: House, clock: Clock, folder: string): Promise<string[]> {
  const written: string[] = [];
  // A restored copy that is only looked at does not put what it knows over what the original published.
  if (await quietSince(house.database.kysely)) return written;
  for (const orgId of await organisationIds(house.database)) {
    const now = clock.now();
    const status = await publicStatus(systemContext(house, orgId, now));
    const home = path.join(folder, orgId);
    // What is published no more does not go on standing there.
    if (!status) {
      await fs.rm(home, { recursive: true, force: true });
      continue;
    }
    const place = {
      files: '.',
      form: `${house.instance.baseUrl}/status/${orgId}/subscribe`,
      stylesheet: './status.css',
      addressIn: (language: Language) => `./${fileIn(language)}`,
    };
    await fs.mkdir(home, { recursive: true });
    for (const [name, text] of [
      ...LANGUAGES.map((language) => [fileIn(language), statusPage(status, place, language)] as const),
      ['feed.xml', statusFeed(status, `${house.instance.baseUrl}/status/${orgId}`)],
      ['calendar.ics', statusCalendar(status, now)],
      ['status.css', STATUS_CSS],
    ] as const)
      await replace(path.join(home, name), text);
    written.push(orgId);
  }
  return written;
}

/** Whoever reads it meanwhile gets the old file or the new one, never half of one. */
async function replace(file: string, text: string): Promise<void> {
  // Of this process alone: another one may write the same file now.
  const fresh = `${file}.${process.pid}.new`;
  await fs.writeFile(fresh, text);
  await fs.rename(fresh, file);
}

const GATHER_MS = 1_000;
/** The page says as of when it speaks: in quiet times it is written anew so often. */
const RENEW_MS = 60_000;

/** Writes the files now and again whenever something was recorded. @returns what ends it */
export function keepStatusFiles(
  house: House,
  { clock, live, log, folder }: { clock: Clock; live: Live; log: Logger; folder: string },
): () => Promise<void> {
  let waiting: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): void => {
    waiting = undefined;
    writing = writing
      .then(() => writeStatusFiles(house, clock, folder))
      .then(
        () => undefined,
        (error: unknown) => log.error({ error, folder }, 'the status page’s files could not be written'),
      );
  };
  write();
  const renewing = setInterval(write, RENEW_MS);
  const unhint = live.onHint(({ topic }) => {
    if (topic === 'ledger') waiting ??= setTimeout(write, GATHER_MS);
  });
  return async () => {
    unhint();
    clearInterval(renewing);
    clearTimeout(waiting);
    await writing;
  };
}
