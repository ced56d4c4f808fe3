import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { inTurns } from '../../../kernel/in-turns.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { findSignals } from '../../detect/signals/index.ts';
import { linesOfKindsSince } from '../../ledger/index.ts';
import { Trial } from './rules.ts';
import type { RuleTrial, TrialView } from './schema.ts';
import { listRules } from './store.ts';

/** As far back as one trial looks, whatever was asked for. */
const MOST_SIGNALS = 10_000;
const A_PART = 500;

/** Holds a rule against the signals of the last days: which incidents it would have declared, had it stood where it is to stand. */
export async function tryRule(
  ctx: Context,
  { matchers, groupBy, days, instead }: RuleTrial,
): Promise<TrialView> {
  permit(ctx, 'rule.manage');
  permit(ctx, 'signal.read');
  const since = ctx.now.subtract({ hours: 24 * days });
  return reading(ctx, async (trx) => {
    const kept = await listRules(trx);
    const replaced = kept.find(({ id }) => id === instead);
    if (instead !== null && !replaced) throw new Fault('not-found');
    const onTrial = { id: replaced?.id ?? ctx.newId(), matchers, groupBy, enabled: true };
    const rules = replaced ? kept.map((each) => (each === replaced ? onTrial : each)) : [...kept, onTrial];
    const kinds = ['signal.appeared', 'signal.reappeared'] as const;
    const { lines, whole } = await linesOfKindsSince(trx, since, kinds, MOST_SIGNALS);
    const trial = new Trial(rules, onTrial);
    for (let from = 0; from < lines.length; from += A_PART) {
      const part = lines.slice(from, from + A_PART);
      const ids = [...new Set(part.map(({ body }) => String(body['signalId'])))];
      const signals = new Map((await findSignals(trx, ids)).map((signal) => [signal.id, signal]));
      for await (const { body, recordedAt } of inTurns(part)) {
        const signal = signals.get(String(body['signalId']));
        if (signal) trial.hear({ ...signal, title: shorten(signal.title.trim(), 200) }, recordedAt);
      }
    }
    const from = whole ? since : (lines[0]?.recordedAt ?? since);
    return { signals: lines.length, since: from.toString(), whole, ...trial.outcome() };
  });
}
