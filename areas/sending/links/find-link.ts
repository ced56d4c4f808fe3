import type { Database } from '../../../database/pool.ts';
import { hashOf } from '../../../kernel/secret.ts';
import type { LinkHolder, LinkKind } from './schema.ts';
import { holderOf } from './store.ts';

/** What stands behind a link that somebody opened; undefined where it is none of this kind. */
export const findLink = (
  database: Database,
  kind: LinkKind,
  token: string,
): Promise<LinkHolder | undefined> => holderOf(database, kind, hashOf(token));
