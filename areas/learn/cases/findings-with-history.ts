import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { certaintyFindings } from './hedging/rules.ts';
import { findingsOf } from './rules.ts';
import { type StoredCase, versionsOf } from './store.ts';
import type { Finding } from './texts/rules.ts';

/** What is to be mended in a case, seen against everything it said before: a certainty that rose without evidence shows only so. */
export async function findingsWithHistory(trx: Transaction<Tables>, stored: StoredCase): Promise<Finding[]> {
  const earlier = (await versionsOf(trx, stored.id)).filter(({ version }) => version < stored.version);
  return [
    ...findingsOf(stored.document),
    ...certaintyFindings(
      earlier.map(({ document }) => document),
      stored.document,
    ),
  ];
}
