import { useState } from 'react';
import { ON_TIMEOUT } from '../../../../../areas/prepare/plans/schema.ts';
import { ON_TIMEOUT_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { contracts as TASKS_ROUTES } from '../../../../../areas/respond/tasks/contract.ts';
import { newTask } from '../../../../../areas/respond/tasks/schema.ts';
import { TASK_KIND_WORDS } from '../../../../../areas/respond/tasks/words.ts';
import { newClientId } from '../../client-id.ts';
import { useSpeech } from '../../language.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { NOTICES } from './notice-words.ts';
import { useIncidentPlan, useRoles } from './use-room.ts';
import { ROOM } from './words.ts';

/** The whole form of a task: what, by when, by whom, and what follows when the time is up. */
export function GiveTask({ incidentId: id, filled = false }: { incidentId: string; filled?: boolean }) {
  const { say } = useSpeech();
  // One task however often it is sent, and by which it is taken back; the next is another.
  const [clientId, setClientId] = useState(newClientId);
  const planned = useIncidentPlan(id);
  const held = (useRoles(id).data?.roles ?? []).map(({ role, name }) => ({ value: role, label: name }));
  const roles = [
    ...held,
    ...(planned.data?.plan?.roles ?? [])
      .filter(({ key }) => !held.some(({ value }) => value === key))
      .map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <AskForm
      by={TASKS_ROUTES}
      act="POST /api/respond/incidents/:id/tasks"
      label={say(ROOM.addTask)}
      submit={say(ROOM.addTask)}
      {...(filled && { variant: 'filled' })}
      fields={{
        title: { label: say(ROOM.taskTitle), kind: 'line' },
        minutes: { label: say(ROOM.minutes), kind: 'number', begin: 10 },
        role: roles.length > 0 && { label: say(ROOM.roleKey), kind: 'choice', choices: roles },
        personId: { label: say(ROOM.person), kind: 'person' },
        party: { label: say(NOTICES.party), kind: 'party' },
        onTimeout: {
          needed: true,
          label: say(ROOM.onTimeout),
          kind: 'choice',
          begin: 'escalate',
          choices: ON_TIMEOUT.map((value) => ({ value, label: say(ON_TIMEOUT_WORDS[value]) })),
        },
        kind: {
          needed: true,
          label: say(ROOM.kind),
          kind: 'choice',
          begin: 'task',
          choices: newTask.shape.kind
            .unwrap()
            .options.map((value) => ({ value, label: say(TASK_KIND_WORDS[value]) })),
        },
        required: { label: say(ROOM.required), kind: 'yesNo', begin: false },
      }}
      given={{ id, clientId }}
      onDone={() => setClientId(newClientId())}
    />
  );
}
