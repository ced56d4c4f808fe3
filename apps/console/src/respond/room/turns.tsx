import { Button, type ButtonProps, Group, Popover, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CERTAINTIES } from '../../../../../areas/respond/investigation/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from './ask-form.tsx';
import { textOf } from './ask-values.ts';
import { ROOM, VALUES } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function Turns({ incident: { id, state }, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { say } = useSpeech();
  const stale = ['incident', 'incidents', 'timeline', 'pages'] as const;
  const resolve = useAct('POST /api/respond/incidents/:id/resolve', { stale });
  const reopen = useAct('POST /api/respond/incidents/:id/reopen', { stale });
  const input = (note: string) => ({ params: { id }, body: { note } });
  return (
    <Group gap="sm" className="no-print">
      <Button variant="default" onClick={onEdit}>
        {say(ROOM.edit)}
      </Button>
      {state === 'open' && (
        <Turn
          label={say(ROOM.resolve)}
          color="green"
          loading={resolve.pending}
          onTurn={(note) => resolve.run(input(note))}
        />
      )}
      {state !== 'open' && (
        <Turn
          label={say(ROOM.reopen)}
          variant="default"
          loading={reopen.pending}
          onTurn={(note) => reopen.run(input(note))}
        />
      )}
      {state === 'resolved' && (
        <AskForm
          act="POST /api/respond/incidents/:id/close"
          label={say(ROOM.close)}
          submit={say(ROOM.close)}
          variant="filled"
          size="sm"
          fields={[
            {
              name: 'was',
              label: say(ROOM.wasAttack),
              kind: 'choice',
              optional: true,
              choices: (['excluded', 'supported', 'undecided'] as const).map((value) => ({
                value,
                label: say(VALUES[value]),
              })),
            },
            { name: 'how', label: say(ROOM.howKnown), kind: 'text', optional: true },
            {
              name: 'certainty',
              label: say(ROOM.certainty),
              kind: 'choice',
              begin: 'likely',
              choices: CERTAINTIES.map((value) => ({ value, label: say(VALUES[value]) })),
            },
            { name: 'note', label: say(ROOM.turnNote), kind: 'text', optional: true },
          ]}
          input={(a) => ({
            params: { id },
            body: {
              note: textOf(a['note']),
              cyber: a['was']
                ? {
                    was: a['was'] as 'excluded' | 'supported' | 'undecided',
                    how: textOf(a['how']),
                    certainty: a['certainty'] as (typeof CERTAINTIES)[number],
                  }
                : null,
            },
          })}
        />
      )}
    </Group>
  );
}

/** A turn of the incident's state; why is asked for, and may be left empty at 3 a.m. */
function Turn({
  label,
  onTurn,
  ...button
}: { label: string; onTurn: (note: string) => void } & Pick<ButtonProps, 'color' | 'variant' | 'loading'>) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [note, setNote] = useState('');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button {...button} onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpened(false);
            onTurn(note);
          }}
        >
          <Stack gap="sm">
            <Textarea
              label={say(ROOM.turnNote)}
              value={note}
              onChange={(e) => setNote(e.currentTarget.value)}
              autosize
              minRows={2}
              w={280}
              data-autofocus
            />
            <Button type="submit" {...(button.color && { color: button.color })}>
              {say(ROOM.record)}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
