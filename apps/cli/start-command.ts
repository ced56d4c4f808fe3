import { once } from 'node:events';
import type { Command } from 'commander';
import { readConfig, type StartFlags } from '../server/config.ts';
import { start } from '../server/main.ts';

/** Whoever stops us counts on it; what is not done by then is taken up by the next start, as after a loss of power. */
const STOP_MS = 15_000;

/** Stopping in order takes a moment; a second Ctrl-C does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write('\n  停止しています / stopping …\n');
    setTimeout(() => {
      process.stderr.write('sonae: something did not stop in time, perhaps the database; leaving it\n');
      process.exit(1);
    }, STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`sonae: could not stop in order: ${(error as Error).message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** `npm start` builds the console beside us where it is not built yet, and says when it is there. */
async function consoleBuilt(): Promise<void> {
  if (!process.env['SONAE_CONSOLE_COMES']) return;
  await once(process, 'message');
  process.disconnect?.();
}

export function startCommand(program: Command): void {
  program
    .command('start')
    .description('start a server')
    .option('--port <number>', 'port to listen on (8080)')
    .option('--host <address>', 'address to listen on (127.0.0.1)')
    .option('--role <role>', 'web, worker or all (all)')
    .option('--empty', 'start without the demo')
    .action(async (flags: StartFlags) => {
      // Whoever read what we print may have gone; the server stays.
      process.stdout.on('error', () => undefined);
      const say = (line: string) => process.stdout.write(`${line}\n`);
      stopOnSignal(await start(readConfig(flags, process.env), say, consoleBuilt()));
    });
}
