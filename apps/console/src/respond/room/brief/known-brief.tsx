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
  const said = facts?.entries;
  const counts = [
    [BRIEF.confirmed, said?.confirmed ?? 0, 'recovery'],
    [BRIEF.presumed, (said?.presumed ?? 0) + estimated.length, 'response'],
    [BRIEF.unknown, (said?.unknown ?? 0) + open.length, 'decision'],
    [BRIEF.disputed, disputed.length, 'event'],
  ] as const;
  if (!facts) return null;
  return (
    <Brief title={say(BRIEF.known)} sheet="know">
      <ul className="known">
        {counts.map(([words, n, tone]) => (
          <li key={tone} className={`mark-${n > 0 ? tone : 'quiet'}`}>
            <b>{n}</b> {say(words)}
          </li>
        ))}
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
  const known = useSystems(id).data;
  const systems = known?.systems ?? [];
  const failing = systems.filter(({ state }) => state === 'affected' || state === 'suspected');
  const rest = systems.filter((each) => !failing.includes(each));
  // Before it is read nothing is claimed of it, not even that there is nothing.
  if (!known) return null;
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
