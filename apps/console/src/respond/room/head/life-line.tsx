import { useSpeech } from '../../../language.tsx';
import { clockTime, fullTime, otherDay } from '../../../ui/time.tsx';
import { Since, span } from '../countdown.tsx';
import { useHeadquarters, useTimes } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { type Phase, phasesOf, reachOf } from './rules.ts';
import { HEAD } from './words.ts';

/** The eight phases of an incident as dots on a line, each with its time as exactly as it is known. */
export function LifeLine({ id, state }: { id: string; state: 'open' | 'resolved' | 'closed' }) {
  const { say } = useSpeech();
  const times = useTimes(id).data?.times ?? [];
  const headquarters = useHeadquarters(id).data?.headquarters;
  const phases = phasesOf({ state, times, headquarters });
  const reach = reachOf(phases);
  return (
    <ol className="life" aria-label={say(HEAD.life)}>
      {phases.map((phase, n) => (
        <li key={phase.name} className={`life-${phase.state}${n < reach ? ' life-passed' : ''}`}>
          <span className="life-name">{say(HEAD[phase.name])}</span>{' '}
          <span className="life-time">
            {phase.state === 'open' && n > reach ? null : phase.name === 'headquarters' ? (
              <HeadquartersTime id={id} phase={phase} />
            ) : (
              <PhaseTime phase={phase} />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function PhaseTime({ phase: { at, state, precision } }: { phase: Phase }) {
  const { say, language } = useSpeech();
  if (at === undefined)
    return state === 'now' ? say(HEAD.working) : <span className="life-unknown">{say(HEAD.unknown)}</span>;
  const clock = clockTime(at).slice(0, 5);
  const shown =
    precision === 'second' || precision === 'minute'
      ? clock
      : precision === 'about'
        ? say(ROOM.aboutTime, { time: clock })
        : precision === 'hour'
          ? say(ROOM.aboutHour, { hour: clock.slice(0, 2) })
          : say(ROOM.someTime);
  return (
    <time dateTime={at} title={fullTime(at, language)}>
      {otherDay(at)} {shown}
    </time>
  );
}

/** Its time against the target: how long it took, or how long it has taken so far. */
function HeadquartersTime({ id, phase }: { id: string; phase: Phase }) {
  const { say } = useSpeech();
  const made = useHeadquarters(id).data?.headquarters;
  if (made?.state === 'proposed')
    return (
      <>
        <Since at={made.noticedAt} targetMinutes={made.targetMinutes} /> /{' '}
        {say(ROOM.target, { minutes: made.targetMinutes })}
      </>
    );
  if (!made || made.seconds === null || made.state === 'declined') return <PhaseTime phase={phase} />;
  return (
    <span
      className={made.met ? 'mark-recovery' : 'mark-event'}
      title={`${say(made.met ? ROOM.met : ROOM.late, { time: span(made.seconds) })} · ${say(ROOM.target, { minutes: made.targetMinutes })}`}
    >
      {span(made.seconds)} {made.met ? <span aria-hidden>✓</span> : say(HEAD.late)}
    </span>
  );
}
