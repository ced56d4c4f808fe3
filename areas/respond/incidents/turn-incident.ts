import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { TURNS, type Turning } from './rules.ts';
import type { IncidentState, Turn } from './schema.ts';
import { lockIncident, setState } from './store.ts';

const FACT = { resolve: 'incident.resolved', reopen: 'incident.reopened', close: 'incident.closed' } as const;

const WHY_NOT: Readonly<Record<IncidentState, { ja: string; en: string }>> = {
  open: {
    ja: '対応中です。終了する前に復旧を記録してください',
    en: 'It is open; resolve it before closing it',
  },
  resolved: { ja: '復旧済みです', en: 'It is resolved already' },
  closed: { ja: '終了済みです。必要なら対応を再開してください', en: 'It is closed; reopen it first' },
};

/** Resolves, reopens or closes an incident, as the table of states allows. */
export async function turnIncident(
  ctx: Context,
  id: string,
  turning: Turning,
  { note }: Turn,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const incident = await lockIncident(tx.sql, id);
    if (!incident) throw new Fault('not-found');
    const next = TURNS[incident.state][turning];
    if (next === null) throw new Fault('conflict', { detail: WHY_NOT[incident.state] });
    await setState(tx.sql, id, next, ctx.now);
    record(tx, FACT[turning], { incidentId: id, body: { note } });
  });
}
