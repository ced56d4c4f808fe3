import { Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { contracts as SWEEPS_ROUTES } from '../../../../../areas/respond/sweeps/contract.ts';
import { SWEEP_RESULTS, type SweepResult } from '../../../../../areas/respond/sweeps/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { hostFields, partFields, tellAdded } from './host-fields.ts';
import { MachineList } from './machine-list.tsx';
import { NOTICES } from './notice-words.ts';
import { RECOVERY } from './recovery-words.ts';
import { RoomCard } from './room-card.tsx';
import { SWEEP } from './sweep-words.ts';
import { usePartyNames, useTasks } from './use-room.ts';
import { ROOM } from './words.ts';

type Task = ReplyOf<'GET /api/respond/incidents/:id/tasks'>['tasks'][number];
type Sweep = Task & { sweep: NonNullable<Task['sweep']> };
const isSweep = (task: Task): task is Sweep => task.sweep !== null;

const TONES: Readonly<Record<SweepResult, Tone>> = {
  pending: 'quiet',
  clean: 'recovery',
  found: 'event',
  excluded: 'decision',
};

/** Every host of something, looked at by somebody: how many have a result, which, and what was found. */
export function SweepsCard({ incidentId: id, open }: { incidentId: string; open: boolean }) {
  const { say } = useSpeech();
  const write = useMay()('room.write') && open;
  const query = useTasks(id);
  const partyName = usePartyNames(query.data?.tasks);
  return (
    <RoomCard
      title={say(SWEEP.title)}
      actions={
        write && (
          <AskForm
            by={SWEEPS_ROUTES}
            act="POST /api/respond/incidents/:id/sweeps"
            label={say(SWEEP.begin)}
            hint={say(SWEEP.onBoard)}
            onDone={(reply) => tellAdded(say, reply)}
            fields={{
              title: { label: say(SWEEP.what), kind: 'line' },
              hosts: { kind: 'group', fields: hostFields(say) },
              personId: { label: say(ROOM.person), kind: 'person' },
              party: { label: say(NOTICES.party), kind: 'party' },
              minutes: { label: say(ROOM.minutes), kind: 'number', begin: 240 },
              required: { label: say(ROOM.required), kind: 'yesNo', begin: true },
            }}
            given={{ id }}
          />
        )
      }
    >
      <Loaded query={query}>
        {({ tasks }) => {
          const sweeps = tasks.filter(isSweep);
          if (sweeps.length === 0) return <Text className="quiet">{say(SWEEP.none)}</Text>;
          return (
            <Stack gap="md">
              {sweeps.map((task) => (
                <OneSweep
                  key={task.id}
                  task={task}
                  may={write && task.state === 'open'}
                  party={partyName(task.party)}
                />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </RoomCard>
  );
}

function OneSweep({ task, may, party }: { task: Sweep; may: boolean; party: string | undefined }) {
  const { say } = useSpeech();
  const { id, number, title, sweep, state } = task;
  const of = SWEEP_RESULTS.reduce((sum, result) => sum + sweep[result], 0);
  const known = of - sweep.pending;
  const told = ({ changed, unknown }: { changed: number; unknown: number }) =>
    notifications.show({
      message: say(SWEEP.reported, { n: changed.toLocaleString(), unknown }),
      color: unknown > 0 ? 'yellow' : 'green',
    });
  return (
    <div>
      <Group justify="space-between" align="start">
        <Text fw={700}>
          {number}. {title}{' '}
          <span className="quiet">
            {task.personName ?? party ?? task.party ?? say(ROOM.noOne)}
            {state !== 'open' && ` · ${say(SWEEP.ended)}`}
          </span>
        </Text>
        {may && (
          <Group gap={4} className="no-print">
            <AskForm
              by={SWEEPS_ROUTES}
              act="POST /api/respond/sweeps/:id/report"
              label={say(SWEEP.report)}
              hint={say(SWEEP.reportHint)}
              onDone={told}
              fields={{
                keys: { label: say(RECOVERY.keys), kind: 'keys' },
                filter: {
                  kind: 'group',
                  fields: {
                    ...partFields(say),
                    result: { label: say(SWEEP.rest), kind: 'tick', ticked: 'pending' },
                  },
                },
                result: {
                  label: say(SWEEP.result),
                  kind: 'choice',
                  choices: SWEEP_RESULTS.map((value) => ({ value, label: say(SWEEP[value]) })),
                },
                note: { label: say(SWEEP.note), kind: 'line' },
              }}
              given={{ id }}
            />
            <AskForm
              by={SWEEPS_ROUTES}
              act="POST /api/respond/sweeps/:id/hosts"
              label={say(SWEEP.widen)}
              variant="subtle"
              onDone={(reply) => tellAdded(say, reply)}
              fields={hostFields(say)}
              given={{ id }}
            />
          </Group>
        )}
      </Group>
      <Group gap="sm">
        <Text className="clock">
          {say(SWEEP.progress, { known: known.toLocaleString(), of: of.toLocaleString() })}
        </Text>
        {SWEEP_RESULTS.filter((result) => sweep[result] > 0).map((result) => (
          <Mark key={result} tone={TONES[result]}>
            {say(SWEEP.count, { n: sweep[result].toLocaleString(), result: say(SWEEP[result]) })}
          </Mark>
        ))}
      </Group>
      <Progress value={of === 0 ? 0 : (known / of) * 100} aria-label={title} color="green" />
      <Hosts taskId={id} may={may} />
    </div>
  );
}

function Hosts({ taskId, may }: { taskId: string; may: boolean }) {
  const { say } = useSpeech();
  return (
    <MachineList
      queryKey={['sweeps', taskId]}
      label={say(SWEEP.result)}
      states={SWEEP_RESULTS.map((value) => ({ value, label: say(SWEEP[value]) }))}
      load={async ({ state, ...query }, signal) => {
        const { hosts, next } = await call(
          'GET /api/respond/sweeps/:id/hosts',
          { params: { id: taskId }, query: { ...query, ...(state && { result: state }) } },
          signal,
        );
        return { rows: hosts, next };
      }}
      cells={(host) => (
        <>
          <Table.Td>
            <Mark tone={TONES[host.result]}>{say(SWEEP[host.result])}</Mark> {host.note}
            {host.at && (
              <div className="quiet">
                {host.by} · <Ago at={host.at} />
              </div>
            )}
          </Table.Td>
          {may && (
            <Table.Td ta="end" className="no-print">
              <HostButtons taskId={taskId} host={host.key} name={host.name} result={host.result} />
            </Table.Td>
          )}
        </>
      )}
    />
  );
}

function HostButtons({
  taskId,
  host,
  name,
  result,
}: {
  taskId: string;
  host: string;
  name: string;
  result: SweepResult;
}) {
  const { say, labelled } = useSpeech();
  const report = useAct('POST /api/respond/sweeps/:id/report', { stale: ROOM_STALE });
  return (
    <Group gap={4} justify="end" wrap="nowrap">
      {result !== 'clean' && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={labelled(say(SWEEP.clean), name)}
          loading={report.pending}
          onClick={() => report.run({ params: { id: taskId }, body: { keys: [host], result: 'clean' } })}
        >
          {say(SWEEP.clean)}
        </Button>
      )}
      {(['found', 'excluded'] as const)
        .filter((each) => each !== result)
        .map((each) => (
          <AskForm
            key={each}
            by={SWEEPS_ROUTES}
            act="POST /api/respond/sweeps/:id/report"
            label={say(SWEEP[each])}
            variant="subtle"
            {...(each === 'found' && { hint: say(SWEEP.onBoard) })}
            fields={{ note: { label: say(SWEEP.note), kind: 'line', optional: each === 'found' } }}
            given={{ id: taskId, keys: [host], result: each }}
          />
        ))}
    </Group>
  );
}
