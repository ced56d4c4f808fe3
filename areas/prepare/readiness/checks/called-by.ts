import { saysWhom } from '../../calling/rules.ts';
import type { CallTree } from '../../calling/schema.ts';
import type { Registers } from '../check.ts';

/** Everybody a step may call: who has left stands in it and is called by nobody. */
export function calledBy(
  step: CallTree['steps'][number],
  { rosters, called }: Pick<Registers, 'rosters' | 'called'>,
): string[] {
  if (!saysWhom(step)) return [];
  const { personId, roster, deputyIds } = step;
  const onRoster = rosters.find(({ key }) => key === roster)?.people ?? [];
  return [...(personId === null ? [] : [personId]), ...onRoster, ...deputyIds].filter((each) =>
    called.some(({ id }) => id === each),
  );
}
