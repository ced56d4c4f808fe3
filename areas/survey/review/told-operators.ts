import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { eventOfCase } from '../drafting/index.ts';
import { operatorsOfEvent } from '../intake/index.ts';

/** Operators whose reports a case was drafted from. */
export async function toldOperators(trx: Transaction<Tables>, caseId: string): Promise<string[]> {
  const eventId = await eventOfCase(trx, caseId);
  return eventId === undefined ? [] : operatorsOfEvent(trx, eventId);
}
