import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { findLabelled, findSignals } from '../../detect/signals/index.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { askWhetherAttack, attackAsked } from '../investigation/ask-whether-attack.ts';
import { precursorOf, precursorsSince, systemOf } from './rules.ts';
import { linkedSignals } from './store.ts';

const MOST_LOOKED_AT = 200;
/** So long somebody has to answer whether it could be an attack. */
const REVIEW_MINUTES = 60;

/**
 * Like faults on one system, again: asks whether this could be an attack, once for an incident (C5-D2, C2-B1).
 * What recovered fast and became no incident, or another one, counts as well: that is where it was overlooked.
 */
export async function noticePrecursors(tx: Tx, incidentId: string): Promise<void> {
  if (await attackAsked(tx.sql, incidentId)) return;
  const own = await findSignals(tx.sql, await linkedSignals(tx.sql, incidentId, undefined, MOST_LOOKED_AT));
  const found = precursorOf(own, tx.ctx.now, await likeFaults(tx, own));
  if (!found) return;
  await askWhetherAttack(tx, incidentId, {
    why: `${found.system}: ${found.title} ×${found.times}`,
    test: inEach(await languagesRead(tx.sql), { ja: 'どう除外したかを書く', en: 'Say how it was excluded' }),
    minutes: REVIEW_MINUTES,
  });
}

/** Faults of the last week on the systems of these, other than these. */
async function likeFaults(tx: Tx, own: readonly SignalView[]): Promise<SignalView[]> {
  const systems = Map.groupBy(
    own.flatMap(({ labels }) => systemOf(labels) ?? []),
    ({ label }) => label,
  );
  const wanted = [...systems].map(([label, named]) => ({
    label,
    values: [...new Set(named.map(({ system }) => system))],
  }));
  const seen = await findLabelled(tx.sql, wanted, precursorsSince(tx.ctx.now), MOST_LOOKED_AT);
  const ids = new Set(own.map(({ id }) => id));
  return seen.filter(({ id }) => !ids.has(id));
}
