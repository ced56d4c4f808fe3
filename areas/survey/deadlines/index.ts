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

/** The edition a report is held against for good: the one that was written down, or else that of the moment it came in. */
export async function deadlinesOf(
  trx: Transaction<Tables>,
  { deadlines, submittedAt }: { readonly deadlines: number | null; readonly submittedAt: Temporal.Instant },
): Promise<DeadlinesView> {
  const editions = await deadlineEditions(trx);
  const then = ({ edition, since }: DeadlinesView): boolean =>
    deadlines === null
      ? since === null || Temporal.Instant.compare(Temporal.Instant.from(since), submittedAt) <= 0
      : edition === deadlines;
  return editions.find(then) ?? editions[0];
}
