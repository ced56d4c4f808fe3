import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { cancelTimer } from '../../enqueue.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { followPlan } from '../../prepare/plans/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident, mayEnter, refuseClosed } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { estimatesOf, stampedPlan } from '../plans/index.ts';
import { knownInputs } from '../plans/schema.ts';
import { rolesOf } from '../roles/index.ts';
import { assignWithin } from '../staffing/assign-role.ts';
import { plannedHolder } from '../tasks/planned-holder.ts';
import { timesOf } from '../timeline/rules.ts';
import { setNextBrief } from './next-brief.ts';
import { clockOf } from './rules.ts';
import { type Moved, moved, type SetUp, setUp } from './schema.ts';
import { lastHeadquarters, markEnded, markStanding, setPlace } from './store.ts';
import { proposeWithin } from './weigh-headquarters.ts';

const SET_UP = { ja: '対策本部の設置', en: 'the headquarters was set up' };
const ENDED = { ja: '前の対策本部の解散・見送り', en: 'the previous headquarters ended' };

/**
 * Sets the headquarters up, proposed or not: its clock stops, its roles go to whom the plan names, and the executive brief
 * begins. Whoever holds a role already keeps it.
 */
export async function setUpHeadquarters(ctx: Context, incidentId: string, given: SetUp): Promise<void> {
  permit(ctx, 'incident.command');
  const wanted = setUp.parse(given);
  await inTransaction(ctx, async (tx) => {
    await lockIncident(tx.sql, incidentId);
    const incident = await findIncident(tx.sql, incidentId);
    if (!incident) throw new Fault('not-found');
    const last = await lastHeadquarters(tx.sql, incidentId);
    if (last?.state === 'standing')
      throw new Fault('conflict', {
        detail: { ja: '対策本部は設置済みです', en: 'Headquarters is already set up' },
      });
    refuseClosed(incident);
    if (last?.endedAt) refuseBefore(ctx, { at: last.endedAt }, ENDED);
    const made =
      last?.state === 'proposed' ? last : await proposeWithin(tx, incident, await standingNow(tx, incident));
    if (!made) throw new Fault('conflict');
    // Somebody may have stated since when it was really noticed: the clock is read from the record.
    const { noticed } = timesOf(await linesOfIncident(tx.sql, incidentId));
    const clock = clockOf(
      noticed ?? { at: made.noticedAt, precision: 'second' },
      whenOf(ctx),
      made.targetMinutes,
    ) ?? { seconds: null, met: null };
    const planned = (await stampedPlan(tx.sql, incidentId))?.plan.bodies.find(
      ({ kind }) => kind === 'headquarters',
    );
    const place = { ...wanted, room: wanted.room || (planned?.place ?? '') };
    await markStanding(tx.sql, made.id, place, whenOf(ctx).at);
    record(tx, 'headquarters.set-up', {
      incidentId,
      body: { headquartersId: made.id, name: made.name, targetMinutes: made.targetMinutes, ...clock },
    });
    await fillRoles(tx, incidentId);
    await setNextBrief(tx, incidentId, wanted.briefMinutes);
  });
}

/**
 * Moves a headquarters that stands: its room, its bridge when that fails, how often executives are told.
 * @throws Fault `conflict` when it is not where the writer had seen it
 */
export async function moveHeadquarters(ctx: Context, incidentId: string, given: Moved): Promise<void> {
  permit(ctx, 'incident.command');
  const { room, bridge, briefMinutes, seen } = moved.parse(given);
  await inTransaction(ctx, async (tx) => {
    await lockIncident(tx.sql, incidentId);
    const last = await lastHeadquarters(tx.sql, incidentId);
    if (last?.state !== 'standing')
      throw new Fault('conflict', {
        detail: { ja: '対策本部は設置されていません', en: 'No headquarters is set up' },
      });
    refuseBefore(ctx, last.setUpAt ? { at: last.setUpAt } : undefined, SET_UP);
    holdToSeen(seen, { room: last.room, bridge: last.bridge, briefMinutes: last.briefMinutes });
    await setPlace(tx.sql, last.id, { room, bridge, briefMinutes });
    if (briefMinutes !== last.briefMinutes) {
      if (briefMinutes > 0) await setNextBrief(tx, incidentId, briefMinutes);
      else await cancelTimer(tx, 'draft-brief', incidentId);
    }
    record(tx, 'headquarters.changed', {
      incidentId,
      body: { headquartersId: last.id, room, bridgeChanged: bridge !== last.bridge, briefMinutes },
    });
  });
}

/** Where the plan says an incident stands now, for one that is set up by hand. */
async function standingNow(
  tx: Tx,
  incident: IncidentView,
): Promise<{ level: number; inputs: Record<string, unknown> }> {
  const plan = (await stampedPlan(tx.sql, incident.id))?.plan;
  const inputs = { ...(await estimatesOf(tx.sql, incident.id)), ...knownInputs(incident) };
  return { level: plan ? followPlan(plan, inputs).level : 0, inputs: plan ? inputs : {} };
}

/** The chair and members of the plan's headquarters, each given to its person, else who is on by its roster, else a deputy. */
async function fillRoles(tx: Tx, incidentId: string): Promise<void> {
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  const body = plan?.bodies.find(({ kind }) => kind === 'headquarters');
  if (!plan || !body) return;
  const held = new Set((await rolesOf(tx.sql, incidentId)).map(({ role }) => role));
  for (const key of new Set([body.chair, ...body.members])) {
    const role = plan.roles.find((each) => each.key === key);
    if (!role || held.has(key)) continue;
    const personId = await plannedHolder(tx, role);
    if (personId && (await mayEnter(tx.sql, incidentId, personId)))
      await assignWithin(tx, incidentId, { role: key, name: role.name, personId });
  }
}

/** Ends a headquarters: a proposal is declined, one that stands is stood down; why is part of the record. */
export async function endHeadquarters(ctx: Context, incidentId: string, reason: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const last = await lastHeadquarters(tx.sql, incidentId);
    if (last?.state !== 'proposed' && last?.state !== 'standing')
      throw new Fault('conflict', {
        detail: { ja: '対策本部は設置されていません', en: 'No headquarters is set up' },
      });
    const standing = last.state === 'standing';
    refuseBefore(ctx, last.setUpAt ? { at: last.setUpAt } : undefined, SET_UP);
    await markEnded(tx.sql, last.id, standing ? 'stoodDown' : 'declined', whenOf(ctx).at);
    await cancelTimer(tx, 'draft-brief', incidentId);
    record(tx, standing ? 'headquarters.stood-down' : 'headquarters.declined', {
      incidentId,
      body: { headquartersId: last.id, reason },
    });
  });
}
