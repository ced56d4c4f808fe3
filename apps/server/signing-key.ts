import type { KeyObject } from 'node:crypto';
import fs from 'node:fs';
import { StartupError } from '../../database/startup-error.ts';
import { derivedSigningKey, readSigningKey } from '../../kernel/signing.ts';

/** The key this installation signs with: the one it was given in a file, or one derived from its secret. */
export function signingKeyOf(secret: Uint8Array, file: string | undefined): KeyObject {
  if (file === undefined) return derivedSigningKey(secret);
  try {
    return readSigningKey(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartupError(
      `SONAE_LEDGER_KEY ${file} cannot be used (${(error as Error).message}): make one with "openssl genpkey -algorithm ed25519 -out ${file}" and let this user read it`,
    );
  }
}
