import { useSpeech } from '../../../language.tsx';
import { clockTime, fullTime } from '../../../ui/time.tsx';
import { useHeadquarters } from '../use-room.ts';
import { Brief } from './brief.tsx';
import { BRIEF } from './words.ts';

const MOST = 5;

/** What was decided last, by whom and on what ground. */
export function DecisionsBrief({ incidentId }: { incidentId: string }) {
  const { say, language } = useSpeech();
  const decisions = useHeadquarters(incidentId).data?.decisions;
  if (!decisions) return null;
  return (
    <Brief title={say(BRIEF.decisions)} sheet="command" count={decisions.length}>
      {decisions.length === 0 && <p className="quiet">{say(BRIEF.noDecisions)}</p>}
      <ul className="decisions">
        {decisions.slice(0, MOST).map(({ at, decision, decider, basis }) => (
          <li key={`${at} ${decision}`}>
            <time dateTime={at} title={fullTime(at, language)}>
              {clockTime(at).slice(0, 5)}
            </time>{' '}
            {decision} <span className="quiet">— {basis || decider}</span>
          </li>
        ))}
      </ul>
    </Brief>
  );
}
