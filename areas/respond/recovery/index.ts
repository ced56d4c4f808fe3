import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { remainingIn } from './rules.ts';
import { countsByState } from './store.ts';

/** Machines on the board of an incident that are not back yet. */
export const machinesLeft = async (trx: Transaction<Tables>, incidentId: string): Promise<number> =>
  remainingIn(await countsByState(trx, incidentId));
