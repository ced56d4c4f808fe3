import { hash } from 'node:crypto';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { findSignals } from '../../detect/signals/index.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import { absorb, setTimer } from '../../enqueue.ts';
import { lastSeq, signalLinesAfter } from '../../ledger/index.ts';
import { lockLooked } from '../detections/acts.ts';
import { openIncidentsOf } from '../incidents/index.ts';
import { lastRelease, latelyOf, readBrake, stormsHolding } from '../storms/index.ts';
import { braked, countedSince, HIGH } from '../storms/rules.ts';
import { collect } from './collect-in-storm.ts';
import { declareGroup, type Group, joinIncident } from './join-incident.ts';
import { weigh } from './rules.ts';
import type { RuleView } from './schema.ts';
import { listRules, moveWeighed } from './store.ts';

const MOST_AT_ONCE = 1_000;
/** Declaring takes many writes: more of them in one transaction would keep everybody else waiting. */
const MOST_DECLARED = 50;
/** An index cannot hold a key of any length; one that is longer is told apart by its hash. */
const LONGEST_KEY = 1_000;

/** Timer: looks at every new signal once, in the order of the ledger, and declares, joins or collects what the rules say. */
export async function weighSignals(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'incident.declare');
  const { weighed: from } = await lockLooked(tx.sql, ctx.orgId);
  await absorb(tx, 'weigh-signals');
  const rules = (await listRules(tx.sql)).filter(({ enabled }) => enabled);
  // Without a rule there is nothing to weigh; a rule made later is for what comes later.
  if (rules.length === 0) return moveWeighed(tx.sql, ctx.orgId, await lastSeq(tx.sql));
  const { seqOf, upTo, more } = await signalLinesAfter(tx.sql, from, MOST_AT_ONCE);
  if (upTo === from) return;
  const signals = (await findSignals(tx.sql, [...seqOf.keys()])).sort(
    (a, b) => (seqOf.get(a.id) ?? 0) - (seqOf.get(b.id) ?? 0),
  );
  const done = await joinOrDeclare(tx, groupsOf(signals, rules), seqOf);
  await moveWeighed(tx.sql, ctx.orgId, done ?? upTo);
  if (more || done !== undefined) setTimer(tx, 'weigh-signals', undefined, {}, { at: ctx.now });
}

/** @returns the line up to which everything was done, where there was more than one transaction should do */
async function joinOrDeclare(
  tx: Tx,
  groups: readonly Group[],
  seqOf: ReadonlyMap<string, number>,
): Promise<number | undefined> {
  const { ctx } = tx;
  if (groups.length === 0) return undefined;
  const brake = await readBrake(tx.sql);
  const keys = groups.map(({ rule, groupKey }) => ({ ruleId: rule.id, groupKey }));
  const incidents = byGroup(await openIncidentsOf(tx.sql, keys));
  const storms = byGroup(await stormsHolding(tx.sql, keys));
  const known = groups.filter((group) => incidents.has(keyOf(group)));
  const heldBefore = groups.filter((group) => !incidents.has(keyOf(group)) && storms.has(keyOf(group)));
  const fresh = groups.filter((group) => !incidents.has(keyOf(group)) && !storms.has(keyOf(group)));
  const since = countedSince(brake, await lastRelease(tx.sql), ctx.now);
  const grave = new Set(fresh.filter(({ rule }) => rule.severity >= HIGH).map(({ rule }) => rule.id));
  const lately = await latelyOf(tx.sql, since, ctx.now, [...grave]);
  const { alone, held } = braked(fresh, brake, lately);
  const over = alone[MOST_DECLARED];
  if (over) {
    const until = seqOf.get(over.signals[0]?.id ?? '') ?? 0;
    const before = (id: string) => (seqOf.get(id) ?? 0) < until;
    const first = groups
      .map((group) => ({ ...group, signals: group.signals.filter(({ id }) => before(id)) }))
      .filter(({ signals }) => signals.length > 0);
    await joinOrDeclare(tx, first, seqOf);
    return until - 1;
  }
  for (const group of known) await joinIncident(tx, incidents.get(keyOf(group))?.incidentId ?? '', group);
  for (const group of alone) await declareGroup(tx, group);
  for (const [stormId, of] of Map.groupBy(heldBefore, (group) => storms.get(keyOf(group))?.stormId ?? ''))
    await collect(tx, of, { brake, since, stormId });
  await collect(tx, held, { brake, since });
  return undefined;
}

const keyOf = ({ rule, groupKey }: Group): string => `${rule.id} ${groupKey}`;
const byGroup = <R extends { readonly ruleId: string; readonly groupKey: string }>(
  rows: readonly R[],
): ReadonlyMap<string, R> => new Map(rows.map((row) => [`${row.ruleId} ${row.groupKey}`, row]));

function groupsOf(signals: readonly SignalView[], rules: readonly RuleView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const signal of signals) {
    // Nobody is woken for what is over already.
    const verdict = signal.state === 'firing' ? weigh(signal, rules) : undefined;
    if (!verdict) continue;
    const { rule, groupKey: written } = verdict;
    const groupKey = written.length > LONGEST_KEY ? hash('sha256', written, 'hex') : written;
    const key = `${rule.id} ${groupKey}`;
    const group = groups.get(key) ?? {
      rule,
      groupKey,
      title: shorten(signal.title.trim(), 200),
      signals: [],
    };
    group.signals.push(signal);
    groups.set(key, group);
  }
  return [...groups.values()];
}
