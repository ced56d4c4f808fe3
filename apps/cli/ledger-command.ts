import type { Command } from 'commander';
import type { Break } from '../../areas/ledger/rules.ts';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { systemContext } from '../../areas/system-context.ts';
import { wallClock } from '../../kernel/clock.ts';
import { organisationIds } from '../server/auth/store.ts';
import { CliError, EXIT } from './exit.ts';
import { printResult, wantsJson } from './print.ts';
import { withHouse } from './with-database.ts';

const WHAT: Readonly<Record<Break['kind'], string>> = {
  changed: 'was changed after it was written',
  missing: 'is missing',
  'cut-off': 'is missing: the chain was cut off here',
  unlisted: 'belongs to a chain that was never begun',
};

const describe = (found: Break): string => {
  const line =
    'seq' in found
      ? `line ${found.seq} (link ${found.link} of chain ${found.chain})`
      : `link ${found.link} of chain ${found.chain}`;
  return `${line} ${WHAT[found.kind]}`;
};

export function ledgerVerifyCommand(ledger: Command): void {
  ledger
    .command('verify')
    .description('walk the hash chains of every organisation and name the first broken line')
    .action(async (_flags, command: Command) => {
      const reports = await withHouse(async (house) => {
        const ids = await organisationIds(house.database);
        return Promise.all(
          ids.map(async (organisation) => ({
            organisation,
            ...(await verifyLedger(systemContext(house, organisation, wallClock.now()))),
          })),
        );
      });
      const json = wantsJson(command);
      printResult(
        {
          organisations: reports.map(({ firstBreak, ...rest }) => ({
            ...rest,
            firstBreak: firstBreak ? describe(firstBreak) : 'none',
          })),
        },
        json,
      );
      const broken = reports.find(({ firstBreak }) => firstBreak);
      if (broken?.firstBreak) {
        throw new CliError(
          EXIT.failed,
          `the ledger of ${broken.organisation} is broken: ${describe(broken.firstBreak)}`,
          {
            organisation: broken.organisation,
            firstBreak: broken.firstBreak,
          },
        );
      }
    });
}
