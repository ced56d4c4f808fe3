import fs from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { JOB_KINDS } from '../../areas/work.ts';
import { createQueuesAt } from '../../database/job-queue.ts';
import { migrate } from '../../database/migrate.ts';
import { StartupError } from '../../database/startup-error.ts';
import { wallClock } from '../../kernel/clock.ts';
import { assemble } from './assemble.ts';
import { setupLink } from './auth/first-administrator.ts';
import { organisationIds } from './auth/store.ts';
import type { Config } from './config.ts';
import { connect } from './connect.ts';
import { instanceSecret, lockFolder, prepareFolder } from './data-folder.ts';
import { foundDemo, foundEmpty } from './demo.ts';
import { SECRET_PATHS } from './log.ts';
import { keepStatusFiles } from './status-files.ts';

export const VERSION = (
  JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  }
).version;

type Say = (line: string) => void;

/** A taken port is found out before anything is opened or changed. */
async function checkPort(config: Config): Promise<void> {
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  }).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${error.code})`;
    throw new StartupError(
      `port ${config.port} on ${config.host} ${why}: stop it, or choose another with --port ${config.port + 1}`,
    );
  });
}

/**
 * Starts a server process and resolves when it is ready.
 * @returns a function that stops it in order
 */
export async function start(config: Config, say: Say): Promise<() => Promise<void>> {
  if (config.role !== 'worker') await checkPort(config);
  prepareFolder(config.dataFolder);
  // Several processes may share a database of their own server; an embedded one has one owner.
  const unlock = config.databaseUrl === undefined ? lockFolder(config.dataFolder) : () => {};
  const undo: (() => Promise<void> | void)[] = [unlock];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const secret = instanceSecret(config.dataFolder, process.env);
    say('データベースを準備しています / preparing the database …');
    const connection = await connect(config.dataFolder, config.databaseUrl, { join: false });
    undo.push(connection.stop);
    const { applied } = await migrate(connection.ownerUrl);
    if (applied.length > 0) say(`データベースを更新しました / database migrated: ${applied.join(', ')}`);
    await createQueuesAt(connection.ownerUrl, JOB_KINDS);
    const log = pino({ level: config.logLevel, redact: { paths: SECRET_PATHS, remove: true } });
    const assembly = await assemble({
      ...config,
      ownerUrl: connection.ownerUrl,
      secret,
      clock: wallClock,
      log,
      version: VERSION,
    });
    undo.push(assembly.stop);
    if ((await organisationIds(assembly.house.database)).length === 0) {
      say(
        config.empty
          ? '空の組織を作っています / founding an empty organisation …'
          : 'デモを用意しています / seeding the demonstration …',
      );
      await (config.empty ? foundEmpty : foundDemo)(assembly.house, wallClock);
    }
    if (config.role !== 'web') assembly.timers.start();
    if (config.statusFolder && config.role !== 'web')
      undo.push(
        keepStatusFiles(assembly.house, {
          clock: wallClock,
          live: assembly.live,
          log,
          folder: config.statusFolder,
        }),
      );
    if (assembly.http) {
      await assembly.http.listen({ host: config.host, port: config.port });
      await announce(config, await setupLink(assembly.house, wallClock), say);
    } else say('準備完了（worker）/ ready (worker)');
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function announce(config: Config, link: string | undefined, say: Say): Promise<void> {
  say('');
  say(`  Sonae ${VERSION}  ${config.baseUrl}   (${config.host}:${config.port})`);
  if (link) {
    say('');
    say(
      '  最初の管理者になる（一度だけ使えるリンク）/ become the first administrator (this link works once):',
    );
    say(`  ${link}`);
  } else say('  サインインできないとき / locked out?  bin/sonae user link <e-mail>');
  say('');
  say('  終了: Ctrl-C / stop: Ctrl-C');
}
