import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { SweepCounts, TaskView } from './schema.ts';

export interface StoredTask {
  readonly id: string;
  readonly incidentId: string;
  readonly number: number;
  readonly kind: TaskView['kind'];
  readonly title: string;
  readonly role: string | null;
  readonly personId: string | null;
  readonly party: string | null;
  readonly state: TaskView['state'];
  readonly dueAt: Temporal.Instant | null;
  readonly onTimeout: TaskView['onTimeout'];
  readonly step: number | null;
  readonly planKey: string | null;
  readonly required: boolean;
  readonly timedOutAt: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly note: string;
  /** What a task raised by itself is about; empty for the others. */
  readonly matter: string;
}

const tasks = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('incident_task')
    .select([
      'id',
      'incident_id as incidentId',
      'number',
      'title',
      'role',
      'person_id as personId',
      'party',
      'state',
      'due_at as dueAt',
      'step',
      'plan_key as planKey',
      'required',
      'timed_out_at as timedOutAt',
      'created_at as createdAt',
      'ended_at as endedAt',
      'note',
      'matter',
    ])
    .select(sql<TaskView['kind']>`kind`.as('kind'))
    .select(sql<TaskView['onTimeout']>`on_timeout`.as('onTimeout'));

/** Of one incident, in the order in which they were given. */
export async function tasksOf(trx: Transaction<Tables>, incidentId: string): Promise<StoredTask[]> {
  return tasks(trx).where('incident_id', '=', incidentId).orderBy('number').execute();
}

export async function openTasksOf(trx: Transaction<Tables>, incidentId: string): Promise<StoredTask[]> {
  return tasks(trx)
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'open')
    .orderBy('number')
    .execute();
}

/** What one person has to do, the soonest due first. */
export async function openTasksOfPerson(
  trx: Transaction<Tables>,
  personId: string,
): Promise<Pick<StoredTask, 'id' | 'incidentId' | 'title' | 'dueAt'>[]> {
  return trx
    .selectFrom('incident_task')
    .select(['id', 'incident_id as incidentId', 'title', 'due_at as dueAt'])
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .orderBy(sql`due_at ASC NULLS LAST`)
    .limit(100)
    .execute();
}

/** Open tasks that people have in other incidents that go on: nobody is free because this one does not see them. */
export async function tasksElsewhere(
  trx: Transaction<Tables>,
  incidentId: string,
  personIds: readonly string[],
): Promise<{ personId: string | null }[]> {
  if (personIds.length === 0) return [];
  return trx
    .selectFrom('incident_task as t')
    .innerJoin('incident as i', (j) =>
      j.onRef('i.org_id', '=', 't.org_id').onRef('i.id', '=', 't.incident_id'),
    )
    .select('t.person_id as personId')
    .where('t.state', '=', 'open')
    .where('t.incident_id', '!=', incidentId)
    .where('t.person_id', 'in', personIds)
    .where('i.state', '!=', 'closed')
    .execute();
}

export async function findTask(trx: Transaction<Tables>, id: string): Promise<StoredTask | undefined> {
  return tasks(trx).where('id', '=', id).executeTakeFirst();
}

export async function lockTask(trx: Transaction<Tables>, id: string): Promise<StoredTask | undefined> {
  return tasks(trx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The caller has locked the incident. @returns the number given */
export async function insertTask(
  trx: Transaction<Tables>,
  orgId: string,
  task: Omit<StoredTask, 'number' | 'state' | 'timedOutAt' | 'endedAt' | 'note'>,
): Promise<number> {
  const last = await trx
    .selectFrom('incident_task')
    .select((e) => e.fn.max('number').as('number'))
    .where('incident_id', '=', task.incidentId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('incident_task')
    .values({
      org_id: orgId,
      id: task.id,
      incident_id: task.incidentId,
      number,
      kind: task.kind,
      title: task.title,
      role: task.role,
      person_id: task.personId,
      party: task.party,
      state: 'open',
      due_at: task.dueAt?.toString() ?? null,
      on_timeout: task.onTimeout,
      step: task.step,
      plan_key: task.planKey,
      required: task.required,
      created_at: task.createdAt.toString(),
      note: '',
      matter: task.matter,
    })
    .execute();
  return number;
}

/** Open tasks of a role go on with whoever holds it now. */
export async function moveTasks(
  trx: Transaction<Tables>,
  incidentId: string,
  { role, from, to }: { readonly role: string; readonly from: string; readonly to: string },
): Promise<void> {
  await trx
    .updateTable('incident_task')
    .set({ person_id: to })
    .where('incident_id', '=', incidentId)
    .where('role', '=', role)
    .where('person_id', '=', from)
    .where('state', '=', 'open')
    .execute();
}

export async function setAssignee(
  trx: Transaction<Tables>,
  id: string,
  personId: string | null,
): Promise<void> {
  await trx.updateTable('incident_task').set({ person_id: personId }).where('id', '=', id).execute();
}

/** A new time: that the old one ran out is past. */
export async function setDue(trx: Transaction<Tables>, id: string, dueAt: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('incident_task')
    .set({ due_at: dueAt.toString(), timed_out_at: null })
    .where('id', '=', id)
    .execute();
}

export async function setTitle(trx: Transaction<Tables>, id: string, title: string): Promise<void> {
  await trx.updateTable('incident_task').set({ title }).where('id', '=', id).execute();
}

export async function markTimedOut(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('incident_task').set({ timed_out_at: at.toString() }).where('id', '=', id).execute();
}

export async function setEnded(
  trx: Transaction<Tables>,
  id: string,
  end: { readonly state: 'done' | 'cancelled'; readonly note: string; readonly by: string },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('incident_task')
    .set({ state: end.state, note: end.note, ended_by: end.by, ended_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function setReopened(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('incident_task')
    .set({ state: 'open', note: '', ended_by: null, ended_at: null })
    .where('id', '=', id)
    .execute();
}

const NONE: SweepCounts = { pending: 0, clean: 0, found: 0, excluded: 0 };

/** Of the hosts of sweeps, how many have which result: what such a task lacks to be done. */
export async function sweepCountsOf(
  trx: Transaction<Tables>,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, SweepCounts>> {
  const counts = new Map<string, SweepCounts>(taskIds.map((id) => [id, { ...NONE }]));
  if (taskIds.length === 0) return counts;
  const { rows } = await sql<{ id: string; result: keyof SweepCounts; count: number }>`
    SELECT task_id AS id, result, count(*)::int AS count FROM sweep_item
    WHERE task_id = ANY (${taskIds}::uuid[]) GROUP BY 1, 2`.execute(trx);
  for (const { id, result, count } of rows) counts.set(id, { ...(counts.get(id) ?? NONE), [result]: count });
  return counts;
}
