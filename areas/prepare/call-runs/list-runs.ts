import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { routesOf } from '../contact-routes/index.ts';
import { findPeople, namesBehind } from '../contacts/index.ts';
import type { runView } from './schema.ts';
import { callsOf, recentRuns } from './store.ts';

const SHOWN = 20;

/** The last runs with everybody called, how they are reached, and how each call went. */
export async function listRuns(
  ctx: Context,
  incidentId: string | undefined,
): Promise<z.input<typeof runView>[]> {
  permit(ctx, 'register.read');
  return reading(ctx, async (trx) => {
    const runs = await recentRuns(trx, incidentId, SHOWN);
    const calls = await callsOf(
      trx,
      runs.map(({ id }) => id),
    );
    const ids = calls.map(({ personId }) => personId);
    const names = await namesBehind(
      trx,
      [
        ...ids,
        ...calls.flatMap(({ deputyOf, by }) => [deputyOf ?? '', by ?? '']),
        ...runs.map(({ begunBy }) => begunBy),
      ],
      ctx.language,
    );
    const routes = await routesOf(trx, [...new Set(ids)]);
    const mail = new Map((await findPeople(trx, [...new Set(ids)])).map(({ id, email }) => [id, email]));
    const reachOf = (id: string): string =>
      routes
        .filter(({ personId }) => personId === id)
        .map(({ address }) => address)
        .join(' / ') ||
      (mail.get(id) ?? '');
    return runs.map((run) => {
      const own = calls.filter(({ runId }) => runId === run.id);
      return {
        ...run,
        begunAt: run.begunAt.toString(),
        begunBy: names[run.begunBy] ?? run.begunBy,
        endedAt: run.endedAt?.toString() ?? null,
        reached: own.filter(({ outcome }) => outcome === 'reached').length,
        calls: own.map(({ position, personId, deputyOf, outcome, at, by }) => ({
          position,
          name: names[personId] ?? '?',
          deputyOf: deputyOf === null ? null : (names[deputyOf] ?? '?'),
          reach: reachOf(personId),
          outcome,
          at: at?.toString() ?? null,
          by: by === null ? null : (names[by] ?? by),
        })),
      };
    });
  });
}
