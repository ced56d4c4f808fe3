import type { Command } from 'commander';
import { JOB_KINDS } from '../../areas/work.ts';
import { createQueuesAt } from '../../database/job-queue.ts';
import { migrate } from '../../database/migrate.ts';
import { printResult, wantsJson } from './print.ts';
import { withOwner } from './with-database.ts';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version')
    .action(async (_flags, command: Command) => {
      const result = await withOwner(async (ownerUrl) => {
        const done = await migrate(ownerUrl);
        await createQueuesAt(ownerUrl, JOB_KINDS);
        return done;
      });
      printResult(
        { version: result.version, applied: result.applied.join(', ') || 'nothing' },
        wantsJson(command),
      );
    });
}
