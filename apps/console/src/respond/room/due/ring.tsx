import type { urgencyOf } from './rules.ts';

const TURN = 2 * Math.PI * 13;
const TONES = { over: 'event', soon: 'event', calm: 'response' } as const;

/** How much of a time is left, as a ring that empties. The words beside it say the same. */
export function Ring({ left, urgency }: { left: number | undefined; urgency: ReturnType<typeof urgencyOf> }) {
  return (
    <svg className={`ring mark-${TONES[urgency]}`} width={32} height={32} viewBox="0 0 34 34" aria-hidden>
      <circle cx={17} cy={17} r={13} fill="none" className="ring-whole" strokeWidth={4} />
      {left !== undefined && (
        <circle
          cx={17}
          cy={17}
          r={13}
          fill="none"
          stroke="currentColor"
          strokeWidth={4}
          // Past its time it is a full ring again, in the colour of what is late.
          strokeDasharray={`${(urgency === 'over' ? 1 : left) * TURN} ${TURN}`}
          transform="rotate(-90 17 17)"
        />
      )}
    </svg>
  );
}
