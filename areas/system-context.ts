import type { Database } from '../database/pool.ts';
import type { Context, Instance } from '../database/transaction.ts';
import type { Actor } from '../kernel/caller.ts';
import { PERMISSIONS } from './roles.ts';

/** Everything of one process that acts are made of. */
export interface House {
  readonly database: Database;
  readonly instance: Instance;
  readonly newId: () => string;
}

/** Sonae itself: nobody's hand, with every right. */
export const sonaeItself = (): Actor => ({
  kind: 'system',
  id: 'sonae',
  personId: undefined,
  permissions: new Set(PERMISSIONS),
  outside: false,
});

/** Sonae itself, acting for an organisation: timers, jobs and the first start. */
export const systemContext = (house: House, orgId: string, now: Temporal.Instant): Context => ({
  now,
  newId: house.newId,
  orgId,
  actor: sonaeItself(),
  language: 'ja',
  requestId: house.newId(),
  database: house.database,
  instance: house.instance,
});
