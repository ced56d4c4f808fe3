import type { Command } from 'commander';
import { addApiCommands } from './api-commands.ts';
import { backupCommand, restoreCommand } from './backup-commands.ts';
import { ledgerVerifyCommand } from './ledger-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { organisationCommands } from './organisation-commands.ts';
import { reportCommand } from './report-command.ts';
import { surveyCommands } from './survey-commands.ts';
import { userCommands } from './user-commands.ts';
import { wakeCommand } from './wake-command.ts';

/** All commands but `start`. */
export function addOtherCommands(program: Command): void {
  migrateCommand(program);
  ledgerVerifyCommand(program.command('ledger').description('the append-only audit log'));
  backupCommand(program);
  restoreCommand(program);
  wakeCommand(program);
  userCommands(program);
  organisationCommands(program);
  reportCommand(program);
  surveyCommands(program);
  addApiCommands(program);
}
