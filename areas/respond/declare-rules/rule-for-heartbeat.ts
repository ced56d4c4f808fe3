import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { newRule } from './schema.ts';
import { insertRule } from './store.ts';

/** High: what watches has gone silent, and what it would have told nobody knows. */
const SEVERITY = 3;

/** Timer: a heartbeat was added that is to page when it is missed; the rule for it is one like any other, and may be changed. */
export async function ruleForHeartbeat(tx: Tx, { name }: TimerBody<'rule-for-heartbeat'>): Promise<void> {
  permit(tx.ctx, 'rule.manage');
  const id = tx.ctx.newId();
  await insertRule(
    tx.sql,
    tx.ctx.orgId,
    id,
    newRule.parse({
      name,
      matchers: [
        { field: 'alertname', operator: 'is', values: ['HeartbeatMissed'] },
        { field: 'heartbeat', operator: 'is', values: [name] },
      ],
      severity: SEVERITY,
      page: true,
    }),
  );
  record(tx, 'rule.added', { body: { ruleId: id } });
}
