import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { AUDIENCE_WORDS } from '../../prepare/plans/words.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { findStatement, statementsOf } from './store.ts';

/** Timer: an update was promised for now, and none came. */
export async function missUpdate(tx: Tx, { statementId }: TimerBody<'miss-update'>): Promise<void> {
  permit(tx.ctx, 'statement.write');
  const statement = await findStatement(tx.sql, statementId);
  if (!statement) return;
  const { incidentId, number, audience } = statement;
  const later = (await statementsOf(tx.sql, incidentId)).some(
    (each) =>
      each.audience === audience &&
      each.sentAt &&
      statement.sentAt &&
      Temporal.Instant.compare(each.sentAt, statement.sentAt) > 0,
  );
  if (later) return;
  record(tx, 'statement.update-missed', { incidentId, body: { statementId, number, audience } });
  const incident = await lockIncident(tx.sql, incidentId);
  if (!incident || incident.state === 'closed') return;
  const { ja, en } = AUDIENCE_WORDS[audience];
  await raiseTask(tx, incidentId, {
    matter: matterOf.update(audience),
    title: {
      ja: `続報の予定時刻を超過：${ja}への続報の発表`,
      en: `Update overdue: publish an update for ${en}`,
    },
    roles: ['communications'],
  });
}
