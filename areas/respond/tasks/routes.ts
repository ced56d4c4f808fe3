import { reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../../prepare/contacts/index.ts';
import { serve } from '../../route.ts';
import { findIncident } from '../incidents/index.ts';
import { latestAbout, type Notice } from '../notices/index.ts';
import { contracts } from './contract.ts';
import { assignTask, endTask, extendTask } from './end-task.ts';
import { openTask } from './open-task.ts';
import { runPlan } from './run-plan.ts';
import { sweepCountsOf, tasksOf } from './store.ts';

const askedOf = (notice: Notice | undefined) =>
  notice ? { state: notice.state, reason: notice.reason, answer: notice.answer } : null;

export const routes = serve(contracts, {
  'GET /api/respond/incidents/:id/tasks': async (ctx, { params }) => {
    permit(ctx, 'room.read');
    return reading(ctx, async (trx) => {
      if (!(await findIncident(trx, params.id))) throw new Fault('not-found');
      const tasks = await tasksOf(trx, params.id);
      const names = await namesOf(
        trx,
        tasks.flatMap(({ personId }) => personId ?? []),
      );
      const asked = await latestAbout(
        trx,
        'request',
        tasks.filter(({ party }) => party !== null).map(({ id }) => id),
      );
      const swept = await sweepCountsOf(
        trx,
        tasks.filter(({ kind }) => kind === 'sweep').map(({ id }) => id),
      );
      return {
        tasks: tasks.map(({ incidentId: _, planKey: _plan, matter: _matter, ...task }) => ({
          ...task,
          asked: askedOf(asked.get(task.id)),
          sweep: swept.get(task.id) ?? null,
          personName: task.personId ? (names[task.personId] ?? '?') : null,
          dueAt: task.dueAt?.toString() ?? null,
          timedOutAt: task.timedOutAt?.toString() ?? null,
          createdAt: task.createdAt.toString(),
          endedAt: task.endedAt?.toString() ?? null,
        })),
      };
    });
  },
  'POST /api/respond/incidents/:id/tasks': (ctx, { params, body }) => openTask(ctx, params.id, body),
  'POST /api/respond/incidents/:id/tasks/run-plan': (ctx, { params }) => runPlan(ctx, params.id),
  'PUT /api/respond/tasks/:id/person': async (ctx, { params, body }) => {
    await assignTask(ctx, params.id, body.personId);
    return {};
  },
  'PUT /api/respond/tasks/:id/due': async (ctx, { params, body }) => {
    await extendTask(ctx, params.id, body.minutes);
    return {};
  },
  'POST /api/respond/tasks/:id/end': async (ctx, { params, body }) => {
    await endTask(ctx, params.id, body);
    return {};
  },
});
