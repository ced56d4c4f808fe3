import { momentsOf, quartersOf } from '../../../../../areas/survey/statistics/rules.ts';
import type { InputOf, ReplyOf } from '../../api.ts';
import type { Narrow } from './figure.tsx';

export type Statistics = ReplyOf<'GET /api/survey/statistics'>;
export type ReportsQuery = NonNullable<InputOf<'GET /api/survey/reports'>['query']>;

const SHOWN = 100;

/** The question to the desk that has the reports behind a number for an answer. */
export function reportsBehind(
  { from, until, cutoff }: Statistics['selection'],
  narrow: Narrow,
): ReportsQuery {
  const { begins, ends } = momentsOf({ from, until });
  return {
    from: begins.toString(),
    until: ends.toString(),
    passedAt: cutoff,
    limit: SHOWN,
    ...(narrow as Partial<ReportsQuery>),
  };
}

/** The days of a quarter that lie within the window. */
export function withinQuarter({ from, until }: Statistics['selection'], index: number): Narrow {
  const { begins, ends } = momentsOf({ from, until });
  const quarters = quartersOf({ from, until });
  const first = quarters[index]?.begins ?? begins;
  const next = quarters[index + 1]?.begins ?? ends;
  const later = Temporal.Instant.compare(first, begins) < 0 ? begins : first;
  return { from: later.toString(), until: next.toString() };
}

/** What stands on no list, or was not told, cannot be asked for. */
export const keyed = (name: 'sector' | 'eventType', key: string): Narrow | undefined =>
  key === '' ? undefined : { [name]: key };
