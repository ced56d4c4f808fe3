import fs from 'node:fs';
import path from 'node:path';

const fileIn = (dataFolder: string): string => path.join(dataFolder, 'address');

/** Writes down by which address people reach the server of this folder, for commands that print links. */
export const keepAddress = (dataFolder: string, baseUrl: string): void =>
  fs.writeFileSync(fileIn(dataFolder), `${baseUrl}\n`, { mode: 0o600 });

/**
 * The address for a command's links: what the environment says, else where the server of this folder was last reached.
 * @param baseUrl as the environment and what is usual make it
 */
export function addressOf(dataFolder: string, env: NodeJS.ProcessEnv, baseUrl: string): string {
  if (env['SONAE_URL'] || env['SONAE_HOST'] || env['SONAE_PORT']) return baseUrl;
  try {
    return new URL(fs.readFileSync(fileIn(dataFolder), 'utf8').trim()).origin;
  } catch {
    // No server has been started in this folder yet, or what stands there is no address.
    return baseUrl;
  }
}
