import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as STAFFING_ROUTES } from '../../../../../../areas/respond/staffing/contract.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay, useMe } from '../../../me.ts';
import { reading } from '../../../queries.ts';
import { useAct } from '../../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../../ui/forms/ask-form.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { clockTime } from '../../../ui/time.tsx';
import { useHeadquarters, useIncidentPlan, useRoles } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { Brief } from './brief.tsx';
import { BRIEF } from './words.ts';

/** Who is on what, what nobody holds yet first, and who has too much. */
export function RolesBrief({ incidentId: id, over }: { incidentId: string; over: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const me = useMe().data?.personId;
  const made = useHeadquarters(id).data?.headquarters;
  const known = useRoles(id).data;
  const { roles = [], load = [] } = known ?? {};
  const planned = useIncidentPlan(id).data?.plan?.roles ?? [];
  const unfilled = planned.filter(({ key }) => !roles.some(({ role }) => role === key));
  const command = !over && may('incident.command');
  const attend = useAct('POST /api/respond/incidents/:id/roles/attend', { stale: ROOM_STALE });
  if (!known) return null;
  const loadOf = (personId: string) => load.find((each) => each.personId === personId);
  return (
    <Brief
      title={say(BRIEF.roles)}
      sheet="command"
      count={
        made?.state === 'standing' && made.setUpAt
          ? say(BRIEF.setUpAt, { time: clockTime(made.setUpAt).slice(0, 5) })
          : say(BRIEF.noHeadquarters)
      }
    >
      <Calls incidentId={id} over={over} />
      {roles.length + unfilled.length === 0 && <p className="quiet">{say(ROOM.noRoles)}</p>}
      <table className="brief-table brief-people">
        <tbody>
          {!over &&
            unfilled.map(({ key, name }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <span className="quiet">{say(BRIEF.unfilled)}</span>
                </td>
                <td className="no-print">
                  {command && (
                    <AskForm
                      by={STAFFING_ROUTES}
                      act="PUT /api/respond/incidents/:id/roles"
                      label={say(BRIEF.appoint)}
                      submit={say(BRIEF.appoint)}
                      size="compact-sm"
                      fields={{ personId: { label: say(ROOM.person), kind: 'person' } }}
                      given={{ id, role: key, name, seen: null }}
                    />
                  )}
                </td>
              </tr>
            ))}
          {roles.map(({ role, name, personId, personName, attendedAt }) => {
            const strained = (loadOf(personId)?.strains.length ?? 0) > 0;
            return (
              <tr key={role}>
                <th scope="row">{name}</th>
                <td>
                  <b>{personName}</b>
                </td>
                <td>
                  {strained ? (
                    <Mark tone="event">
                      {say(BRIEF.load, {
                        n: (loadOf(personId)?.openTasks ?? 0) + (loadOf(personId)?.roles.length ?? 0),
                      })}
                    </Mark>
                  ) : attendedAt ? (
                    <Mark tone="recovery">{say(BRIEF.present)}</Mark>
                  ) : !over && (personId === me || command) ? (
                    <Button
                      size="compact-sm"
                      variant="default"
                      className="no-print"
                      onClick={() => attend.run({ params: { id }, body: { role } })}
                    >
                      {say(ROOM.attend)}
                    </Button>
                  ) : (
                    <span className="quiet">{say(BRIEF.called)}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Brief>
  );
}

/** Calls that nobody has answered, and the one that is mine. */
function Calls({ incidentId, over }: { incidentId: string; over: boolean }) {
  const { say } = useSpeech();
  const { data } = useQuery(reading('GET /api/respond/pages', { query: { incidentId } }, 'pages'));
  const going = (data?.pages ?? []).filter(({ state }) => state === 'seeking' || state === 'exhausted');
  if (over || going.length === 0) return null;
  return <Mark tone="event">{say(BRIEF.pagesGoing, { n: going.length })}</Mark>;
}
