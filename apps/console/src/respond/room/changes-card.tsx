import { Group, Stack, Text } from '@mantine/core';
import { contracts as CHANGES_ROUTES } from '../../../../../areas/respond/changes/contract.ts';
import { CHANGE_TABLE } from '../../../../../areas/respond/changes/rules.ts';
import { CHANGE_TURNS } from '../../../../../areas/respond/changes/schema.ts';
import {
  CHANGE_LACK_WORDS,
  CHANGE_STATE_WORDS,
  CHANGE_TURN_WORDS,
} from '../../../../../areas/respond/changes/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Countdown } from './countdown.tsx';
import { RoomCard } from './room-card.tsx';
import { useChanges } from './use-room.ts';
import { ROOM } from './words.ts';

const BY_COMMAND: readonly string[] = ['approve', 'refuse'];

/** Changes outside the usual procedure: nothing is applied before it was approved, and a stop-gap has an end. */
export function ChangesCard({ incidentId: id }: { incidentId: string }) {
  const { say, labelled } = useSpeech();
  const may = useMay();
  const query = useChanges(id);
  return (
    <RoomCard
      title={say(ROOM.changes)}
      actions={
        may('room.write') && (
          <AskForm
            by={CHANGES_ROUTES}
            act="POST /api/respond/incidents/:id/changes"
            label={say(ROOM.propose)}
            submit={say(ROOM.propose)}
            fields={{
              title: { label: say(ROOM.what), kind: 'line' },
              skipped: { label: say(ROOM.skipped), kind: 'text' },
              sideEffects: { label: say(ROOM.sideEffects), kind: 'text' },
              rollback: { label: say(ROOM.rollback), kind: 'text' },
              expiresAt: { label: say(ROOM.expiresAt), kind: 'time' },
              permanentFix: { label: say(ROOM.permanentFix), kind: 'text' },
            }}
            given={{ id }}
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
                      {say(CHANGE_STATE_WORDS[each.state])}
                    </Mark>
                    {each.lacks.map((lack) => (
                      <Mark key={lack} tone="event">
                        {say(CHANGE_LACK_WORDS[lack])}
                      </Mark>
                    ))}
                    {each.state === 'applied' && each.expiresAt && <Countdown until={each.expiresAt} />}
                  </Group>
                  <Text className="quiet">
                    {[
                      each.skipped && labelled(say(ROOM.skipped), each.skipped),
                      each.sideEffects && labelled(say(ROOM.sideEffects), each.sideEffects),
                      each.rollback && labelled(say(ROOM.rollback), each.rollback),
                      each.permanentFix && labelled(say(ROOM.permanentFix), each.permanentFix),
                      each.approvedBy && labelled(say(CHANGE_STATE_WORDS.approved), each.approvedBy),
                      each.outcome,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                  <Group gap="xs" className="no-print">
                    {(each.state === 'proposed' || each.state === 'approved' || each.state === 'applied') &&
                      may('room.write') && (
                        <AskForm
                          by={CHANGES_ROUTES}
                          act="PUT /api/respond/changes/:id"
                          label={say(ROOM.amendChange)}
                          fields={{
                            expiresAt: {
                              label: say(ROOM.expiresAt),
                              kind: 'time',
                              begin: each.expiresAt,
                            },
                            rollback: { label: say(ROOM.rollback), kind: 'text', begin: each.rollback },
                            permanentFix: {
                              label: say(ROOM.permanentFix),
                              kind: 'text',
                              begin: each.permanentFix,
                            },
                          }}
                          given={{ id: each.id }}
                        />
                      )}
                    {turns.map((turn) => (
                      <AskForm
                        key={turn}
                        by={CHANGES_ROUTES}
                        act="POST /api/respond/changes/:id/turn"
                        label={say(CHANGE_TURN_WORDS[turn])}
                        submit={say(CHANGE_TURN_WORDS[turn])}
                        fields={{ note: { label: say(ROOM.note), kind: 'text' } }}
                        given={{ id: each.id, turn, ...(BY_COMMAND.includes(turn) && { happened: null }) }}
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
