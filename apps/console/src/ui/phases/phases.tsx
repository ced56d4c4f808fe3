import './phases.css';
import type { PhaseView } from '../../../../../areas/respond/lanes/schema.ts';
import { useSpeech } from '../../language.tsx';
import { span } from '../../respond/room/countdown.tsx';
import { dayAndMinute, fullTime, otherDay } from '../time.tsx';
import { PHASE_WORDS, PHASES_W } from './words.ts';

export interface PhasesProps {
  readonly phases: readonly PhaseView[];
  /** How long the headquarters took, where that is known, and whether that was within its target. */
  readonly headquarters?:
    | { readonly seconds: number | null; readonly met: boolean | null }
    | null
    | undefined;
}

/** The life of an incident as dots on a line, each with its time; of what is not recorded nothing is claimed. */
export function Phases({ phases, headquarters }: PhasesProps) {
  const { say, language } = useSpeech();
  const last = phases.findLastIndex(({ state }) => state === 'done');
  return (
    <ol className="phases" aria-label={say(PHASES_W.phases)}>
      {phases.map(({ phase, state, at, precision }, place) => (
        <li
          key={phase}
          className="phase"
          data-state={state}
          data-through={place < last || undefined}
          {...(state === 'current' && { 'aria-current': 'step' as const })}
        >
          <b>{say(PHASE_WORDS[phase])}</b>{' '}
          {at && <span title={fullTime(at, language)}>{shownTime(at, precision, say)}</span>}
          {state === 'current' && <span>{say(PHASES_W.inProgress)}</span>}
          {state === 'passed' && <span>{say(PHASES_W.notRecorded)}</span>}
          {phase === 'headquarters' && at && headquarters?.seconds != null && (
            <span className={headquarters.met ? 'phase-met' : 'phase-late'}>
              {' '}
              {say(headquarters.met ? PHASES_W.onTarget : PHASES_W.late, {
                time: span(headquarters.seconds, language),
              })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** As exact as it is known, with the day where that is another. */
function shownTime(at: string, precision: string, say: ReturnType<typeof useSpeech>['say']): string {
  const minute = otherDay(at) ? dayAndMinute(at) : dayAndMinute(at).slice(-5);
  return precision === 'second' || precision === 'minute' ? minute : say(PHASES_W.about, { time: minute });
}
