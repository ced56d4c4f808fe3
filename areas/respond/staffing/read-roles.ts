import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { findIncident } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { rolesOf } from '../roles/index.ts';
import type { rolesView } from '../roles/schema.ts';
import { openTasksOf, tasksElsewhere } from '../tasks/index.ts';
import { loadsOf } from './rules.ts';

/** Who holds what in an incident, and who holds too much. */
export async function readRoles(ctx: Context, incidentId: string): Promise<z.input<typeof rolesView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const roles = await rolesOf(trx, incidentId);
    const plan = (await stampedPlan(trx, incidentId))?.plan.roles ?? [];
    const here = await openTasksOf(trx, incidentId);
    const people = [
      ...new Set([
        ...roles.map(({ personId }) => personId),
        ...here.flatMap(({ personId }) => personId ?? []),
        ...plan.flatMap(({ deputyIds }) => deputyIds),
      ]),
    ];
    const loads = loadsOf(roles, [...here, ...(await tasksElsewhere(trx, incidentId, people))], plan).filter(
      // Deputies who only have tasks elsewhere are weighed, not listed.
      ({ personId }) =>
        roles.some((held) => held.personId === personId) || here.some((task) => task.personId === personId),
    );
    const names = await namesOf(trx, [
      ...roles.flatMap(({ personId, nextPersonId }) => [personId, nextPersonId ?? '']),
      ...loads.flatMap(({ personId, relief }) => [personId, relief?.personId ?? '']),
    ]);
    const nameOf = (id: string): string => names[id] ?? '?';
    return {
      roles: roles.map(({ role, name, personId, since, attendedAt, nextPersonId, handOver }) => ({
        role,
        name,
        personId,
        personName: nameOf(personId),
        since: since.toString(),
        attendedAt: attendedAt?.toString() ?? null,
        next: nextPersonId ? { id: nextPersonId, name: nameOf(nextPersonId), note: handOver } : null,
      })),
      load: loads.map(({ personId, roles: held, openTasks, strains, relief }) => ({
        personId,
        name: nameOf(personId),
        roles: held.map((key) => roles.find(({ role }) => role === key)?.name ?? key),
        openTasks,
        strains: [...strains],
        relief: relief ? { ...relief, name: nameOf(relief.personId) } : null,
      })),
    };
  });
}
