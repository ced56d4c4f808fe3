import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { DeadlinesView } from './schema.ts';
import { startingDeadlines } from './starting-deadlines.ts';
import { keptDeadlines } from './store.ts';

/** Every edition, newest first, down to the one the product brought. */
export const deadlineEditions = async (
  trx: Transaction<Tables>,
): Promise<[DeadlinesView, ...DeadlinesView[]]> => {
  const kept = (await keptDeadlines(trx)).map(({ edition, since, document }) => ({
    edition,
    since: since.toString(),
    ...document,
  }));
  const first: DeadlinesView = { edition: 1, since: null, ...startingDeadlines() };
  const [newest, ...others] = kept;
  return newest ? [newest, ...others, first] : [first];
};

/** The edition a report handed in at this moment is held against, for good. */
export async function deadlinesAt(trx: Transaction<Tables>, at: Temporal.Instant): Promise<DeadlinesView> {
  const editions = await deadlineEditions(trx);
  const then = editions.find(
    ({ since }) => since === null || Temporal.Instant.compare(Temporal.Instant.from(since), at) <= 0,
  );
  return then ?? editions[0];
}
