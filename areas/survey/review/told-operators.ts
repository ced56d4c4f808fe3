import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { eventOfCase } from '../drafting/index.ts';
import { operatorsOfEvent } from '../intake/index.ts';

/** Whom a case tells of. */
export interface Told {
  readonly ids: readonly string[];
  /** A report it was drafted from belongs to nobody yet: somebody may be missing from the list. */
  readonly unmatched: boolean;
  /** It was drafted from reports; of a case that was entered by hand nobody knows whom it tells of but who asks. */
  readonly known: boolean;
}

/** Operators whose reports a case was drafted from. */
export async function toldOperators(trx: Transaction<Tables>, caseId: string): Promise<Told> {
  const eventId = await eventOfCase(trx, caseId);
  if (eventId === undefined) return { ids: [], unmatched: false, known: false };
  return { ...(await operatorsOfEvent(trx, eventId)), known: true };
}
