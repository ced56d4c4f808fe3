import { pino } from 'pino';
import { JOB_KINDS } from '../../areas/work.ts';
import { createQueuesAt } from '../../database/job-queue.ts';
import { openLogin } from '../../database/login.ts';
import { migrate } from '../../database/migrate.ts';
import { quietSince } from '../../database/quiet.ts';
import { wallClock } from '../../kernel/clock.ts';
import { keepAddress } from './address.ts';
import { assemble } from './assemble.ts';
import { setupLink } from './auth/first-administrator.ts';
import { organisationIds } from './auth/store.ts';
import type { Config } from './config.ts';
import { foundDemo } from './demo/found-demo.ts';
import { foundEmpty } from './demo/found-empty.ts';
import { keepHearing } from './keep-hearing.ts';
import { SECRET_PATHS } from './log.ts';
import { keepStatusFiles } from './status-files.ts';
import { VERSION } from './version.ts';

export type Say = (line: string) => void;
export type Undo = () => Promise<void> | void;

interface Opening {
  readonly ownerUrl: string;
  readonly secret: Uint8Array;
  readonly say: Say;
  readonly consoleBuilt: Promise<void>;
  /** What is to be done when it stops, in the order it came about. */
  readonly undo: Undo[];
}

/** On a database that is there: brings it to this version, founds the first organisation, and lets people in. */
export async function openHouse(
  config: Config,
  { ownerUrl, secret, say, consoleBuilt, undo }: Opening,
): Promise<void> {
  const { applied } = await migrate(ownerUrl);
  if (applied.length > 0) say(`データベースを更新しました / database migrated: ${applied.join(', ')}`);
  await createQueuesAt(ownerUrl, JOB_KINDS);
  const appUrl = await openLogin(ownerUrl, secret, config.databaseAppUrl);
  const log = pino({ level: config.logLevel, redact: { paths: SECRET_PATHS, remove: true } });
  const assembly = await assemble({
    ...config,
    appUrl,
    secret,
    clock: wallClock,
    log,
    version: VERSION,
    beforeDoor: async (house) => {
      if ((await organisationIds(house.database)).length === 0) {
        say(
          config.empty
            ? '空の組織を作っています / founding an empty organisation …'
            : 'デモを用意しています / seeding the demonstration …',
        );
        await (config.empty
          ? foundEmpty(house, wallClock)
          : foundDemo(house, wallClock, config.demoLanguage));
      }
      await consoleBuilt;
    },
  });
  undo.push(assembly.stop);
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
  if (await quietSince(assembly.house.database.kysely))
    say(
      '復元した写しです。"sonae wake" を実行するまで何も送信しません / a restored copy: nothing is sent until "sonae wake"',
    );
  if (assembly.http) {
    await assembly.http.listen({ host: config.host, port: config.port });
    keepAddress(config.dataFolder, config.baseUrl);
    undo.push(keepHearing(assembly.house, wallClock, log));
    announce(config, await setupLink(assembly.house, wallClock), say);
  } else say('準備完了（worker）/ ready (worker)');
}

function announce(config: Config, link: string | undefined, say: Say): void {
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
