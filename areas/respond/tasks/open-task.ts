import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimeOut } from '../../enqueue.ts';
import { lineOfClient } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { inIncident, lockIncident, lockRunning, mayEnter } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import { typedBefore } from '../timeline/typed-before.ts';
import { plannedHolder } from './planned-holder.ts';
import { type NewTask, type TaskWanted, taskFields } from './schema.ts';
import { insertTask } from './store.ts';
import { askParty, partyOf, tellAssignee } from './tell-about-task.ts';

type Opening = TaskWanted & {
  readonly of?: { readonly planKey: string; readonly step: number };
  /** The caller tells people itself, of many tasks at once. */
  readonly quietly?: boolean;
  readonly clientId?: string;
  /** A time ran out: whoever is to do it is called, for a message may wait until morning. */
  readonly called?: boolean;
  /** What it was raised about. */
  readonly matter?: string;
  /** Since when its time runs, if not now. */
  readonly since?: Temporal.Instant | undefined;
};

/** Gives a task, with the time it has («back to you in ten minutes») and what happens when that runs out. */
export async function openTask(ctx: Context, incidentId: string, wanted: NewTask): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  const { clientId, typedAt, ...task } = wanted;
  return inTransaction(ctx, async (tx) => {
    // Whoever lost the answer sends it again; under the incident's lock, so that two are never both the first.
    if (clientId) {
      await lockIncident(tx.sql, incidentId);
      const known = await lineOfClient(tx.sql, incidentId, clientId);
      if (known) return { id: String(known.body['taskId'] ?? '') };
    }
    return {
      id: await giveTask(tx, incidentId, {
        ...task,
        ...(clientId && { clientId }),
        // Its time began when it was typed.
        ...(typedAt && !ctx.happened && { since: typedBefore(typedAt, ctx.now) }),
      }),
    };
  });
}

/** The same within the caller's transaction: checked as somebody asked for it, and whoever is to do it is told. */
export async function giveTask(tx: Tx, incidentId: string, wanted: Opening): Promise<string> {
  await lockRunning(tx.sql, incidentId);
  const { personId, party } = taskFields.parse(wanted);
  if (personId) await inIncident(tx.sql, incidentId, [personId], 'personId');
  if (party && !(await partyOf(tx.sql, party)))
    throw invalidField('party', {
      ja: '関係先の台帳に登録されていません。一覧から選択してください',
      en: 'Not in the parties register. Choose one from the list',
    });
  return openWithin(tx, incidentId, wanted);
}

/**
 * Opens a task in the caller's transaction, which has locked the incident. A task of a role that nobody is named for goes
 * to whoever holds the role now, else to whom the plan names for it; they are told.
 * @returns its id
 */
export async function openWithin(tx: Tx, incidentId: string, wanted: Opening): Promise<string> {
  const { ctx } = tx;
  const { minutes, personId: named, role, ...task } = taskFields.parse(wanted);
  const id = ctx.newId();
  const dueAt = minutes === null ? null : (wanted.since ?? whenOf(ctx).at).add({ minutes });
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
    matter: wanted.matter ?? '',
    createdAt: whenOf(ctx).at,
  });
  if (dueAt) await setTimeOut(tx, 'time-out-task', id, { taskId: id }, { at: dueAt });
  record(tx, 'task.opened', {
    incidentId,
    at: wanted.since,
    body: {
      taskId: id,
      number,
      title: task.title,
      dueAt: dueAt?.toString() ?? null,
      personId,
      ...(wanted.clientId && { clientId: wanted.clientId }),
      ...(wanted.called && { called: true }),
    },
  });
  if (personId && personId !== ctx.actor.personId && !wanted.quietly) await tellAssignee(tx, id);
  if (task.party) await askParty(tx, { id, incidentId, number, title: task.title, party: task.party, dueAt });
  return id;
}

/** Whoever holds the role tonight, before whoever was meant to. */
export async function holderOf(tx: Tx, incidentId: string, role: string): Promise<string | null> {
  const holder = (await rolesOf(tx.sql, incidentId)).find((each) => each.role === role);
  const planned = holder
    ? undefined
    : (await stampedPlan(tx.sql, incidentId))?.plan.roles.find(({ key }) => key === role);
  const personId = holder?.personId ?? (planned ? await plannedHolder(tx, planned) : null);
  // What is restricted is given to nobody who cannot open it.
  return personId && (await mayEnter(tx.sql, incidentId, personId)) ? personId : null;
}
