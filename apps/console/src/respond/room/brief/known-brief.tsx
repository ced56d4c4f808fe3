import { SYSTEM_STATE_WORDS } from '../../../../../../areas/respond/incidents/words.ts';
import { useSpeech } from '../../../language.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useFacts, useInvestigation, useSystems } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { Brief } from './brief.tsx';
import { BRIEF } from './words.ts';

const TONES = { restored: 'recovery', contained: 'response', notAffected: 'quiet' } as const;
const MOST = 8;

/** What is confirmed, presumed, not known and told otherwise: how many of each, and the open ones by name. */
export function KnownBrief({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const facts = useFacts(id).data;
  const open = (useInvestigation(id).data?.hypotheses ?? []).filter(({ state }) => state === 'open');
  const disputed = (facts?.conflicts ?? []).filter(({ settled }) => settled === null);
  const estimated = (facts?.estimates ?? []).filter(({ values }) => (values.at(-1)?.value ?? null) !== null);
  return (
    <Brief title={say(BRIEF.known)} sheet="know">
      <ul className="known">
        <li className="mark-recovery">{say(BRIEF.confirmed, { n: facts?.entries.confirmed ?? 0 })}</li>
        <li className="mark-response">
          {say(BRIEF.presumed, { n: (facts?.entries.presumed ?? 0) + estimated.length })}
        </li>
        <li className="mark-quiet">
          {say(BRIEF.unknown, { n: (facts?.entries.unknown ?? 0) + open.length })}
        </li>
        <li className={disputed.length > 0 ? 'mark-event' : 'mark-quiet'}>
          {say(BRIEF.disputed, { n: disputed.length })}
        </li>
      </ul>
      {disputed.map(({ seq, accounts }) => (
        <div key={seq}>
          <Mark tone="event">{say(BRIEF.conflict)}</Mark> {accounts.map(({ text }) => text).join(' ⇄ ')}
        </div>
      ))}
      {open.map(({ id: key, text }) => (
        <div key={key}>
          <Mark tone="decision">{say(BRIEF.question)}</Mark> {text}
        </div>
      ))}
    </Brief>
  );
}

/** The systems it touches, what does not work first. */
export function SystemsBrief({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const systems = useSystems(id).data?.systems ?? [];
  const failing = systems.filter(({ state }) => state === 'affected' || state === 'suspected');
  const rest = systems.filter((each) => !failing.includes(each));
  return (
    <Brief title={say(BRIEF.systems)} sheet="know" count={say(BRIEF.stopped, { n: failing.length })}>
      {systems.length === 0 && <p className="quiet">{say(ROOM.noSystems)}</p>}
      <table className="brief-table">
        <tbody>
          {[...failing, ...rest].slice(0, MOST).map(({ asset, name, state }) => (
            <tr key={asset}>
              <th scope="row">{name}</th>
              <td>
                <Mark tone={TONES[state as keyof typeof TONES] ?? 'event'}>
                  {say(SYSTEM_STATE_WORDS[state])}
                </Mark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Brief>
  );
}
