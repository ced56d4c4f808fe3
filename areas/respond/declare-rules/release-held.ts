import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { setTimer } from '../../enqueue.ts';
import type { TimerBody } from '../../work.ts';
import { lockLooked } from '../detections/acts.ts';
import { openIncidentsOf } from '../incidents/index.ts';
import { markBecome } from '../storms/acts.ts';
import { type Held, nextHeld } from '../storms/index.ts';
import { declareGroup, joinIncident } from './join-incident.ts';

const MOST_DECLARED = 50;

/** Timer: a storm was undone; its groups become incidents, so many at a time, whoever is stopped in between. */
export async function releaseHeld(tx: Tx, { stormId, page }: TimerBody<'release-storm'>): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'incident.declare');
  // One at a time with whoever weighs: both declare for groups.
  await lockLooked(tx.sql, ctx.orgId);
  const held = await nextHeld(tx.sql, stormId, MOST_DECLARED);
  for (const group of held) await become(tx, stormId, group, page);
  if (held.length === MOST_DECLARED)
    setTimer(tx, 'release-storm', undefined, { stormId, page }, { at: ctx.now });
}

async function become(tx: Tx, stormId: string, held: Held, page: boolean): Promise<void> {
  const { ruleId, groupKey, title, severity, situation, signalIds } = held;
  const signals = await findSignals(tx.sql, signalIds);
  const group = { rule: { id: ruleId, severity, situation, page }, groupKey, title, signals };
  const [open] = await openIncidentsOf(tx.sql, [{ ruleId, groupKey }]);
  if (open) await joinIncident(tx, open.incidentId, group);
  const incidentId = open?.incidentId ?? (await declareGroup(tx, group));
  await markBecome(tx.sql, stormId, held, incidentId);
}
