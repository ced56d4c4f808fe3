import { useSpeech } from '../../language.tsx';
import { LazyDayChart } from '../../ui/charts/lazy.ts';
import { Part } from '../../ui/part.tsx';
import { RECOVERY } from './recovery-words.ts';

/** What is still to be restored at the end of each day, from all that is affected down to nothing (C6-N6). */
export function BurnDown({
  days,
  total,
}: {
  days: readonly { readonly day: string; readonly restored: number }[];
  total: number;
}) {
  const { say } = useSpeech();
  const left = days.map(({ day, restored }) => ({ day, value: Math.max(0, total - restored) }));
  const last = left.at(-1);
  if (!last || total === 0) return null;
  return (
    <Part>
      <LazyDayChart
        title={say(RECOVERY.burnDown)}
        summary={say(RECOVERY.burnDownOf, {
          days: days.length,
          left: last.value.toLocaleString(),
          total: total.toLocaleString(),
        })}
        unit={say(RECOVERY.left)}
        days={left}
        most={total}
        as="bars"
      />
    </Part>
  );
}
