import { Button, Group } from '@mantine/core';
import { CERTAINTIES } from '../../../../../areas/respond/investigation/schema.ts';
import { ATTACK_STATE_WORDS, CERTAINTY_WORDS } from '../../../../../areas/respond/investigation/words.ts';
import { contracts as LIFECYCLE_ROUTES } from '../../../../../areas/respond/lifecycle/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { useCallsGoingOn, useLeftOpen } from './use-room.ts';
import { ROOM } from './words.ts';

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

export function Turns({ incident: { id, state }, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { say } = useSpeech();
  const asked = useLeftOpen(id).data;
  const left = (state === 'open' ? asked?.resolve : asked?.close) ?? [];
  const calls = useCallsGoingOn(id);
  const reasons = {
    kind: 'group' as const,
    fields: Object.fromEntries(
      left.map(({ name, what }) => [name, { label: say(ROOM.whyLeft, { what }), kind: 'text' as const }]),
    ),
  };
  return (
    <Group gap="sm" className="no-print">
      <Button variant="default" onClick={onEdit}>
        {say(ROOM.edit)}
      </Button>
      {state === 'open' && (
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
        <AskForm
          by={LIFECYCLE_ROUTES}
          act="POST /api/respond/incidents/:id/reopen"
          label={say(ROOM.reopen)}
          submit={say(ROOM.reopen)}
          size="sm"
          fields={{ note: { label: say(ROOM.turnNote), kind: 'text' } }}
          given={{ id }}
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
                    label: say(ATTACK_STATE_WORDS[value]),
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
