import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { JOB_KINDS } from '../../areas/work.ts';
import { backUp, readBackup, restore } from '../../database/backup.ts';
import { createQueuesAt } from '../../database/job-queue.ts';
import { migrate } from '../../database/migrate.ts';
import { writeThrough } from '../../database/write-through.ts';
import { wallClock } from '../../kernel/clock.ts';
import { keptSecret, SECRET_FILE } from '../server/data-folder.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { withOwner } from './with-database.ts';

export function backupCommand(program: Command): void {
  program
    .command('backup <folder>')
    .description('write a full backup to a new folder; the server can keep running')
    .action(async (folder: string, _flags, command: Command) => {
      const target = path.resolve(folder);
      if (fs.existsSync(target))
        throw new CliError(EXIT.usage, `${target} already exists: choose a new folder`);
      const index = await withOwner(async (ownerUrl, dataFolder) => {
        const secret = path.join(dataFolder, SECRET_FILE);
        const beside = fs.existsSync(secret) ? [{ name: SECRET_FILE, content: fs.readFileSync(secret) }] : [];
        return backUp(ownerUrl, target, wallClock.now(), beside);
      });
      const rows = index.tables.reduce((sum, table) => sum + table.rows, 0);
      printResult(
        { folder: target, version: index.version, tables: index.tables.length, rows },
        wantsJson(command),
      );
    });
}

export function restoreCommand(program: Command): void {
  program
    .command('restore <folder>')
    .description(
      'fill an empty data folder or database from a backup; the copy stays silent until "sonae wake"',
    )
    .action(async (folder: string, _flags, command: Command) => {
      const source = path.resolve(folder);
      // Looked at first: half a backup is refused before anything is made of it.
      const secret = keptSecret(path.join(source, SECRET_FILE));
      const { version } = await readBackup(source);
      const index = await withOwner(async (ownerUrl, dataFolder) => {
        // A backup of an older Sonae goes into the structure it was made from, and is upgraded as a running one would be.
        await migrate(ownerUrl, { upTo: version });
        // Before the commit: killed in between, there must not be sealed settings without what opens them.
        const restored = await restore(ownerUrl, source, wallClock.now(), async () => {
          if (secret) writeThrough(path.join(dataFolder, SECRET_FILE), secret);
        });
        await migrate(ownerUrl);
        await createQueuesAt(ownerUrl, JOB_KINDS);
        return restored;
      });
      printResult(
        {
          folder: source,
          madeAt: index.madeAt,
          tables: index.tables.length,
          quiet: 'nothing is sent and no timer acts until "sonae wake"',
        },
        wantsJson(command),
      );
    });
}
