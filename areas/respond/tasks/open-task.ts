import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { inIncident, lockIncident, mayEnter } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { plannedHolder } from './planned-holder.ts';
import { type NewTask, type TaskWanted, taskFields } from './schema.ts';
import { insertTask } from './store.ts';
import { askParty, partyOf, tellAssignee } from './tell-about-task.ts';

/** Gives a task, with the time it has («back to you in ten minutes») and what happens when that runs out. */
export async function openTask(ctx: Context, incidentId: string, wanted: NewTask): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => ({ id: await giveTask(tx, incidentId, wanted) }));
}

/** The same within the caller's transaction: checked as somebody asked for it, and whoever is to do it is told. */
export async function giveTask(tx: Tx, incidentId: string, wanted: TaskWanted): Promise<string> {
  const incident = await lockIncident(tx.sql, incidentId);
  if (!incident) throw new Fault('not-found');
  if (incident.state === 'closed')
    throw new Fault('conflict', { detail: { ja: '終了済みです', en: 'The incident is closed' } });
  const { personId, party } = taskFields.parse(wanted);
  if (personId) await inIncident(tx.sql, incidentId, [personId], 'personId');
  if (party && !(await partyOf(tx.sql, party)))
    throw invalidField('party', {
      ja: '台帳にない相手です。一覧から選んでください',
      en: 'Not in the register of parties: choose from the list',
    });
  return openWithin(tx, incidentId, wanted);
}

/**
 * Opens a task in the caller's transaction, which has locked the incident. A task of a role that nobody is named for goes
 * to whoever holds the role now, else to whom the plan names for it; they are told.
 * @returns its id
 */
export async function openWithin(
  tx: Tx,
  incidentId: string,
  wanted: TaskWanted & {
    readonly of?: { readonly planKey: string; readonly step: number };
    /** The caller tells people itself, of many tasks at once. */
    readonly quietly?: boolean;
  },
): Promise<string> {
  const { ctx } = tx;
  const { minutes, personId: named, role, ...task } = taskFields.parse(wanted);
  const id = ctx.newId();
  const dueAt = minutes === null ? null : ctx.now.add({ minutes });
  const personId = named ?? (role === null ? null : await holderOf(tx, incidentId, role));
  const number = await insertTask(tx.sql, ctx.orgId, {
    ...task,
    id,
    incidentId,
    role,
    personId,
    dueAt,
    step: wanted.of?.step ?? null,
    planKey: wanted.of?.planKey ?? null,
    createdAt: ctx.now,
  });
  if (dueAt) setTimer(tx, 'time-out-task', id, { taskId: id }, { at: dueAt });
  record(tx, 'task.opened', {
    incidentId,
    body: { taskId: id, number, title: task.title, dueAt: dueAt?.toString() ?? null, personId },
  });
  if (personId && personId !== ctx.actor.personId && !wanted.quietly) await tellAssignee(tx, id);
  if (task.party) await askParty(tx, { id, incidentId, number, title: task.title, party: task.party, dueAt });
  return id;
}

/** Whoever holds the role tonight, before whoever was meant to. */
export async function holderOf(tx: Tx, incidentId: string, role: string): Promise<string | null> {
  const holder = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
  if (holder) return holder.personId;
  const planned = (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(({ key }) => key === role);
  const personId = planned ? await plannedHolder(tx, planned) : null;
  // What is restricted is given to nobody who cannot open it.
  return personId && (await mayEnter(tx.sql, incidentId, personId)) ? personId : null;
}
