import type { Instance, Tx } from '../../../database/transaction.ts';
import { derivedSecret, hashOf } from '../../../kernel/secret.ts';
import type { LinkKind } from './schema.ts';
import { insertLinks } from './store.ts';

export interface WantedLink {
  readonly ownerId: string;
  readonly personId?: string | undefined;
  readonly until?: Temporal.Instant | undefined;
}

/** The secret of a link is made of the instance's own, so that a message sent twice carries the same. */
export const linkSecret = (instance: Instance, { purpose }: LinkKind, ownerId: string): string =>
  derivedSecret(instance.secret, purpose, ownerId);

export const linkUrl = (instance: Instance, kind: LinkKind, ownerId: string): string =>
  `${instance.baseUrl}/${kind.path}/${linkSecret(instance, kind, ownerId)}`;

/** Makes links in the caller's transaction; what is kept of each is a hash. */
export async function makeLinks(tx: Tx, kind: LinkKind, wanted: readonly WantedLink[]): Promise<void> {
  const { instance, orgId } = tx.ctx;
  const links = wanted.map(({ ownerId, personId, until }) => ({
    ownerId,
    personId,
    until,
    hash: hashOf(linkSecret(instance, kind, ownerId)),
  }));
  await insertLinks(tx.sql, orgId, kind, links);
}
