import { Button, Group, Stack, Text } from '@mantine/core';
import { contracts as STAFFING_ROUTES } from '../../../../../areas/respond/staffing/contract.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { AtATime } from '../../ui/forms/at-a-time.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { RoomCard } from './room-card.tsx';
import { useIncidentPlan, useRoles } from './use-room.ts';
import { ROOM } from './words.ts';

/** Roles an incident has by default, where its plan names none. */
const USUAL = {
  commander: { ja: '指揮者', en: 'Commander' },
  recorder: { ja: '記録係', en: 'Recorder' },
  'contractor-window': { ja: '委託先窓口', en: 'Contractor liaison' },
  'site-lead': { ja: '現地責任者', en: 'Site lead' },
  communications: { ja: '広報', en: 'Public relations' },
} as const;

/** Who is on what, who was there, who takes over, and who holds too much. */
export function RolesCard({ incidentId: id, open }: { incidentId: string; open: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const me = useMe().data?.personId;
  const query = useRoles(id);
  const plan = useIncidentPlan(id);
  const planned = plan.data?.plan?.roles.map(({ key, name }) => ({ value: key, label: name })) ?? [];
  const choices =
    planned.length > 0
      ? planned
      : Object.entries(USUAL).map(([value, label]) => ({ value, label: say(label) }));
  const attend = useAct('POST /api/respond/incidents/:id/roles/attend', { stale: ROOM_STALE });
  const offer = useAct('POST /api/respond/incidents/:id/roles/offer', { stale: ROOM_STALE });
  const take = useAct('POST /api/respond/incidents/:id/roles/take', { stale: ROOM_STALE });
  const command = open && may('incident.command');
  return (
    <RoomCard
      title={say(ROOM.roles)}
      actions={
        command && (
          <AskForm
            by={STAFFING_ROUTES}
            act="PUT /api/respond/incidents/:id/roles"
            label={say(ROOM.assign)}
            fields={{
              role: { label: say(ROOM.roleKey), kind: 'choice', choices },
              personId: { label: say(ROOM.person), kind: 'person' },
            }}
            given={{ id }}
            follows={(answers) => ({
              name: choices.find(({ value }) => value === answers['role'])?.label ?? '',
              seen: query.data?.roles.find(({ role }) => role === answers['role'])?.personId ?? null,
            })}
          />
        )
      }
    >
      <Loaded query={query}>
        {({ roles, load }) => (
          <Stack gap="xs">
            {roles.length === 0 && <Text className="quiet">{say(ROOM.noRoles)}</Text>}
            {roles.map((held) => (
              <Group key={held.role} justify="space-between" wrap="nowrap" gap="xs">
                <div>
                  <Text>
                    {held.name}: <strong>{held.personName}</strong>
                  </Text>
                  {held.next && (
                    <Text className="quiet">
                      {say(ROOM.waitsFor, { name: held.next.name })} {held.next.note}
                    </Text>
                  )}
                </div>
                <Group gap={4} wrap="nowrap" className="no-print">
                  {held.attendedAt ? (
                    <Mark tone="recovery">{say(ROOM.attended)}</Mark>
                  ) : (
                    open &&
                    (held.personId === me || command) && (
                      <>
                        <Button
                          size="compact-md"
                          variant="default"
                          onClick={() => attend.run({ params: { id }, body: { role: held.role } })}
                        >
                          {say(ROOM.attend)}
                        </Button>
                        <AtATime
                          label={say(ROOM.attend)}
                          about={held.name}
                          pending={attend.pending}
                          error={attend.wrong('happened.at')}
                          onPress={(happened) =>
                            attend.run({ params: { id }, body: { role: held.role, happened } })
                          }
                        />
                      </>
                    )
                  )}
                  {open && held.next?.id === me ? (
                    <>
                      <Button
                        size="compact-md"
                        onClick={() => take.run({ params: { id }, body: { role: held.role } })}
                      >
                        {say(ROOM.take)}
                      </Button>
                      <AtATime
                        label={say(ROOM.take)}
                        about={held.name}
                        pending={take.pending}
                        error={take.wrong('happened.at')}
                        onPress={(happened) =>
                          take.run({ params: { id }, body: { role: held.role, happened } })
                        }
                      />
                    </>
                  ) : (
                    open &&
                    (held.personId === me || command) && (
                      <AskForm
                        by={STAFFING_ROUTES}
                        act="POST /api/respond/incidents/:id/roles/offer"
                        label={say(ROOM.handOver)}
                        fields={{
                          toId: { label: say(ROOM.handOverTo), kind: 'person' },
                          note: { label: say(ROOM.handOverNote), kind: 'text' },
                        }}
                        given={{ id, role: held.role }}
                      />
                    )
                  )}
                </Group>
              </Group>
            ))}
            {load.length > 0 && <Text fw={700}>{say(ROOM.load)}</Text>}
            {load.map((each) => (
              <div key={each.personId}>
                <Text>
                  {each.name}{' '}
                  <span className="quiet">
                    {say(ROOM.loadOf, { roles: each.roles.length, tasks: each.openTasks })}
                  </span>
                </Text>
                {each.strains.map((strain) => (
                  <Mark key={strain} tone="event">
                    {say(ROOM[strain])}
                  </Mark>
                ))}
                {each.relief && (
                  <Group gap="xs">
                    <Text className="quiet">
                      {say(ROOM.relief, {
                        role: roles.find(({ role }) => role === each.relief?.role)?.name ?? each.relief.role,
                        name: each.relief.name,
                      })}
                    </Text>
                    {command && (
                      <Button
                        size="compact-md"
                        variant="default"
                        className="no-print"
                        loading={offer.pending}
                        onClick={() =>
                          each.relief &&
                          offer.run({
                            params: { id },
                            body: { role: each.relief.role, toId: each.relief.personId, note: '' },
                          })
                        }
                      >
                        {say(ROOM.askThem)}
                      </Button>
                    )}
                  </Group>
                )}
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}
