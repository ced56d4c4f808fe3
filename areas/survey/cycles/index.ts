import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { CriteriaEdition } from './schema.ts';
import { criteriaEditions } from './store.ts';

export { findCycle } from './store.ts';

/** What candidates of a cycle are rated by now; undefined where there is no such cycle. */
export const criteriaInForce = async (
  trx: Transaction<Tables>,
  cycleId: string,
): Promise<CriteriaEdition | undefined> => (await criteriaEditions(trx, cycleId))[0];
