import { StartupError } from '../../database/startup-error.ts';
import type { Config } from './config.ts';
import { connect } from './connect.ts';
import { instanceSecret, lockFolder, prepareFolder } from './data-folder.ts';
import type { Say, Undo } from './open-house.ts';

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
 * @param consoleBuilt the console may still be in the making; nobody is let in before it is there
 * @returns a function that stops it in order
 */
export async function start(
  config: Config,
  say: Say,
  consoleBuilt: Promise<void>,
): Promise<() => Promise<void>> {
  if (config.role !== 'worker') await checkPort(config);
  prepareFolder(config.dataFolder);
  // Several processes may share a database of their own server; an embedded one has one owner.
  const unlock = config.databaseUrl === undefined ? lockFolder(config.dataFolder) : () => {};
  const undo: Undo[] = [unlock];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const secret = instanceSecret(config.dataFolder, process.env);
    say('データベースを準備しています / preparing the database …');
    const connecting = connect(config.dataFolder, config.databaseUrl, { join: false });
    // The house is two thousand modules: they are read while ours comes up. Another's answers at once, or says why not.
    if (config.databaseUrl !== undefined) await connecting;
    const loading = import('./open-house.ts');
    const { ownerUrl, stop: disconnect } = await connecting;
    undo.push(disconnect);
    const { openHouse } = await loading;
    await openHouse(config, { ownerUrl, secret, say, consoleBuilt, undo });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
