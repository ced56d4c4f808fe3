import { plain } from '../../../kernel/text.ts';
import type { SignalView } from '../../detect/signals/schema.ts';

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
