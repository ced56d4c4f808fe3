import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { findLabelled, findSignals } from '../../detect/signals/index.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { hypothesesOf, openHypothesisWithin } from '../investigation/index.ts';
import { precursorOf, precursorsSince, systemOf } from './rules.ts';
import { linkedSignals } from './store.ts';
import { COULD_BE_ATTACK } from './words.ts';

const MOST_LOOKED_AT = 200;
/** So long somebody has to answer whether it could be an attack. */
const REVIEW_MINUTES = 60;

/**
 * Like faults on one system, again: asks whether this could be an attack, once for an incident (C5-D2, C2-B1).
 * What recovered fast and became no incident, or another one, counts as well: that is where it was overlooked.
 */
export async function noticePrecursors(tx: Tx, incidentId: string): Promise<void> {
  if ((await hypothesesOf(tx.sql, incidentId)).some(({ cyber }) => cyber)) return;
  const own = await findSignals(tx.sql, await linkedSignals(tx.sql, incidentId, undefined, MOST_LOOKED_AT));
  const found = precursorOf(own, tx.ctx.now, await likeFaults(tx, own));
  if (!found) return;
  const languages = await languagesRead(tx.sql);
  await openHypothesisWithin(tx, incidentId, {
    text: inEach(languages, COULD_BE_ATTACK),
    why: `${found.system}: ${found.title} ×${found.times}`,
    test: inEach(languages, { ja: 'どう除外したかを書く', en: 'Say how it was excluded' }),
    cyber: true,
    minutes: REVIEW_MINUTES,
  });
}

/** Faults of the last week on the systems of these, other than these. */
async function likeFaults(tx: Tx, own: readonly SignalView[]): Promise<SignalView[]> {
  const systems = new Map(
    own.flatMap(({ labels }) => {
      const named = systemOf(labels);
      return named ? [[JSON.stringify(named), { [named.label]: named.system }] as const] : [];
    }),
  );
  const seen = await findLabelled(tx.sql, [...systems.values()], precursorsSince(tx.ctx.now), MOST_LOOKED_AT);
  const ids = new Set(own.map(({ id }) => id));
  return seen.filter(({ id }) => !ids.has(id));
}
