import { Button, Group, Stack, Text } from '@mantine/core';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { ON_TIMEOUT } from '../../../../../areas/prepare/plans/schema.ts';
import { keepsOpen, lackOf } from '../../../../../areas/respond/tasks/rules.ts';
import { newTask, type SweepCounts } from '../../../../../areas/respond/tasks/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { peopleChoices, usePeople } from '../../prepare/people/people.ts';
import { VALUE_WORDS } from '../../prepare/registers/words.ts';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { reasonWords, W } from '../../words.ts';
import { AskForm } from './ask-form.tsx';
import { numberOf, ROOM_STALE, textOf } from './ask-values.ts';
import { Countdown } from './countdown.tsx';
import { NOTICES } from './notice-words.ts';
import { RoomCard } from './room-card.tsx';
import { SWEEP } from './sweep-words.ts';
import { useIncidentPlan, usePartyChoices, useRoles, useTasks } from './use-room.ts';
import { ROOM, VALUES } from './words.ts';

type Task = ReplyOf<'GET /api/respond/incidents/:id/tasks'>['tasks'][number];

const ASKED: Readonly<Partial<Record<NonNullable<Task['asked']>['state'], Tone>>> = {
  answered: 'recovery',
  failed: 'event',
  held: 'event',
};

/** What is to be done by whom and by when; a tick ends it, a time that runs out has its consequence. */
export function TasksCard({ incidentId: id, open }: { incidentId: string; open: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useTasks(id);
  const people = peopleChoices(usePeople());
  const partyChoices = usePartyChoices(open && may('room.write'));
  const planned = useIncidentPlan(id);
  const held = (useRoles(id).data?.roles ?? []).map(({ role, name }) => ({ value: role, label: name }));
  const roles = [
    ...held,
    ...(planned.data?.plan?.roles ?? [])
      .filter(({ key }) => !held.some(({ value }) => value === key))
      .map(({ key, name }) => ({ value: key, label: name })),
  ];
  const run = useAct('POST /api/respond/incidents/:id/tasks/run-plan', { stale: ROOM_STALE });
  return (
    <RoomCard
      title={say(ROOM.tasks)}
      actions={
        open && (
          <>
            {may('incident.command') && planned.data?.plan && (
              <Button
                size="compact-md"
                variant="default"
                loading={run.pending}
                onClick={() => run.run({ params: { id } })}
              >
                {say(ROOM.runPlan)}
              </Button>
            )}
            {may('room.write') && (
              <AskForm
                act="POST /api/respond/incidents/:id/tasks"
                label={say(ROOM.addTask)}
                submit={say(ROOM.addTask)}
                variant="filled"
                fields={[
                  { name: 'title', label: say(ROOM.taskTitle), kind: 'line' },
                  { name: 'minutes', label: say(ROOM.minutes), kind: 'number', begin: 10, optional: true },
                  ...(roles.length > 0
                    ? [
                        {
                          name: 'role',
                          label: say(ROOM.roleKey),
                          kind: 'choice' as const,
                          choices: roles,
                          optional: true,
                        },
                      ]
                    : []),
                  {
                    name: 'personId',
                    label: say(ROOM.person),
                    kind: 'choice',
                    choices: people,
                    optional: true,
                  },
                  {
                    name: 'party',
                    label: say(NOTICES.party),
                    kind: 'choice',
                    choices: partyChoices,
                    optional: true,
                  },
                  {
                    name: 'onTimeout',
                    label: say(ROOM.onTimeout),
                    kind: 'choice',
                    begin: 'escalate',
                    choices: ON_TIMEOUT.map((value) => ({ value, label: say(VALUE_WORDS[value] ?? W.any) })),
                  },
                  {
                    name: 'kind',
                    label: say(ROOM.kind),
                    kind: 'choice',
                    begin: 'task',
                    // A sweep is begun where its hosts are chosen.
                    choices: newTask.shape.kind
                      .unwrap()
                      .options.map((value) => ({ value, label: say(VALUES[value]) })),
                  },
                  { name: 'required', label: say(ROOM.required), kind: 'yesNo', begin: false },
                ]}
                input={(a) => ({
                  params: { id },
                  body: {
                    title: textOf(a['title']),
                    minutes: numberOf(a['minutes']),
                    role: textOf(a['role']) || null,
                    personId: textOf(a['personId']) || null,
                    party: textOf(a['party']) || null,
                    onTimeout: a['onTimeout'] as Task['onTimeout'],
                    kind: a['kind'] as Exclude<Task['kind'], 'sweep'>,
                    required: a['required'] === true,
                  },
                })}
              />
            )}
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ tasks }) => {
          const ended = tasks.filter(({ state }) => state !== 'open');
          return (
            <Stack gap="xs">
              {tasks.length === 0 && <Text className="quiet">{say(ROOM.noTasks)}</Text>}
              {tasks
                .filter(({ state }) => state === 'open')
                .map((task) => (
                  <OneTask
                    key={task.id}
                    task={task}
                    may={may('room.write')}
                    people={people}
                    party={partyChoices.find(({ value }) => value === task.party)?.label}
                  />
                ))}
              {ended.length > 0 && (
                <details>
                  <summary>{say(ROOM.ended, { n: ended.length })}</summary>
                  {ended.map(({ id: key, number, title, state, note, personName }) => (
                    <Text key={key} className="quiet">
                      {number}. {title} – {say(state === 'done' ? ROOM.done : ROOM.cancel)} {personName ?? ''}{' '}
                      {note}
                    </Text>
                  ))}
                </details>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </RoomCard>
  );
}

function OneTask({
  task,
  may,
  party,
  people,
}: {
  task: Task;
  may: boolean;
  party: string | undefined;
  people: { value: string; label: string }[];
}) {
  const { say } = useSpeech();
  const command = useMay()('incident.command');
  const lack = task.sweep ? lackOf(task.sweep) : undefined;
  const guarded = keepsOpen(task);
  return (
    <Group justify="space-between" align="start" gap="xs">
      <div style={{ flex: '1 1 240px' }}>
        <Text>
          {task.number}. {task.title}
        </Text>
        <Group gap="xs">
          {task.dueAt && <Countdown until={task.dueAt} />}
          {task.timedOutAt && <Mark tone="event">{say(ROOM.timedOut)}</Mark>}
          {task.required && <Mark tone="decision">{say(ROOM.required)}</Mark>}
          {task.kind !== 'task' && <Mark tone="quiet">{say(VALUES[task.kind])}</Mark>}
          {task.sweep && <SweepProgress counts={task.sweep} />}
          <span className="quiet">{task.personName ?? party ?? task.party ?? say(ROOM.noOne)}</span>
          {task.asked && (
            <Mark tone={ASKED[task.asked.state] ?? 'quiet'}>
              {say(NOTICES[task.asked.state])} {task.asked.reason && say(reasonWords(task.asked.reason))}{' '}
              {task.asked.answer}
            </Mark>
          )}
        </Group>
      </div>
      {may && (
        <Group gap={4} justify="end" className="no-print">
          <AskForm
            act="POST /api/respond/tasks/:id/end"
            label={say(ROOM.done)}
            submit={say(ROOM.done)}
            variant="filled"
            {...(lack && { why: say(lack) })}
            fields={[{ name: 'note', label: say(ROOM.howItWent), kind: 'text', optional: true }]}
            input={(a) => ({
              params: { id: task.id },
              body: { state: 'done' as const, note: textOf(a['note']) },
            })}
          />
          <AskForm
            act="PUT /api/respond/tasks/:id/person"
            label={say(ROOM.giveTo)}
            fields={[
              {
                name: 'personId',
                label: say(ROOM.person),
                kind: 'choice',
                begin: task.personId,
                choices: people,
                optional: true,
              },
            ]}
            input={(a) => ({ params: { id: task.id }, body: { personId: textOf(a['personId']) || null } })}
          />
          <AskForm
            act="PUT /api/respond/tasks/:id/due"
            label={say(ROOM.giveLonger)}
            fields={[{ name: 'minutes', label: say(ROOM.longerBy), kind: 'number', begin: 10 }]}
            input={(a) => ({ params: { id: task.id }, body: { minutes: numberOf(a['minutes']) ?? 10 } })}
          />
          {(command || !guarded) && (
            <AskForm
              act="POST /api/respond/tasks/:id/end"
              label={say(ROOM.cancel)}
              submit={say(ROOM.cancel)}
              variant="subtle"
              fields={[{ name: 'note', label: say(ROOM.reason), kind: 'text', optional: !guarded }]}
              input={(a) => ({
                params: { id: task.id },
                body: { state: 'cancelled' as const, note: textOf(a['note']) },
              })}
            />
          )}
        </Group>
      )}
    </Group>
  );
}

function SweepProgress({ counts: { pending, clean, found, excluded } }: { counts: SweepCounts }) {
  const { say } = useSpeech();
  const known = clean + found + excluded;
  return (
    <>
      <Mark tone={pending === 0 ? 'recovery' : 'quiet'}>
        {say(SWEEP.progress, { known: known.toLocaleString(), of: (known + pending).toLocaleString() })}
      </Mark>
      {found > 0 && (
        <Mark tone="event">{say(SWEEP.count, { n: found.toLocaleString(), result: say(SWEEP.found) })}</Mark>
      )}
    </>
  );
}
