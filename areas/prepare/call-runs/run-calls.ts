import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { whomToCall } from '../calling/index.ts';
import { firstToLast, orOnLeave } from '../calling/rules.ts';
import { whoIsOn } from '../rosters/index.ts';
import type { Outcome, RunWanted } from './schema.ts';
import { endRun, insertRun, isDrillIncident, isRunningIncident, lockRun, setOutcome } from './store.ts';

/** Begins a going-through of the call tree that holds now, by telephone and by hand; whom it names is fixed with it. */
export async function beginRun(
  ctx: Context,
  { cause, drill: asked, site, incidentId }: RunWanted,
): Promise<{ id: string }> {
  permit(ctx, 'incident.declare');
  return inTransaction(ctx, async (tx) => {
    if (incidentId !== null && !(await isRunningIncident(tx.sql, incidentId))) throw new Fault('not-found');
    // A drill is one whoever begins the calls, and by which button.
    const drill = asked || (incidentId !== null && (await isDrillIncident(tx.sql, incidentId)));
    const { band, cell, calls, passedOver, isAway } = await whomToCall(tx.sql, ctx.orgId, {
      cause,
      at: ctx.now,
      site: site ?? undefined,
    });
    const called = calls.flatMap(({ personIds, deputyIds }) => [
      ...personIds.map((personId) => ({ personId, deputyOf: null })),
      ...deputyIds.map((personId) => ({ personId, deputyOf: personIds[0] ?? null })),
    ]);
    const people =
      called.length > 0
        ? called
        : orOnLeave(
            firstToLast(
              { calls, passedOver },
              (await whoIsOn(tx.sql)).map(({ id }) => id),
              isAway,
            ),
          ).map((personId) => ({ personId, deputyOf: null }));
    if (people.length === 0)
      throw new Fault('conflict', {
        detail: {
          ja: '呼び出す人がいません。連絡網または呼び出し順を設定してください',
          en: 'There is no one to call. Set up a call tree or the on-call order',
        },
      });
    const id = ctx.newId();
    await insertRun(
      tx.sql,
      ctx.orgId,
      {
        id,
        cause,
        band,
        tree: cell?.key ?? null,
        drill,
        site,
        incidentId,
        begunAt: ctx.now,
        begunBy: byOf(ctx.actor),
      },
      people,
    );
    record(tx, 'call-run.begun', {
      incidentId: incidentId ?? undefined,
      body: { runId: id, cause, band, drill, calls: people.length },
    });
    return { id };
  });
}

/** Writes down how one call went, and who made it. */
export async function logCall(
  ctx: Context,
  runId: string,
  { position, outcome }: { position: number; outcome: Outcome },
): Promise<void> {
  permit(ctx, 'incident.declare');
  await inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx.sql, runId);
    if (!run) throw new Fault('not-found');
    if (run.endedAt !== null) throw new Fault('conflict');
    if (!(await setOutcome(tx.sql, runId, position, outcome, ctx.now, byOf(ctx.actor))))
      throw new Fault('not-found');
    record(tx, 'call-run.logged', {
      incidentId: run.incidentId ?? undefined,
      body: { runId, position, outcome },
    });
  });
}

export async function finishRun(ctx: Context, runId: string): Promise<void> {
  permit(ctx, 'incident.declare');
  await inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx.sql, runId);
    if (!run) throw new Fault('not-found');
    if (run.endedAt !== null) throw new Fault('conflict');
    await endRun(tx.sql, runId, ctx.now);
    record(tx, 'call-run.ended', { incidentId: run.incidentId ?? undefined, body: { runId } });
  });
}
