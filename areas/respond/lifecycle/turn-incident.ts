import type { z } from 'zod';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { setState } from '../incidents/acts.ts';
import { findIncident, lockIncident, mergedIntoOf } from '../incidents/index.ts';
import type { IncidentState, IncidentView } from '../incidents/schema.ts';
import { CLOSED } from '../incidents/words.ts';
import { settleWithin } from '../investigation/acts.ts';
import { askWhetherAttack } from '../investigation/ask-whether-attack.ts';
import { hypothesesOf } from '../investigation/index.ts';
import { ruleOutWithin } from '../reports/acts.ts';
import { refuseUnchecked } from '../tasks/health-checks.ts';
import { timesOf } from '../timeline/rules.ts';
import { obstaclesTo } from './closing.ts';
import { isRegime, whatIsLeft } from './left-open.ts';
import { TURNS, type Turning, unanswered } from './rules.ts';
import { type Closing, closing, type Turn, turn as turnShape } from './schema.ts';

const FACT = { resolve: 'incident.resolved', reopen: 'incident.reopened', close: 'incident.closed' } as const;

const WHY_NOT: Readonly<Record<IncidentState, Bilingual>> = {
  open: {
    ja: '対応中です。終了する前に、復旧を記録してください',
    en: 'The incident is open. Resolve it before closing',
  },
  resolved: { ja: 'すでに復旧済みです', en: 'Already resolved' },
  closed: CLOSED,
};

/**
 * Resolves or reopens an incident, as the table of states allows; not resolved while a health check is open, nor in passing
 * while machines or systems are not back.
 */
export async function turnIncident(
  ctx: Context,
  id: string,
  turning: Exclude<Turning, 'close'>,
  given: Turn,
): Promise<void> {
  permit(ctx, 'incident.command');
  const said = turnShape.parse(given);
  await inTransaction(ctx, (tx) => turn(tx, id, turning, said));
}

/**
 * Closes an incident.
 * @throws Fault `invalid` that names everything that keeps it open: the unanswered question of an attack, required tasks,
 * reports, audiences that wait for the end; and whatever would be left without a reason
 */
export async function closeIncident(ctx: Context, id: string, given: Closing): Promise<void> {
  permit(ctx, 'incident.command');
  const { cyber, ...said } = closing.parse(given);
  await inTransaction(ctx, async (tx) => {
    const { state } = (await lockIncident(tx.sql, id)) ?? {};
    if (!state) throw new Fault('not-found');
    if (TURNS[state].close === null) throw new Fault('conflict', { detail: WHY_NOT[state] });
    if (cyber) await answerCyber(tx, id, cyber);
    await turn(tx, id, 'close', { ...said, keepCalling: false });
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

const NOTICED: Bilingual = { ja: '検知・宣言', en: 'it was detected or declared' };
const REOPENED: Bilingual = { ja: '対応の再開', en: 'it was reopened' };
const OVER: Bilingual = { ja: '復旧・終了', en: 'it was over' };
const RESOLVED: Bilingual = { ja: '復旧', en: 'it was resolved' };

/** @throws Fault `invalid` where a turn lies before what it follows on */
async function refuseTooEarly(
  tx: Tx,
  { id, resolvedAt, closedAt }: IncidentView,
  turning: Turning,
): Promise<void> {
  if (!tx.ctx.happened) return;
  if (turning !== 'resolve') {
    const text = closedAt ?? resolvedAt;
    const before = text ? { at: Temporal.Instant.from(text) } : undefined;
    return refuseBefore(tx.ctx, before, turning === 'close' ? RESOLVED : OVER);
  }
  const lines = await linesOfIncident(tx.sql, id);
  refuseBefore(tx.ctx, timesOf(lines).noticed, NOTICED);
  // It may have been over once before.
  refuseBefore(
    tx.ctx,
    lines.findLast(({ kind }) => kind === 'incident.reopened'),
    REOPENED,
  );
}

async function turn(
  tx: Tx,
  id: string,
  turning: Turning,
  { note, left: why, keepCalling }: z.output<typeof turnShape>,
): Promise<void> {
  await lockIncident(tx.sql, id);
  const incident = await findIncident(tx.sql, id);
  if (!incident) throw new Fault('not-found');
  const next = TURNS[incident.state][turning];
  if (next === null) throw new Fault('conflict', { detail: WHY_NOT[incident.state] });
  const into = turning === 'reopen' ? await mergedIntoOf(tx.sql, id) : undefined;
  if (into)
    throw new Fault('conflict', {
      detail: {
        ja: `#${into.number}に統合されています。統合先で対応を続けてください`,
        en: `Merged into #${into.number}. Continue there`,
      },
    });
  await refuseTooEarly(tx, incident, turning);
  if (turning === 'resolve') await refuseUnchecked(tx.sql, id);
  const left = turning === 'reopen' ? [] : await whatIsLeft(tx.sql, incident, turning, tx.ctx.now);
  const obstacles = turning === 'close' ? await obstaclesTo(tx.sql, id, tx.ctx.now) : [];
  const fields = [...obstacles, ...unanswered(left, why)];
  if (fields.length > 0) throw new Fault('invalid', { fields });
  for (const { name } of left)
    if (isRegime(name)) await ruleOutWithin(tx, id, { regime: name, reason: why[name] ?? '' });
  await setState(tx.sql, id, next, whenOf(tx.ctx).at);
  const kept = left.map(({ name, what }) => ({ name, what: what[tx.ctx.language], why: why[name] ?? '' }));
  const from = incident.state === 'open' ? undefined : incident.state;
  if (turning === 'reopen') return record(tx, FACT.reopen, { incidentId: id, body: { note, from } });
  record(tx, FACT[turning], {
    incidentId: id,
    body: { note, ...(kept.length > 0 && { left: kept }), ...(keepCalling && { calling: true }) },
  });
}
