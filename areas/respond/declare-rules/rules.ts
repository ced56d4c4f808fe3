import { plain } from '../../../kernel/text.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import type { Matcher, RuleView, TrialView } from './schema.ts';

type Weighable = Pick<SignalView, 'id' | 'labels' | 'title' | 'severity' | 'sourceId'>;

function fieldOf(signal: Weighable, field: string): string | undefined {
  if (field === '@title') return signal.title;
  if (field === '@severity') return signal.severity;
  if (field === '@source') return signal.sourceId;
  return Object.hasOwn(signal.labels, field) ? signal.labels[field] : undefined;
}

export function matches(signal: Weighable, { field, operator, values }: Matcher): boolean {
  const value = fieldOf(signal, field);
  const present = value !== undefined && value !== '';
  if (operator === 'present') return present;
  if (operator === 'absent') return !present;
  const have = plain(value ?? '');
  const wanted = values.map(plain);
  switch (operator) {
    case 'is':
      return present && wanted.includes(have);
    case 'is-not':
      return !wanted.includes(have);
    case 'contains':
      return present && wanted.some((text) => have.includes(text));
    case 'starts-with':
      return present && wanted.some((text) => have.startsWith(text));
  }
}

/** The order in which rules are tried once one of them goes before another, or last; undefined where one is not there. */
export function moved(order: readonly string[], id: string, before: string | null): string[] | undefined {
  if (!order.includes(id) || (before !== null && !order.includes(before))) return undefined;
  if (before === id) return [...order];
  const rest = order.filter((each) => each !== id);
  return rest.toSpliced(before === null ? rest.length : rest.indexOf(before), 0, id);
}

/** What decides whether a rule holds, and for which group. */
type Deciding = Pick<RuleView, 'id' | 'matchers' | 'groupBy' | 'enabled'>;

export interface Verdict<R extends Deciding = RuleView> {
  readonly rule: R;
  /** Tells the incidents of one rule apart. */
  readonly groupKey: string;
}

/** The first enabled rule whose matchers all hold decides; undefined: nobody asked to be told. */
export function weigh<R extends Deciding>(signal: Weighable, rules: readonly R[]): Verdict<R> | undefined {
  const rule = rules.find(
    (r) => r.enabled && r.matchers.length > 0 && r.matchers.every((m) => matches(signal, m)),
  );
  if (!rule) return undefined;
  const values = rule.groupBy.map((name) => fieldOf(signal, name));
  // What lacks the label that tells incidents apart is not known to belong to any other: it stands for itself.
  const alone = values.includes(undefined) ? [signal.id] : [];
  return { rule, groupKey: JSON.stringify([...values.map((value) => value ?? ''), ...alone]) };
}

/** So long after the last signal of its group an incident is taken to be over, in a trial. */
const TAKEN_AS_OPEN_MS = 24 * 60 * 60 * 1_000;
const MOST_SHOWN = 50;

/** What one rule, in its place among others, would have made of signals as they come, from the oldest to the newest. */
export class Trial {
  readonly #rules: readonly Deciding[];
  readonly #rule: Deciding;
  #matched = 0;
  #taken = 0;
  readonly #open = new Map<string, { title: string; at: string; signals: number; last: number }>();
  readonly #declared: { title: string; at: string; signals: number }[] = [];
  /** @param rules in the order in which they are tried, the one on trial among them */
  constructor(rules: readonly Deciding[], rule: Deciding) {
    this.#rules = rules;
    this.#rule = rule;
  }
  hear(signal: Weighable, at: Temporal.Instant): void {
    if (!weigh(signal, [this.#rule])) return;
    this.#matched += 1;
    const verdict = weigh(signal, this.#rules);
    if (verdict?.rule.id !== this.#rule.id) {
      this.#taken += 1;
      return;
    }
    const now = at.epochMilliseconds;
    const open = this.#open.get(verdict.groupKey);
    if (open && now - open.last <= TAKEN_AS_OPEN_MS) {
      open.signals += 1;
      open.last = now;
      return;
    }
    const begun = { title: signal.title, at: at.toString(), signals: 1, last: now };
    this.#open.set(verdict.groupKey, begun);
    this.#declared.push(begun);
  }
  outcome(): Pick<TrialView, 'matched' | 'taken' | 'declared' | 'incidents'> {
    return {
      matched: this.#matched,
      taken: this.#taken,
      declared: this.#declared.length,
      incidents: this.#declared
        .slice(-MOST_SHOWN)
        .toReversed()
        .map(({ title, at, signals }) => ({ title, at, signals })),
    };
  }
}
