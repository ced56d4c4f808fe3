import { Command, CommanderError } from 'commander';
import { StartupError } from '../../database/startup-error.ts';
import { Fault } from '../../kernel/errors.ts';
import { VERSION } from '../server/version.ts';
import { CliError, EXIT } from './exit.ts';

const program = new Command('sonae')
  .description('備え: prepare for, command and learn from service incidents')
  .version(VERSION)
  .option('--json', 'print results and errors as JSON')
  .showHelpAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: 0 done, 1 failed, 2 cannot start or wrong usage, 3 not permitted, 4 not found, 5 refused in this state, 6 server not reachable
Commands of the areas talk to a server: SONAE_URL (http://localhost:8080) and SONAE_KEY (an API key).`,
  );

// Commands open the house and read all its modules first; starting reads them while its database comes up, and what is
// worked out from a file alone needs none of them.
const [, , command, part = ''] = process.argv;
if (command === 'survey' && ['alpha', 'firmness'].includes(part))
  (await import('./survey-score-commands.ts')).scoreCommands(program.command('survey'));
else if (command === 'survey' && ['form', 'read-form'].includes(part))
  (await import('./survey-form-commands.ts')).surveyFormCommands(program.command('survey'));
else {
  (await import('./start-command.ts')).startCommand(program);
  if (command !== 'start') (await import('./other-commands.ts')).addOtherCommands(program);
}

const asJson = (): boolean =>
  program.opts<{ json?: boolean }>().json === true || process.argv.includes('--json');

function fail(code: number, message: string, extra: object = {}): void {
  if (asJson()) process.stderr.write(`${JSON.stringify({ error: message, ...extra })}\n`);
  else process.stderr.write(`sonae: ${message}\n`);
  process.exitCode = code;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (error instanceof StartupError) fail(EXIT.usage, error.message);
  else if (error instanceof CliError) fail(error.exitCode, error.message, error.extra);
  else if (error instanceof Fault) fail(EXIT.failed, error.message, { fields: error.details.fields });
  else fail(EXIT.failed, `${(error as Error).message}`, {});
}
