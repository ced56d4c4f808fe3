import type { Check, Registers, Subject } from './check.ts';
import { SEVERITIES } from './schema.ts';

export interface Checked extends Omit<Check, 'ask'> {
  readonly subjects: readonly Subject[];
}

const openOf = ({ subjects }: Checked): number => subjects.filter(({ ready }) => !ready).length;

/** Every check asked, those with something open first and the graver before the lighter. */
export function askAll(checks: readonly Check[], registers: Registers): Checked[] {
  const rank = ({ severity }: Checked): number => SEVERITIES.indexOf(severity);
  return checks
    .map(({ ask, ...about }): Checked => ({ ...about, subjects: ask(registers) }))
    .sort((a, b) => Number(openOf(b) > 0) - Number(openOf(a) > 0) || rank(a) - rank(b));
}

export interface Score {
  readonly ready: number;
  readonly asked: number;
}

export const scoreOf = (subjects: readonly Subject[]): Score => ({
  ready: subjects.filter(({ ready }) => ready).length,
  asked: subjects.length,
});

/** The same by the unit that must act; null gathers what belongs to none, so that nothing is left out of the sum. */
export const scoreByUnit = (checked: readonly Checked[]): Map<string | null, Score> =>
  new Map(
    [
      ...Map.groupBy(
        checked.flatMap(({ subjects }) => subjects),
        ({ unitId }) => unitId,
      ),
    ].map(([unitId, subjects]) => [unitId, scoreOf(subjects)]),
  );
