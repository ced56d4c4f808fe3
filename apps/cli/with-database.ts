import { pino } from 'pino';
import type { House } from '../../areas/system-context.ts';
import { openLogin } from '../../database/login.ts';
import { migrate } from '../../database/migrate.ts';
import { wallClock } from '../../kernel/clock.ts';
import { addressOf } from '../server/address.ts';
import { type Assembly, assemble } from '../server/assemble.ts';
import { readConfig } from '../server/config.ts';
import { connect } from '../server/connect.ts';
import { instanceSecret, prepareFolder, tryLockFolder } from '../server/data-folder.ts';
import { VERSION } from '../server/version.ts';

/** Opens the database for one command; joins the embedded server of a running Sonae, or starts it for the moment. */
export async function withOwner<T>(work: (ownerUrl: string, dataFolder: string) => Promise<T>): Promise<T> {
  const config = readConfig({}, process.env);
  prepareFolder(config.dataFolder);
  // While a Sonae runs here its server is joined; otherwise the folder is ours for the moment, so that none starts on it.
  const unlock = config.databaseUrl === undefined ? tryLockFolder(config.dataFolder) : undefined;
  const connection = await connect(config.dataFolder, config.databaseUrl, { join: unlock === undefined });
  try {
    return await work(connection.ownerUrl, config.dataFolder);
  } finally {
    await connection.stop();
    unlock?.();
  }
}

/** The same with the house on top, as a process that neither listens nor works. */
export async function withHouse<T>(work: (house: House, assembly: Assembly) => Promise<T>): Promise<T> {
  const config = readConfig({}, process.env);
  prepareFolder(config.dataFolder);
  // Before the database: where there is no good secret, nothing is made.
  const secret = instanceSecret(config.dataFolder, process.env);
  return withOwner(async (ownerUrl) => {
    await migrate(ownerUrl);
    const log = pino({ level: 'error' });
    const assembly = await assemble({
      ...config,
      baseUrl: addressOf(config.dataFolder, process.env, config.baseUrl),
      appUrl: await openLogin(ownerUrl, secret, config.databaseAppUrl),
      role: 'web',
      secret,
      clock: wallClock,
      log,
      version: VERSION,
    });
    try {
      return await work(assembly.house, assembly);
    } finally {
      await assembly.stop();
    }
  });
}
