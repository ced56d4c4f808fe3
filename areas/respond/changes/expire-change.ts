import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { findChange, lockChange } from './store.ts';

/** Timer: a stop-gap is past the day it was to end; somebody has to see to it. */
export async function expireChange(tx: Tx, { changeId }: TimerBody<'expire-change'>): Promise<void> {
  permit(tx.ctx, 'incident.command');
  const known = await findChange(tx.sql, changeId);
  if (!known) return;
  const incident = await lockIncident(tx.sql, known.incidentId);
  const change = await lockChange(tx.sql, changeId);
  if (change?.state !== 'applied') return;
  const { incidentId, number, title, expiresAt } = change;
  // It may have been given longer since.
  if (expiresAt === null || Temporal.Instant.compare(expiresAt, tx.ctx.now) > 0) return;
  record(tx, 'change.expired', { incidentId, body: { changeId, number, title } });
  if (!incident || incident.state === 'closed') return;
  await raiseTask(tx, incidentId, {
    matter: matterOf.change(changeId),
    title: {
      ja: `応急措置「${title}」の期限超過：切り戻し、恒久対策への置き換え、または期限の延長`,
      en: `Temporary fix “${title}” has expired: roll it back, replace it or extend it`,
    },
    roles: [],
  });
}
