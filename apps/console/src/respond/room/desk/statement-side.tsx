import { APPROVALS_NEEDED } from '../../../../../../areas/respond/communications/rules.ts';
import { useSpeech } from '../../../language.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { W } from '../../../words.ts';
import { useIncident } from '../use-room.ts';
import { ROOM } from '../words.ts';
import type { Audience, Desk } from './statement-desk.tsx';
import { DESK } from './words.ts';

/** Beside the words: what may not be said to this audience, how each outlet shows it, and who may approve. */
export function StatementSide({
  incidentId,
  desk,
  audience,
  outlet,
  text,
}: {
  incidentId: string;
  desk: Desk;
  audience: Audience;
  outlet: string;
  text: string;
}) {
  const { say, labelled, list } = useSpeech();
  const drill = useIncident(incidentId).data?.drill === true;
  const withheld = desk.withheld.filter((each) => each.audience === audience);
  const outlets = desk.outlets.filter(({ key, audiences }) => key === outlet || audiences.includes(audience));
  return (
    <div className="statement-side">
      <div>
        <h3>{say(DESK.withheldHere)}</h3>
        {withheld.length === 0 ? (
          <span className="quiet">{say(DESK.noneWithheld)}</span>
        ) : (
          withheld.map(({ id, term, reason }) => (
            <div key={id}>
              <b>{term}</b> <span className="quiet">{reason}</span>
            </div>
          ))
        )}
      </div>
      <div>
        <h3>{say(DESK.approvers)}</h3>
        <span>{say(DESK.needed, { n: APPROVALS_NEEDED })}</span>{' '}
        <span className="quiet">{list(desk.approvers.map(({ name }) => name))}</span>
      </div>
      {outlets.map(({ key, name, down }) => (
        <div key={key}>
          <h3>{labelled(say(DESK.preview), name)}</h3>
          {down.length > 0 && <Mark tone="event">{say(ROOM.outletDown, { names: list(down) })}</Mark>}
          {drill && key === 'status-page' && <Mark tone="decision">{say(DESK.drillPage)}</Mark>}
          <div className="statement-preview">
            {drill && `【${say(W.drill)}】`}
            {text}
          </div>
          <span className="quiet">{say(DESK.letters, { n: [...text].length })}</span>
        </div>
      ))}
    </div>
  );
}
