import type { Tx } from '../../../database/transaction.ts';
import { isAfterwards, isOvertaken, whenOf } from '../../../kernel/happened.ts';
import { inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { type Line, linesOfIncident } from '../../ledger/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { followPlan } from '../../prepare/plans/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { choosePlanWithin } from '../plans/acts.ts';
import { estimatesOf, stampedPlan } from '../plans/index.ts';
import { knownInputs } from '../plans/schema.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { timesOf } from '../timeline/rules.ts';
import { isToPropose, isWanted, newLow, USUAL_TARGET_MINUTES } from './rules.ts';
import { insertHeadquarters, lastHeadquarters, type StoredHeadquarters, setInputs, setLow } from './store.ts';

/**
 * Timer: looks at the plan's criteria again, because something they hang on has changed, and proposes a headquarters when
 * they hold. `anyway`: a task that ran out of time asks for one whatever the criteria say.
 */
export async function weighHeadquarters(
  claimed: Tx,
  { incidentId, anyway, happened }: TimerBody<'weigh-headquarters'>,
): Promise<void> {
  permit(claimed.ctx, 'incident.command');
  // What follows from an act that was entered afterwards happened then, too.
  const tx = claimed.asOf(happened && { ...happened, at: Temporal.Instant.from(happened.at) });
  await lockIncident(tx.sql, incidentId);
  const incident = await findIncident(tx.sql, incidentId);
  // Over, nobody convenes for it any more.
  if (incident?.state !== 'open') return;
  const inputs = { ...(await estimatesOf(tx.sql, incidentId)), ...knownInputs(incident) };
  // When it was declared too little was known for any plan; now there may be one that it calls for.
  if (!(await stampedPlan(tx.sql, incidentId))) await choosePlanWithin(tx, incidentId, inputs);
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  if (!anyway && !plan) return;
  const followed = plan && followPlan(plan, inputs);
  const { convene, level } = followed ?? { convene: null, level: 0 };
  if (followed) await raisePlanned(tx, incident, followed.reports);
  const last = await lastHeadquarters(tx.sql, incidentId);
  const lines = await linesOfIncident(tx.sql, incidentId);
  const reopened = lines.some(
    ({ kind, recordedAt }) =>
      kind === 'incident.reopened' &&
      last?.endedAt &&
      Temporal.Instant.compare(recordedAt, last.endedAt) >= 0,
  );
  // What a proposal rests on is what is known now, as long as nobody has decided.
  const wanted = { convene, level, anyway };
  if (last?.state === 'proposed') {
    await setInputs(tx.sql, last.id, { inputs, level });
    if (isWanted(wanted) && !isAfterwards(tx.ctx) && isSilent(lines, last.id))
      recordProposal(tx, incidentId, { ...last, level, inputs });
    return;
  }
  if (isOvertaken(tx.ctx, last?.endedAt)) return;
  if (isToPropose(wanted, reopened ? undefined : last)) {
    await proposeWithin(tx, incident, { level, inputs });
    return;
  }
  const low = last && newLow(wanted, last);
  if (last && low !== undefined) await setLow(tx.sql, last.id, low);
}

/** Proposed by what was entered afterwards alone, so that nobody was called: what holds now calls them. */
function isSilent(lines: readonly Line[], headquartersId: string): boolean {
  const proposal = lines.findLast(
    ({ kind, body }) => kind === 'headquarters.proposed' && body['headquartersId'] === headquartersId,
  );
  return proposal !== undefined && isAfterwards({ now: proposal.recordedAt, happened: proposal });
}

/** What the plan says is to be reported by what is known now becomes somebody's, once, with what is left of its time (C9-L2). */
async function raisePlanned(
  tx: Tx,
  { id: incidentId, declaredAt }: IncidentView,
  reports: ReturnType<typeof followPlan>['reports'],
): Promise<void> {
  const due = reports.filter((report) => report.due === 'yes');
  if (due.length === 0) return;
  const noticed =
    timesOf(await linesOfIncident(tx.sql, incidentId)).noticed?.at ?? Temporal.Instant.from(declaredAt);
  const gone = Math.floor(whenOf(tx.ctx).at.since(noticed).total('minutes'));
  for (const { to, withinMinutes } of due)
    await raiseTask(tx, incidentId, {
      matter: matterOf.planReport(to),
      once: true,
      title: { ja: `計画に基づく報告：${to}`, en: `Report to ${to} as planned` },
      roles: ['reporting', 'recorder'],
      // Entered as of before it was noticed, nothing of it is gone.
      minutes: Math.max(1, withinMinutes - Math.max(0, gone)),
    });
}

/** Writes a proposal down; its clock runs from when the incident was noticed. The caller has locked the incident. */
export async function proposeWithin(
  tx: Tx,
  { id: incidentId, declaredAt }: IncidentView,
  { level, inputs }: { readonly level: number; readonly inputs: Record<string, unknown> },
): Promise<StoredHeadquarters | undefined> {
  const { ctx } = tx;
  const plan = (await stampedPlan(tx.sql, incidentId))?.plan;
  const body = plan?.bodies.find(({ kind }) => kind === 'headquarters');
  const { noticed } = timesOf(await linesOfIncident(tx.sql, incidentId));
  const name = body?.name ?? inEach(await languagesRead(tx.sql), { ja: '対策本部', en: 'Headquarters' });
  const id = ctx.newId();
  await insertHeadquarters(tx.sql, ctx.orgId, {
    id,
    incidentId,
    name,
    inputs,
    level,
    proposedAt: whenOf(ctx).at,
    noticedAt: noticed?.at ?? Temporal.Instant.from(declaredAt),
    targetMinutes: body?.targetMinutes ?? USUAL_TARGET_MINUTES,
  });
  recordProposal(tx, incidentId, { id, name, level, inputs });
  return lastHeadquarters(tx.sql, incidentId);
}

/** The line of a proposal, at which whoever decides is called. */
function recordProposal(
  tx: Tx,
  incidentId: string,
  { id, name, level, inputs }: Pick<StoredHeadquarters, 'id' | 'name' | 'level' | 'inputs'>,
): void {
  record(tx, 'headquarters.proposed', { incidentId, body: { headquartersId: id, name, level, inputs } });
}
