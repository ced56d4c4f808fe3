import { AUDIENCES } from '../../../../../../areas/prepare/plans/schema.ts';
import { AUDIENCE_WORDS } from '../../../../../../areas/prepare/plans/words.ts';
import { APPROVALS_NEEDED } from '../../../../../../areas/respond/communications/rules.ts';
import { useSpeech } from '../../../language.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { clockTime } from '../../../ui/time.tsx';
import { useDesk } from '../use-room.ts';
import { audiencesOf } from './audiences/rules.ts';
import { Brief } from './brief.tsx';
import { BRIEF } from './words.ts';

/** Who was told and when, what waits for approval, and what is kept from whom. */
export function AudiencesBrief({ incidentId }: { incidentId: string }) {
  const { say, list } = useSpeech();
  const desk = useDesk(incidentId).data;
  if (!desk) return null;
  const told = audiencesOf(desk, AUDIENCES);
  return (
    <Brief title={say(BRIEF.audiences)} sheet="desk">
      {told.length === 0 ? (
        <p className="quiet">{say(BRIEF.noAudiences)}</p>
      ) : (
        <table className="brief-table">
          <thead>
            <tr>
              <th scope="col">{say(BRIEF.audience)}</th>
              <th scope="col">{say(BRIEF.state)}</th>
              <th scope="col">{say(BRIEF.withheld)}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ audience, sentAt, approvals, withheld }) => (
              <tr key={audience}>
                <th scope="row">{say(AUDIENCE_WORDS[audience])}</th>
                <td>
                  {sentAt && (
                    <Mark tone="recovery">{say(BRIEF.told, { time: clockTime(sentAt).slice(0, 5) })}</Mark>
                  )}
                  {approvals !== undefined && (
                    <Mark tone="decision">
                      {say(BRIEF.approving, { n: approvals, of: APPROVALS_NEEDED })}
                    </Mark>
                  )}
                  {!sentAt && approvals === undefined && <span className="quiet">{say(BRIEF.untold)}</span>}
                </td>
                <td>
                  {withheld.length > 0 ? list(withheld) : <span className="quiet">{say(BRIEF.none)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Brief>
  );
}
