import type { Tx } from '../../../database/transaction.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { record } from '../../record.ts';
import { linkSignals, noticePrecursors, recordBack, recordLinked } from '../detections/acts.ts';
import { putLink } from '../incidents/acts.ts';
import { lastEndedOf } from '../incidents/index.ts';
import { declareWithin } from '../lifecycle/declare-incident.ts';
import type { RuleView } from './schema.ts';

/** Signals that one rule puts into one incident. */
export interface Group {
  readonly rule: Pick<RuleView, 'id' | 'severity' | 'situation' | 'page'>;
  readonly groupKey: string;
  /** What it is called: as its first signal is. */
  readonly title: string;
  readonly signals: Pick<SignalView, 'id' | 'title'>[];
}

/** The signals belong to an incident that is open already. */
export async function joinIncident(tx: Tx, incidentId: string, { signals }: Group): Promise<void> {
  await putInto(tx, incidentId, signals);
  await noticePrecursors(tx, incidentId);
}

/** The same without asking what it could be: of a storm that is nobody’s one fault, and asking takes longer than the rest. */
export async function putInto(tx: Tx, incidentId: string, signals: Group['signals']): Promise<void> {
  const linked = new Set(
    await linkSignals(
      tx.sql,
      tx.ctx.orgId,
      incidentId,
      signals.map(({ id }) => id),
    ),
  );
  const back = signals.filter(({ id }) => !linked.has(id));
  if (back.length > 0) recordBack(tx, incidentId, back);
  if (linked.size === 0) return;
  recordLinked(
    tx,
    incidentId,
    signals.filter(({ id }) => linked.has(id)),
  );
}

/** Declares what a rule says of a group, and ties it to the last incident of the same group where that is over. */
export async function declareGroup(tx: Tx, group: Group): Promise<string> {
  const { ctx } = tx;
  const { rule, groupKey, title, signals } = group;
  const id = ctx.newId();
  const [first] = signals;
  const before = await lastEndedOf(tx.sql, rule.id, groupKey);
  await declareWithin(
    tx,
    {
      id,
      title,
      severity: rule.severity,
      situation: rule.situation ?? null,
      site: null,
      drill: false,
      ruleId: rule.id,
      groupKey,
    },
    { page: rule.page, signalId: first?.id ?? null },
  );
  if (before) {
    const link = {
      otherId: before.id,
      how: 'recurrence' as const,
      note: '',
      noImpact: false,
      improvementId: null,
    };
    await putLink(tx.sql, ctx.orgId, id, link, ctx.now);
    record(tx, 'incident.linked', { incidentId: id, body: { ...link, number: before.number } });
  }
  await joinIncident(tx, id, group);
  return id;
}
