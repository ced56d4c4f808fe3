import type { Command } from 'commander';
import { dropWhatWaits } from '../../areas/respond/paging/drop-what-waits.ts';
import { systemContext } from '../../areas/system-context.ts';
import { quietSince, wake } from '../../database/quiet.ts';
import { wallClock } from '../../kernel/clock.ts';
import { organisationIds } from '../server/auth/store.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { withHouse, withOwner } from './with-database.ts';

/** A restored copy goes on where its original stopped. */
export function wakeCommand(program: Command): void {
  program
    .command('wake')
    .description('let a restored copy send messages and run its timers again')
    .option('--drop-unsent', 'first withdraw queued messages and end unanswered pages')
    .action(async (flags: { readonly dropUnsent?: boolean }, command: Command) => {
      let dropped = { messages: 0, pages: 0 };
      await withHouse(async (house) => {
        if (!(await quietSince(house.database.kysely)))
          throw new CliError(EXIT.conflict, 'this installation is already awake');
        if (!flags.dropUnsent) return;
        for (const orgId of await organisationIds(house.database)) {
          const { messages, pages } = await dropWhatWaits(systemContext(house, orgId, wallClock.now()));
          dropped = { messages: dropped.messages + messages, pages: dropped.pages + pages };
        }
      });
      await withOwner((ownerUrl) => wake(ownerUrl));
      printResult({ awake: true, dropped }, wantsJson(command));
    });
}
