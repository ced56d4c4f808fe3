import './phases.css';
import type { Lane, PhaseView } from '../../../../../areas/respond/lanes/schema.ts';
import { useSpeech } from '../../language.tsx';
import { Since, span } from '../../respond/room/countdown.tsx';
import { dayAndMinute, fullTime, otherDay } from '../time.tsx';
import { PHASE_WORDS, PHASES_W } from './words.ts';

type Headquarters = NonNullable<NonNullable<Lane['room']>['headquarters']>;

export interface PhasesProps {
  readonly phases: readonly PhaseView[];
  /** Its target and how long it took, for who may read them. */
  readonly headquarters?: Headquarters | null | undefined;
  /** On one line each, where there is little height. */
  readonly isLow?: boolean;
}

/** The life of an incident as dots on a line, each with its time; of what is not recorded nothing is claimed. */
export function Phases({ phases, headquarters, isLow }: PhasesProps) {
  const { say } = useSpeech();
  const reach = phases.findLastIndex(({ state }) => state !== 'ahead');
  return (
    <ol className="phases" data-low={isLow || undefined} aria-label={say(PHASES_W.phases)}>
      {phases.map((phase, place) => (
        <li
          key={phase.phase}
          className="phase"
          data-state={phase.state}
          data-through={place < reach || undefined}
          {...(phase.state === 'current' && { 'aria-current': 'step' as const })}
        >
          <b>{say(PHASE_WORDS[phase.phase])}</b>{' '}
          {phase.phase === 'headquarters' && headquarters ? (
            <HeadquartersTime phase={phase} made={headquarters} />
          ) : (
            <PhaseTime phase={phase} />
          )}
        </li>
      ))}
    </ol>
  );
}

function PhaseTime({ phase: { phase, state, at, precision } }: { phase: PhaseView }) {
  const { say, language } = useSpeech();
  if (at)
    return (
      <time dateTime={at} title={fullTime(at, language)}>
        {shownTime(at, precision, say)}
      </time>
    );
  if (state === 'ahead') return null;
  return (
    <span {...(phase === 'recognised' && { title: say(PHASES_W.howRecognised) })}>
      {say(state === 'current' ? PHASES_W.inProgress : PHASES_W.notRecorded)}
    </span>
  );
}

/** Its time against the target: how long it took, or how long it has taken so far. */
function HeadquartersTime({ phase, made }: { phase: PhaseView; made: Headquarters }) {
  const { say, language } = useSpeech();
  const target = say(PHASES_W.target, { minutes: made.targetMinutes });
  if (phase.state === 'current')
    return (
      <span>
        <Since at={made.noticedAt} targetMinutes={made.targetMinutes} /> / {target}
      </span>
    );
  if (made.seconds === null || phase.state !== 'done') return <PhaseTime phase={phase} />;
  return (
    <span
      className={made.met ? 'phase-met' : 'phase-late'}
      title={phase.at ? `${fullTime(phase.at, language)} · ${target}` : target}
    >
      {say(made.met ? PHASES_W.onTarget : PHASES_W.late, { time: span(made.seconds, language) })}
    </span>
  );
}

/** As exact as it is known, with the day where that is another. */
function shownTime(at: string, precision: string, say: ReturnType<typeof useSpeech>['say']): string {
  const time = otherDay(at) ? dayAndMinute(at) : dayAndMinute(at).slice(-5);
  if (precision === 'second' || precision === 'minute') return time;
  if (precision === 'about') return say(PHASES_W.about, { time });
  return precision === 'hour' ? say(PHASES_W.aboutHour, { hour: time.slice(0, -3) }) : say(PHASES_W.someTime);
}
