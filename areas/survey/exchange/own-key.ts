import type { KeyObject } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Instance } from '../../../database/transaction.ts';
import { unseal } from '../../../kernel/secret.ts';
import { readSigningKey } from '../../../kernel/signing.ts';
import { currentKey } from './peers/index.ts';

/** The key an organisation signs its packages with; undefined until one was made. */
export async function ownKey(
  trx: Transaction<Tables>,
  { secret }: Pick<Instance, 'secret'>,
): Promise<{ key: KeyObject; print: string } | undefined> {
  const kept = await currentKey(trx);
  return kept && { key: readSigningKey(unseal(secret, kept.sealed)), print: kept.print };
}

/** Where packages for an organisation of this installation are sent. */
export const doorOf = ({ baseUrl }: Pick<Instance, 'baseUrl'>, orgId: string): string =>
  `${baseUrl}/in/packages/${orgId}`;

/** Our own door: between two organisations of one installation the same way is used. */
export const isOwnDoor = (address: string, baseUrl: string): boolean =>
  new URL(address).origin === new URL(baseUrl).origin;

/** Without encryption only where the network is our own. */
export const mayBeReached = (
  { address }: { readonly address: string },
  allowInner: boolean,
  baseUrl: string,
): boolean =>
  address === '' || allowInner || new URL(address).protocol === 'https:' || isOwnDoor(address, baseUrl);
