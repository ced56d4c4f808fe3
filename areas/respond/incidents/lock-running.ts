import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault } from '../../../kernel/errors.ts';
import { isOver } from './rules.ts';
import type { IncidentState } from './schema.ts';
import { type LockedIncident, lockIncident } from './store.ts';
import { CLOSED } from './words.ts';

/** @throws Fault `conflict` where an incident is over: it is reopened first */
export function refuseClosed(incident: { readonly state: IncidentState }): void {
  if (isOver(incident)) throw new Fault('conflict', { detail: CLOSED });
}

/**
 * Locks an incident for what is done while it goes on.
 * @throws Fault `not-found`, or `conflict` when it is closed
 */
export async function lockRunning(trx: Transaction<Tables>, id: string): Promise<LockedIncident> {
  const incident = await lockIncident(trx, id);
  if (!incident) throw new Fault('not-found');
  refuseClosed(incident);
  return incident;
}
