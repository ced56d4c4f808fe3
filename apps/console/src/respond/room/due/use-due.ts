import { AUDIENCE_WORDS } from '../../../../../../areas/prepare/plans/words.ts';
import { STAGE_WORDS } from '../../../../../../areas/respond/regimes/words.ts';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useDesk, usePartyNames, useReports, useTasks } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { byUrgency, type Due } from './rules.ts';
import { DUE } from './words.ts';

type Task = ReplyOf<'GET /api/respond/incidents/:id/tasks'>['tasks'][number];

export interface What {
  readonly title: string;
  /** Who has it, or to whom it goes. */
  readonly whom: string;
  readonly kind: 'task' | 'report' | 'update';
  readonly task?: Task;
}

/** Everything of an incident that is to be done, in order of urgency; undefined before it is read. */
export function useDue(incidentId: string): Due<What>[] | undefined {
  const { say } = useSpeech();
  const tasks = useTasks(incidentId).data?.tasks;
  const partyName = usePartyNames(tasks);
  const reports = useReports(incidentId).data?.reports ?? [];
  const statements = useDesk(incidentId).data?.statements ?? [];
  const lastTo = new Map(
    statements.filter(({ state }) => state === 'sent').map((each) => [each.audience, each] as const),
  );
  if (!tasks) return undefined;
  return byUrgency<What>([
    ...tasks
      .filter(({ state }) => state === 'open')
      .map((task) => ({
        key: task.id,
        dueAt: task.dueAt,
        from: task.createdAt,
        what: {
          kind: 'task' as const,
          title: `${task.number}. ${task.title}`,
          whom: task.personName ?? partyName(task.party) ?? task.party ?? say(ROOM.noOne),
          task,
        },
      })),
    ...reports
      .filter(({ state }) => state === 'due')
      .map(({ id, dueAt, startsAt, name, stage }) => ({
        key: id,
        dueAt,
        from: startsAt,
        what: {
          kind: 'report' as const,
          title: `${say(name)} ${say(STAGE_WORDS[stage])}`,
          whom: '',
        },
      })),
    ...[...lastTo.values()].flatMap(({ id, nextUpdateAt, sentAt, kind, audience }) =>
      nextUpdateAt && kind !== 'end'
        ? [
            {
              key: `update ${id}`,
              dueAt: nextUpdateAt,
              from: sentAt,
              what: {
                kind: 'update' as const,
                title: say(DUE.promised, { audience: say(AUDIENCE_WORDS[audience]) }),
                whom: '',
              },
            },
          ]
        : [],
    ),
  ]);
}
