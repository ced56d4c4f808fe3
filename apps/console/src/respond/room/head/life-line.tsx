import { phasesOf } from '../../../../../../areas/respond/lanes/rules.ts';
import { Phases } from '../../../ui/phases/phases.tsx';
import { useHeadquarters, useTimes } from '../use-room.ts';

/** The life of one incident, as far as its room has read it. */
export function LifeLine({ id, state }: { id: string; state: 'open' | 'resolved' | 'closed' }) {
  const times = useTimes(id).data?.times ?? [];
  const headquarters = useHeadquarters(id).data?.headquarters;
  const told = times.flatMap(({ which, at, precision }) => (at === null ? [] : [[which, { at, precision }]]));
  const setUp = headquarters?.setUpAt;
  const phases = phasesOf({
    state,
    known: {
      ...Object.fromEntries(told),
      ...(setUp && { headquarters: { at: setUp, precision: 'second' } }),
    },
    isProposed: headquarters?.state === 'proposed',
  });
  return <Phases phases={phases} headquarters={headquarters} isLow />;
}
