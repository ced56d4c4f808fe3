import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { hypothesesOf, openHypothesisWithin } from '../investigation/index.ts';
import { precursorOf } from './rules.ts';
import { linkedSignals } from './store.ts';
import { COULD_BE_ATTACK } from './words.ts';

const MOST_LOOKED_AT = 200;
/** So long somebody has to answer whether it could be an attack. */
const REVIEW_MINUTES = 60;

/** Like faults on one system, again: asks whether this could be an attack, once for an incident (C5-D2, C2-B1). */
export async function noticePrecursors(tx: Tx, incidentId: string): Promise<void> {
  const ids = await linkedSignals(tx.sql, incidentId, undefined, MOST_LOOKED_AT);
  const found = precursorOf(await findSignals(tx.sql, ids), tx.ctx.now);
  if (!found || (await hypothesesOf(tx.sql, incidentId)).some(({ cyber }) => cyber)) return;
  const languages = await languagesRead(tx.sql);
  await openHypothesisWithin(tx, incidentId, {
    text: inEach(languages, COULD_BE_ATTACK),
    why: `${found.system}: ${found.title} ×${found.times}`,
    test: inEach(languages, { ja: 'どう除外したかを書く', en: 'Say how it was excluded' }),
    cyber: true,
    minutes: REVIEW_MINUTES,
  });
}
