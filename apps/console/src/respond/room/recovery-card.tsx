import { Group, Progress, Stack, Table, Text } from '@mantine/core';
import { contracts as RECOVERY_ROUTES } from '../../../../../areas/respond/recovery/contract.ts';
import { ITEM_STATES, MOST_GROUPS } from '../../../../../areas/respond/recovery/schema.ts';
import { ITEM_STATE_WORDS } from '../../../../../areas/respond/recovery/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { BurnDown } from './burn-down.tsx';
import { hostFields, partFields, tellAdded } from './host-fields.ts';
import { Compare, RecoveryItems } from './recovery-items.tsx';
import { RECOVERY } from './recovery-words.ts';
import { RoomCard } from './room-card.tsx';
import { useBoard } from './use-room.ts';
import { ROOM } from './words.ts';

type Board = ReplyOf<'GET /api/respond/incidents/:id/recovery'>;
/** Thousands of machines at one look: how many of how many, by class, company and site, what keeps them, and until when. */
export function RecoveryCard({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const write = useMay()('room.write');
  const query = useBoard(id);
  return (
    <RoomCard
      title={say(RECOVERY.title)}
      actions={
        write && (
          <>
            <AskForm
              by={RECOVERY_ROUTES}
              act="POST /api/respond/incidents/:id/recovery"
              label={say(RECOVERY.begin)}
              onDone={(reply) => tellAdded(say, reply)}
              fields={{
                ...hostFields(say),
                wave: { needed: true, label: say(RECOVERY.wave), kind: 'number', begin: 1 },
              }}
              given={{ id }}
            />
            <AskForm
              by={RECOVERY_ROUTES}
              act="POST /api/respond/incidents/:id/recovery/move"
              label={say(RECOVERY.move)}
              fields={{
                filter: {
                  kind: 'group',
                  fields: { ...partFields(say), wave: { label: say(RECOVERY.wave), kind: 'number' } },
                },
                keys: { label: say(RECOVERY.keys), kind: 'keys' },
                state: {
                  label: say(RECOVERY.state),
                  kind: 'choice',
                  choices: ITEM_STATES.map((value) => ({ value, label: say(ITEM_STATE_WORDS[value]) })),
                },
                blocker: { label: say(RECOVERY.blocker), kind: 'line' },
                wave: { label: say(RECOVERY.toWave), kind: 'number' },
              }}
              given={{ id }}
            />
          </>
        )
      }
    >
      <Loaded query={query}>
        {(board) =>
          board.total === 0 ? (
            <Text className="quiet">{say(RECOVERY.none)}</Text>
          ) : (
            <>
              <Progressing board={board} />
              <Compare incidentId={id} />
              <RecoveryItems incidentId={id} />
            </>
          )
        }
      </Loaded>
    </RoomCard>
  );
}

function Progressing({ board }: { board: Board }) {
  const { say, labelled, language } = useSpeech();
  const { restored } = board.states;
  const { at, perHour, overHours } = board.forecast;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text className="clock">
          {say(RECOVERY.of, { restored: restored.toLocaleString(), total: board.total.toLocaleString() })}
        </Text>
        {board.states.blocked > 0 && (
          <Mark tone="event">{say(RECOVERY.blocked, { n: board.states.blocked.toLocaleString() })}</Mark>
        )}
        {(['inProgress', 'waiting', 'notAffected'] as const)
          .filter((state) => board.states[state] > 0)
          .map((state) => (
            <Mark key={state} tone="quiet">
              {say(ITEM_STATE_WORDS[state])} {board.states[state].toLocaleString()}
            </Mark>
          ))}
      </Group>
      <Progress value={(restored / board.total) * 100} aria-label={say(RECOVERY.title)} color="green" />
      <Text className="quiet">
        {at
          ? say(RECOVERY.forecast, {
              pace: Math.round(perHour * 10) / 10,
              hours: Math.round(overHours),
              at: fullTime(at, language),
            })
          : say(RECOVERY.unknown)}
      </Text>
      <BurnDown days={board.burnDown} total={board.total} />
      {board.blockers.map(({ name, count }) => (
        <Text key={name}>{labelled(name || say(ROOM.noReason), count.toLocaleString())}</Text>
      ))}
      {(['classes', 'companies', 'sites', 'waves'] as const).map((by) => (
        <details key={by}>
          <summary>
            {say(
              {
                classes: RECOVERY.class,
                companies: RECOVERY.company,
                sites: RECOVERY.site,
                waves: RECOVERY.wave,
              }[by],
            )}
          </summary>
          <Table>
            <Table.Tbody>
              {board[by].map((group) => (
                <Table.Tr key={group.name}>
                  <Table.Td>{group.name || '—'}</Table.Td>
                  <Table.Td ta="end">
                    {say(RECOVERY.of, {
                      restored: group.restored.toLocaleString(),
                      total: group.total.toLocaleString(),
                    })}
                  </Table.Td>
                  <Table.Td ta="end">
                    {group.completedAt
                      ? say(RECOVERY.completed, { at: fullTime(group.completedAt, language) })
                      : group.blocked > 0 && say(RECOVERY.blocked, { n: group.blocked.toLocaleString() })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {board[by].length >= MOST_GROUPS && <Text className="quiet">{say(RECOVERY.moreGroups)}</Text>}
        </details>
      ))}
    </Stack>
  );
}
