import { Text } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { RECOVERY } from './recovery-words.ts';

const WIDTH = 480;
const HEIGHT = 96;
const FOOT = 16;

/** What is still to be restored at the end of each day, from all that is affected down to nothing (C6-N6). */
export function BurnDown({
  days,
  total,
}: {
  days: readonly { readonly day: string; readonly restored: number }[];
  total: number;
}) {
  const { say } = useSpeech();
  if (days.length === 0 || total === 0) return null;
  const bar = WIDTH / Math.max(days.length, 14);
  const shown = days.map(({ day, restored }, i) => ({
    day,
    left: Math.max(0, total - restored),
    x: i * bar,
  }));
  const last = shown.at(-1);
  return (
    <figure style={{ margin: 0 }}>
      <Text fw={700}>{say(RECOVERY.burnDown)}</Text>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        width="100%"
        style={{ maxWidth: WIDTH }}
        role="img"
        aria-label={say(RECOVERY.burnDownOf, {
          days: days.length,
          left: (last?.left ?? 0).toLocaleString(),
          total: total.toLocaleString(),
        })}
      >
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} stroke="currentColor" opacity="0.4" />
        {shown.map(({ day, left, x }) => {
          const height = (left / total) * HEIGHT;
          return (
            <g key={day}>
              <title>{`${day}: ${left.toLocaleString()}`}</title>
              <rect
                x={x + 1}
                y={HEIGHT - height}
                width={bar - 2}
                height={height}
                fill="var(--sonae-response)"
              />
            </g>
          );
        })}
        {[shown[0], ...(shown.length > 1 ? [last] : [])].map(
          (each) =>
            each && (
              <text
                key={each.day}
                x={each === shown[0] ? 0 : Math.min(each.x + bar, WIDTH)}
                y={HEIGHT + 12}
                fontSize="11"
                fill="currentColor"
                textAnchor={each === shown[0] ? 'start' : 'end'}
              >
                {each.day.slice(5)}
              </text>
            ),
        )}
      </svg>
    </figure>
  );
}
