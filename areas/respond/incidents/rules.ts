import type { SignalView } from '../../detect/signals/schema.ts';
import type { IncidentState, Matcher, Rating, RuleView } from './schema.ts';

export type Turning = 'resolve' | 'reopen' | 'close';

/** What each act does in each state; null: not possible. Complete by type. */
export const TURNS: Readonly<Record<IncidentState, Readonly<Record<Turning, IncidentState | null>>>> = {
  open: { resolve: 'resolved', reopen: null, close: null },
  resolved: { resolve: null, reopen: 'open', close: 'closed' },
  closed: { resolve: null, reopen: 'open', close: null },
};

/** The overall level is the highest of the three viewpoints (domain facts §5). */
export const overallOf = ({ continuity, safety, trust }: Rating): number =>
  Math.max(continuity, safety, trust);

type Weighable = Pick<SignalView, 'id' | 'labels' | 'title' | 'severity' | 'sourceId'>;

function fieldOf(signal: Weighable, field: string): string | undefined {
  if (field === '@title') return signal.title;
  if (field === '@severity') return signal.severity;
  if (field === '@source') return signal.sourceId;
  return Object.hasOwn(signal.labels, field) ? signal.labels[field] : undefined;
}

/** Letter case and width do not decide whether somebody is woken: ＤＢ and db are the same word. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

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

export interface Precursor {
  readonly system: string;
  readonly title: string;
  readonly times: number;
}
/** Labels that name the system a fault is on, the most telling first. */
const SYSTEM_LABELS = ['service', 'system', 'app', 'job', 'instance', 'host'] as const;
const WINDOW_HOURS = 7 * 24;
const LEAST_TIMES = 2;
/** Numbers in a title tell occurrences apart, not faults. */
const shapeOf = (title: string): string => plain(title).replace(/\d+/g, '#');

type Fault = Pick<SignalView, 'title' | 'labels' | 'episodes' | 'firstAt' | 'lastAt'>;

/** The label by which a fault names its system; undefined where it names none. */
export function systemOf(labels: Fault['labels']): { label: string; system: string } | undefined {
  const label = SYSTEM_LABELS.find((name) => labels[name]);
  const system = label && labels[label];
  return system ? { label, system } : undefined;
}

/** From when on like faults are counted together. */
export const precursorsSince = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ hours: WINDOW_HOURS });

/**
 * Two or more like faults on one system within a week, counted by how often each came back; undefined where there are none.
 * @param elsewhere faults outside the incident: they add to what it has, and ask nothing of their own
 */
export function precursorOf(
  own: readonly Fault[],
  now: Temporal.Instant,
  elsewhere: readonly Fault[] = [],
): Precursor | undefined {
  const since = precursorsSince(now);
  const counted = new Map<string, Precursor>();
  const count = ({ title, labels, episodes, firstAt, lastAt }: Fault, begins: boolean) => {
    const system = systemOf(labels)?.system;
    if (!system || Temporal.Instant.compare(Temporal.Instant.from(lastAt), since) < 0) return;
    const key = JSON.stringify([system, shapeOf(title)]);
    const before = counted.get(key);
    if (!before && !begins) return;
    // One that began before counts once: which of its earlier times lie in the window nobody knows.
    const within = Temporal.Instant.compare(Temporal.Instant.from(firstAt), since) >= 0;
    const times = (before?.times ?? 0) + (within ? Math.max(1, episodes) : 1);
    counted.set(key, { system, title: before?.title ?? title, times });
  };
  for (const fault of own) count(fault, true);
  for (const fault of elsewhere) count(fault, false);
  return [...counted.values()]
    .filter(({ times }) => times >= LEAST_TIMES)
    .sort((a, b) => b.times - a.times)[0];
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
