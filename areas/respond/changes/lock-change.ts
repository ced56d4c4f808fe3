import type { Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lockRunning } from '../incidents/index.ts';
import { findChange, lockChange, type StoredChange } from './store.ts';

/** The incident before the change, as everybody locks them. */
export async function lockWithIncident(tx: Tx, id: string, running: boolean): Promise<StoredChange> {
  const known = await findChange(tx.sql, id);
  if (!known) throw new Fault('not-found');
  if (running) await lockRunning(tx.sql, known.incidentId);
  const change = await lockChange(tx.sql, id);
  if (!change) throw new Fault('not-found');
  return change;
}
