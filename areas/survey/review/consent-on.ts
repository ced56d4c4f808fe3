import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { askingsOf } from './askings/index.ts';
import { consentsOf } from './consents/index.ts';
import { type ConsentOn, consentOfAll, consentTo } from './rules.ts';
import { reviewsOf } from './store.ts';
import { isAskingOver } from './through-link.ts';
import { toldOperators } from './told-operators.ts';

/**
 * Whether a case may be published as this very hash: every operator it tells of has consented to it and not withdrawn, and
 * none of those consents is over. One who was never asked has not consented.
 */
export async function consentOn(
  trx: Transaction<Tables>,
  caseId: string,
  hash: string,
  now: Temporal.Instant,
): Promise<ConsentOn> {
  const reviews = await reviewsOf(trx, caseId);
  const each: ConsentOn[] = [];
  for (const { id } of reviews) {
    const asked = (await askingsOf(trx, id)).some(
      (asking) => asking.hash === hash && !isAskingOver(asking, now),
    );
    each.push(consentTo(hash, await consentsOf(trx, id), asked, now));
  }
  const known = new Set(reviews.map(({ operatorId }) => operatorId));
  const told = await toldOperators(trx, caseId);
  for (const operatorId of told.ids) if (!known.has(operatorId)) each.push({ state: 'none' });
  // Somebody it tells of is not known yet, and so was never asked.
  if (told.unmatched) each.push({ state: 'none' });
  return consentOfAll(each);
}
