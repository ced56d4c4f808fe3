import { Button, Group, Stack, Text } from '@mantine/core';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { contracts as TASKS_ROUTES } from '../../../../../areas/respond/tasks/contract.ts';
import { keepsOpen, lackOf } from '../../../../../areas/respond/tasks/rules.ts';
import type { SweepCounts } from '../../../../../areas/respond/tasks/schema.ts';
import { TASK_KIND_WORDS } from '../../../../../areas/respond/tasks/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { reasonWords } from '../../words.ts';
import { Countdown } from './countdown.tsx';
import { GiveTask } from './give-task.tsx';
import { More } from './more.tsx';
import { NOTICES } from './notice-words.ts';
import { RoomCard } from './room-card.tsx';
import { SWEEP } from './sweep-words.ts';
import { useIncidentPlan, usePartyNames, useTasks } from './use-room.ts';
import { ROOM } from './words.ts';

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
  const partyName = usePartyNames(query.data?.tasks);
  const planned = useIncidentPlan(id);
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
            {may('room.write') && <GiveTask incidentId={id} filled />}
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
                    open={open}
                    may={open && may('room.write')}
                    party={partyName(task.party)}
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
  open,
  may,
  party,
}: {
  task: Task;
  open: boolean;
  may: boolean;
  party: string | undefined;
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
          {task.dueAt && open && <Countdown until={task.dueAt} />}
          {task.timedOutAt && <Mark tone="event">{say(ROOM.timedOut)}</Mark>}
          {task.required && <Mark tone="decision">{say(ROOM.required)}</Mark>}
          {task.kind !== 'task' && <Mark tone="quiet">{say(TASK_KIND_WORDS[task.kind])}</Mark>}
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
            by={TASKS_ROUTES}
            act="POST /api/respond/tasks/:id/end"
            label={say(ROOM.done)}
            submit={say(ROOM.done)}
            variant="filled"
            {...(lack && { why: say(lack) })}
            fields={{
              note: { label: say(ROOM.howItWent), kind: 'text', needed: task.kind === 'healthCheck' },
            }}
            given={{ id: task.id, state: 'done' as const }}
          />
          <More of={task.title}>
            <AskForm
              by={TASKS_ROUTES}
              act="PUT /api/respond/tasks/:id/person"
              label={say(ROOM.giveTo)}
              fields={{
                personId: { label: say(ROOM.person), kind: 'person', begin: task.personId },
              }}
              given={{ id: task.id }}
            />
            <AskForm
              by={TASKS_ROUTES}
              act="PUT /api/respond/tasks/:id/due"
              label={say(ROOM.giveLonger)}
              fields={{ minutes: { label: say(ROOM.longerBy), kind: 'number', begin: 10 } }}
              given={{ id: task.id }}
            />
            {(command || !guarded) && (
              <AskForm
                by={TASKS_ROUTES}
                act="POST /api/respond/tasks/:id/end"
                label={say(ROOM.cancel)}
                submit={say(ROOM.cancel)}
                variant="subtle"
                fields={{ note: { label: say(ROOM.reason), kind: 'text', needed: guarded } }}
                given={{ id: task.id, state: 'cancelled' as const }}
              />
            )}
          </More>
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
