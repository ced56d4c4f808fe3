import { Group, Stack, Text } from '@mantine/core';
import { CHANGE_TABLE } from '../../../../../areas/respond/changes/rules.ts';
import { CHANGE_TURNS } from '../../../../../areas/respond/changes/schema.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { AskForm } from './ask-form.tsx';
import { instantOf, localTime, textOf } from './ask-values.ts';
import { Countdown } from './countdown.tsx';
import { RoomCard } from './room-card.tsx';
import { useChanges } from './use-room.ts';
import { ROOM, VALUES } from './words.ts';

const BY_COMMAND: readonly string[] = ['approve', 'refuse'];

/** Changes outside the usual procedure: nothing is applied before it was approved, and a stop-gap has an end. */
export function ChangesCard({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useChanges(id);
  return (
    <RoomCard
      title={say(ROOM.changes)}
      actions={
        may('room.write') && (
          <AskForm
            act="POST /api/respond/incidents/:id/changes"
            label={say(ROOM.propose)}
            submit={say(ROOM.propose)}
            fields={[
              { name: 'title', label: say(ROOM.what), kind: 'line' },
              { name: 'skipped', label: say(ROOM.skipped), kind: 'text', optional: true },
              { name: 'sideEffects', label: say(ROOM.sideEffects), kind: 'text', optional: true },
              { name: 'rollback', label: say(ROOM.rollback), kind: 'text', optional: true },
              { name: 'expiresAt', label: say(ROOM.expiresAt), kind: 'time', optional: true },
              { name: 'permanentFix', label: say(ROOM.permanentFix), kind: 'text', optional: true },
            ]}
            input={(a) => ({
              params: { id },
              body: {
                title: textOf(a['title']),
                skipped: textOf(a['skipped']),
                sideEffects: textOf(a['sideEffects']),
                rollback: textOf(a['rollback']),
                expiresAt: instantOf(a['expiresAt']),
                permanentFix: textOf(a['permanentFix']),
              },
            })}
          />
        )
      }
    >
      <Loaded query={query}>
        {({ changes }) => (
          <Stack gap="sm">
            {changes.length === 0 && <Text className="quiet">{say(ROOM.noChanges)}</Text>}
            {changes.map((each) => {
              const turns = CHANGE_TURNS.filter(
                (turn) =>
                  CHANGE_TABLE[each.state][turn] !== null &&
                  may(BY_COMMAND.includes(turn) ? 'incident.command' : 'room.write'),
              );
              return (
                <div key={each.id}>
                  <Text>
                    {each.number}. {each.title}
                  </Text>
                  <Group gap="xs">
                    <Mark tone={each.state === 'applied' ? 'response' : 'quiet'}>
                      {say(VALUES[each.state])}
                    </Mark>
                    {each.lacks.map((lack) => (
                      <Mark key={lack} tone="event">
                        {say(VALUES[lack])}
                      </Mark>
                    ))}
                    {each.state === 'applied' && each.expiresAt && <Countdown until={each.expiresAt} />}
                  </Group>
                  <Text className="quiet">
                    {[
                      each.skipped && `${say(ROOM.skipped)}: ${each.skipped}`,
                      each.sideEffects && `${say(ROOM.sideEffects)}: ${each.sideEffects}`,
                      each.rollback && `${say(ROOM.rollback)}: ${each.rollback}`,
                      each.permanentFix && `${say(ROOM.permanentFix)}: ${each.permanentFix}`,
                      each.approvedBy && `${say(VALUES.approved)}: ${each.approvedBy}`,
                      each.outcome,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                  <Group gap="xs" className="no-print">
                    {(each.state === 'proposed' || each.state === 'approved' || each.state === 'applied') &&
                      may('room.write') && (
                        <AskForm
                          act="PUT /api/respond/changes/:id"
                          label={say(ROOM.amendChange)}
                          fields={[
                            {
                              name: 'expiresAt',
                              label: say(ROOM.expiresAt),
                              kind: 'time',
                              begin: localTime(each.expiresAt),
                              optional: true,
                            },
                            {
                              name: 'rollback',
                              label: say(ROOM.rollback),
                              kind: 'text',
                              begin: each.rollback,
                              optional: true,
                            },
                            {
                              name: 'permanentFix',
                              label: say(ROOM.permanentFix),
                              kind: 'text',
                              begin: each.permanentFix,
                              optional: true,
                            },
                          ]}
                          input={(a) => ({
                            params: { id: each.id },
                            body: {
                              expiresAt: instantOf(a['expiresAt']),
                              rollback: textOf(a['rollback']),
                              permanentFix: textOf(a['permanentFix']),
                            },
                          })}
                        />
                      )}
                    {turns.map((turn) => (
                      <AskForm
                        key={turn}
                        act="POST /api/respond/changes/:id/turn"
                        label={say(VALUES[turn])}
                        submit={say(VALUES[turn])}
                        fields={[{ name: 'note', label: say(ROOM.note), kind: 'text', optional: true }]}
                        input={(a) => ({ params: { id: each.id }, body: { turn, note: textOf(a['note']) } })}
                      />
                    ))}
                  </Group>
                </div>
              );
            })}
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}
