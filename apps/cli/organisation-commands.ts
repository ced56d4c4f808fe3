import type { Command } from 'commander';
import { readOrganisation } from '../../areas/prepare/parties/index.ts';
import { systemContext } from '../../areas/system-context.ts';
import { reading } from '../../database/transaction.ts';
import { wallClock } from '../../kernel/clock.ts';
import { newOrganisation } from '../server/auth/contract.ts';
import { foundBySystem } from '../server/auth/found-organisation.ts';
import { organisationIds } from '../server/auth/store.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { withHouse } from './with-database.ts';

interface AddFlags {
  readonly administrator: string;
  readonly administratorName: string;
  readonly timeZone: string;
  readonly language: string;
}

/** Organisations of this installation, for whoever sits at the machine. */
export function organisationCommands(program: Command): void {
  const organisation = program
    .command('organisation')
    .description('organisations of this installation (on this machine, without a key)');

  organisation
    .command('add <name>')
    .description('add an organisation and print a one-time sign-in link for its administrator')
    .requiredOption('--administrator <email>', 'email address of the first administrator')
    .requiredOption('--administrator-name <name>', 'name of the first administrator')
    .option('--time-zone <zone>', 'time zone of the organisation', 'Asia/Tokyo')
    .option('--language <language>', 'language of the administrator, ja or en', 'ja')
    .action(async (name: string, flags: AddFlags, command: Command) => {
      const { administrator: email, administratorName, timeZone, language } = flags;
      const read = newOrganisation.safeParse({
        name,
        timeZone,
        administrator: { name: administratorName, email, language },
      });
      if (!read.success)
        throw new CliError(
          EXIT.usage,
          read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
        );
      const result = await withHouse(async (house, assembly) => {
        const ctx = systemContext(house, house.newId(), wallClock.now());
        return foundBySystem(ctx, assembly.access, read.data);
      });
      printResult(result, wantsJson(command));
    });

  organisation
    .command('list')
    .description('organisations, oldest first')
    .action(async (_flags, command: Command) => {
      const organisations = await withHouse(async (house) =>
        Promise.all(
          (await organisationIds(house.database)).map(async (id) =>
            reading(systemContext(house, id, wallClock.now()), readOrganisation),
          ),
        ),
      );
      printResult({ organisations }, wantsJson(command));
    });
}
