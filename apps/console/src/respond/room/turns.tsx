import { Button, type ButtonProps, Group, Popover, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CERTAINTIES } from '../../../../../areas/respond/investigation/schema.ts';
import { CERTAINTY_WORDS, HYPOTHESIS_STATE_WORDS } from '../../../../../areas/respond/investigation/words.ts';
import { contracts as LIFECYCLE_ROUTES } from '../../../../../areas/respond/lifecycle/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { useCallsGoingOn, useLeftOpen } from './use-room.ts';
import { ROOM } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function Turns({ incident: { id, state }, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { say } = useSpeech();
  const stale = ['incident', 'incidents', 'timeline', 'pages'] as const;
  const resolve = useAct('POST /api/respond/incidents/:id/resolve', { stale });
  const reopen = useAct('POST /api/respond/incidents/:id/reopen', { stale });
  const asked = useLeftOpen(id).data;
  const left = (state === 'open' ? asked?.resolve : asked?.close) ?? [];
  const calls = useCallsGoingOn(id);
  const asksMore = left.length > 0 || calls > 0;
  const reasons = {
    kind: 'group' as const,
    fields: Object.fromEntries(
      left.map(({ name, what }) => [name, { label: say(ROOM.whyLeft, { what }), kind: 'text' as const }]),
    ),
  };
  const input = (note: string) => ({ params: { id }, body: { note } });
  return (
    <Group gap="sm" className="no-print">
      <Button variant="default" onClick={onEdit}>
        {say(ROOM.edit)}
      </Button>
      {state === 'open' && !asksMore && (
        <Turn
          label={say(ROOM.resolve)}
          color="green"
          loading={resolve.pending}
          onTurn={(note) => resolve.run(input(note))}
        />
      )}
      {state === 'open' && asksMore && (
        <AskForm
          by={LIFECYCLE_ROUTES}
          act="POST /api/respond/incidents/:id/resolve"
          label={say(ROOM.resolve)}
          submit={say(ROOM.resolve)}
          variant="filled"
          color="green"
          size="sm"
          fields={{
            left: left.length > 0 && reasons,
            keepCalling: calls > 0 && {
              label: say(ROOM.keepCalling, { n: calls }),
              kind: 'yesNo',
              begin: false,
            },
            note: { label: say(ROOM.turnNote), kind: 'text' },
          }}
          given={{ id }}
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
          by={LIFECYCLE_ROUTES}
          act="POST /api/respond/incidents/:id/close"
          label={say(ROOM.close)}
          submit={say(ROOM.close)}
          variant="filled"
          size="sm"
          fields={{
            cyber: {
              kind: 'group',
              by: 'was',
              fields: {
                was: {
                  label: say(ROOM.wasAttack),
                  kind: 'choice',
                  choices: (['excluded', 'supported', 'undecided'] as const).map((value) => ({
                    value,
                    label: say(HYPOTHESIS_STATE_WORDS[value]),
                  })),
                },
                how: { label: say(ROOM.howKnown), kind: 'text' },
                certainty: {
                  label: say(ROOM.certainty),
                  kind: 'choice',
                  begin: 'likely',
                  choices: CERTAINTIES.map((value) => ({ value, label: say(CERTAINTY_WORDS[value]) })),
                },
              },
            },
            left: left.length > 0 && reasons,
            note: { label: say(ROOM.turnNote), kind: 'text' },
          }}
          given={{ id }}
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
