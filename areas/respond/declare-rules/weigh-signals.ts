import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { findSignals } from '../../detect/signals/index.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { absorb, setTimer } from '../../enqueue.ts';
import { lastSeq, signalLinesAfter } from '../../ledger/index.ts';
import { linkSignals, noticePrecursors, recordLinked } from '../detections/acts.ts';
import { openIncidentOf } from '../incidents/index.ts';
import { declareWithin } from '../lifecycle/declare-incident.ts';
import { type Verdict, weigh } from './rules.ts';
import { listRules, lockWeighed, moveWeighed } from './store.ts';

const MOST_AT_ONCE = 1_000;

interface Group {
  readonly verdict: Verdict;
  readonly signals: SignalView[];
}

/** Timer: looks at every new signal once, in the order of the ledger, and declares or joins what the rules say. */
export async function weighSignals(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'incident.declare');
  await absorb(tx, 'weigh-signals');
  const from = await lockWeighed(tx.sql, ctx.orgId);
  const rules = (await listRules(tx.sql)).filter(({ enabled }) => enabled);
  // Without a rule there is nothing to weigh; a rule made later is for what comes later.
  if (rules.length === 0) return moveWeighed(tx.sql, ctx.orgId, await lastSeq(tx.sql));
  const { signalIds, upTo, more } = await signalLinesAfter(tx.sql, from, MOST_AT_ONCE);
  if (upTo === from) return;
  await moveWeighed(tx.sql, ctx.orgId, upTo);
  if (more) setTimer(tx, 'weigh-signals', undefined, {}, { at: ctx.now });
  const signals = await findSignals(tx.sql, signalIds);
  for (const group of groupsOf(signals, rules)) await join(tx, group);
}

function groupsOf(signals: readonly SignalView[], rules: Parameters<typeof weigh>[1]): Group[] {
  const groups = new Map<string, Group>();
  for (const signal of signals) {
    // Nobody is woken for what is over already.
    const verdict = signal.state === 'firing' ? weigh(signal, rules) : undefined;
    if (!verdict) continue;
    const key = `${verdict.rule.id} ${verdict.groupKey}`;
    const group = groups.get(key) ?? { verdict, signals: [] };
    group.signals.push(signal);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function join(tx: Tx, { verdict, signals }: Group): Promise<void> {
  const { ctx } = tx;
  const { rule, groupKey } = verdict;
  const [first] = signals;
  if (!first) return;
  let incidentId = await openIncidentOf(tx.sql, rule.id, groupKey);
  if (incidentId === undefined) {
    incidentId = ctx.newId();
    await declareWithin(
      tx,
      {
        id: incidentId,
        title: shorten(first.title, 200),
        severity: rule.severity,
        situation: rule.situation ?? null,
        site: null,
        drill: false,
        ruleId: rule.id,
        groupKey,
      },
      { page: rule.page, signalId: first.id },
    );
  }
  const linked = new Set(
    await linkSignals(
      tx.sql,
      ctx.orgId,
      incidentId,
      signals.map(({ id }) => id),
    ),
  );
  await noticePrecursors(tx, incidentId);
  if (linked.size === 0) return;
  recordLinked(
    tx,
    incidentId,
    signals.filter(({ id }) => linked.has(id)),
  );
}
