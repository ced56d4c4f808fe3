import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { findLabelled, findSignals } from '../../detect/signals/index.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident, troubleBefore } from '../incidents/index.ts';
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
    test: await howExcluded(tx),
    minutes: REVIEW_MINUTES,
  });
}

/**
 * Timer: a system was marked as in trouble. Whoever declares by hand has no signals to be counted by: it is the marks of
 * earlier incidents that say it was there before.
 */
export async function noticeMarked(tx: Tx, { incidentId, asset }: TimerBody<'notice-marked'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const incident = await lockIncident(tx.sql, incidentId);
  if (incident?.state !== 'open' || (await attackAsked(tx.sql, incidentId))) return;
  const before = await troubleBefore(tx.sql, incidentId, asset, precursorsSince(tx.ctx.now));
  if (before === 0) return;
  await askWhetherAttack(tx, incidentId, {
    why: inEach(await languagesRead(tx.sql), {
      ja: `${asset}：7日以内に別のインシデントでも影響（${before}件）`,
      en: `${asset}: affected in other incidents within a week (${before})`,
    }),
    test: await howExcluded(tx),
    minutes: REVIEW_MINUTES,
  });
}

const howExcluded = async (tx: Tx): Promise<string> =>
  inEach(await languagesRead(tx.sql), {
    ja: '攻撃ではないと判断した根拠',
    en: 'How an attack was ruled out',
  });

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
