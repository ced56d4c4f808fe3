import { plain } from '../../../kernel/text.ts';
import type { SignalView } from '../../detect/signals/schema.ts';
import type { Matcher, RuleView } from './schema.ts';

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

export interface Verdict {
  readonly rule: RuleView;
  /** Tells the incidents of one rule apart. */
  readonly groupKey: string;
}

/** The first enabled rule whose matchers all hold decides; undefined: nobody asked to be told. */
export function weigh(signal: Weighable, rules: readonly RuleView[]): Verdict | undefined {
  const rule = rules.find(
    (r) => r.enabled && r.matchers.length > 0 && r.matchers.every((m) => matches(signal, m)),
  );
  if (!rule) return undefined;
  const values = rule.groupBy.map((name) => fieldOf(signal, name));
  // What lacks the label that tells incidents apart is not known to belong to any other: it stands for itself.
  const alone = values.includes(undefined) ? [signal.id] : [];
  return { rule, groupKey: JSON.stringify([...values.map((value) => value ?? ''), ...alone]) };
}
