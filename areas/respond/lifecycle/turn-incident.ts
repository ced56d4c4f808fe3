import type { z } from 'zod';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { setState } from '../incidents/acts.ts';
import { lockIncident } from '../incidents/index.ts';
import type { IncidentState } from '../incidents/schema.ts';
import { CLOSED } from '../incidents/words.ts';
import { settleWithin } from '../investigation/acts.ts';
import { askWhetherAttack } from '../investigation/ask-whether-attack.ts';
import { hypothesesOf } from '../investigation/index.ts';
import { refuseUnchecked } from '../tasks/health-checks.ts';
import { obstaclesTo } from './closing.ts';
import { TURNS, type Turning } from './rules.ts';
import { type Closing, closing, type Turn } from './schema.ts';

const FACT = { resolve: 'incident.resolved', reopen: 'incident.reopened', close: 'incident.closed' } as const;

const WHY_NOT: Readonly<Record<IncidentState, Bilingual>> = {
  open: {
    ja: '対応中です。終了する前に復旧を記録してください',
    en: 'It is open; resolve it before closing it',
  },
  resolved: { ja: '復旧済みです', en: 'It is resolved already' },
  closed: CLOSED,
};

/** Resolves or reopens an incident, as the table of states allows; not resolved while a health check is open. */
export async function turnIncident(
  ctx: Context,
  id: string,
  turning: Exclude<Turning, 'close'>,
  { note }: Turn,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, (tx) => turn(tx, id, turning, note));
}

/**
 * Closes an incident.
 * @throws Fault `invalid` that names everything that keeps it open: the unanswered question of an attack, required tasks,
 * reports, audiences that wait for the end
 */
export async function closeIncident(ctx: Context, id: string, given: Closing): Promise<void> {
  permit(ctx, 'incident.command');
  const { note, cyber } = closing.parse(given);
  await inTransaction(ctx, async (tx) => {
    const { state } = (await lockIncident(tx.sql, id)) ?? {};
    if (!state) throw new Fault('not-found');
    if (TURNS[state].close === null) throw new Fault('conflict', { detail: WHY_NOT[state] });
    if (cyber) await answerCyber(tx, id, cyber);
    const obstacles = await obstaclesTo(tx.sql, id, tx.ctx.now);
    if (obstacles.length > 0) throw new Fault('invalid', { fields: obstacles });
    await turn(tx, id, 'close', note);
  });
}

/** Answers every such question that is open, or the one nobody has asked. */
async function answerCyber(
  tx: Tx,
  incidentId: string,
  { was, how, certainty }: NonNullable<z.output<typeof closing>['cyber']>,
): Promise<void> {
  const open = (await hypothesesOf(tx.sql, incidentId)).filter(
    ({ cyber, state }) => cyber && state === 'open',
  );
  const ids = open.map(({ id }) => id);
  if (ids.length === 0) ids.push(await askWhetherAttack(tx, incidentId));
  for (const id of ids) await settleWithin(tx, id, { state: was, certainty, outcome: how });
}

async function turn(tx: Tx, id: string, turning: Turning, note: string): Promise<void> {
  const incident = await lockIncident(tx.sql, id);
  if (!incident) throw new Fault('not-found');
  const next = TURNS[incident.state][turning];
  if (next === null) throw new Fault('conflict', { detail: WHY_NOT[incident.state] });
  if (turning === 'resolve') await refuseUnchecked(tx.sql, id);
  await setState(tx.sql, id, next, tx.ctx.now);
  record(tx, FACT[turning], { incidentId: id, body: { note } });
}
