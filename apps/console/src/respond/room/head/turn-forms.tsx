import { contracts as HEADQUARTERS_ROUTES } from '../../../../../../areas/respond/headquarters/contract.ts';
import { ATTACK_STATE_WORDS } from '../../../../../../areas/respond/investigation/words.ts';
import { contracts as LIFECYCLE_ROUTES } from '../../../../../../areas/respond/lifecycle/contract.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../../../../kernel/certainty.ts';
import { useSpeech } from '../../../language.tsx';
import { AskForm } from '../../../ui/forms/ask-form.tsx';
import { owedBesides } from '../closing/rules.ts';
import { useCallsGoingOn, useLeftOpen } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { HEAD } from './words.ts';

interface Of {
  readonly id: string;
  /** It is the act that comes next, and looks like it. */
  readonly primary?: boolean;
}

export function SetUp({ id, primary = false }: Of) {
  const { say } = useSpeech();
  return (
    <AskForm
      by={HEADQUARTERS_ROUTES}
      act="POST /api/respond/incidents/:id/headquarters"
      label={say(ROOM.setUp)}
      submit={say(ROOM.setUp)}
      hint={say(ROOM.setUpHint)}
      {...(primary && { variant: 'filled' })}
      fields={{
        room: { label: say(ROOM.room), kind: 'line' },
        bridge: { label: say(ROOM.bridge), kind: 'line' },
        briefMinutes: { needed: true, label: say(ROOM.briefEvery), kind: 'number', begin: 60 },
      }}
      given={{ id }}
    />
  );
}

/** What would be left as it is, each with the reason it wants. */
function useReasons(left: readonly { readonly name: string; readonly what: string }[]) {
  const { say } = useSpeech();
  return (
    left.length > 0 && {
      kind: 'group' as const,
      fields: Object.fromEntries(
        left.map(({ name, what }) => [name, { label: say(ROOM.whyLeft, { what }), kind: 'text' as const }]),
      ),
    }
  );
}

export function Resolve({ id, primary = false }: Of) {
  const { say } = useSpeech();
  const left = useReasons(useLeftOpen(id).data?.resolve ?? []);
  const calls = useCallsGoingOn(id);
  return (
    <AskForm
      by={LIFECYCLE_ROUTES}
      act="POST /api/respond/incidents/:id/resolve"
      label={say(ROOM.resolve)}
      submit={say(ROOM.resolve)}
      {...(primary && { variant: 'filled', color: 'green' })}
      fields={{
        left,
        keepCalling: calls > 0 && {
          label: say(ROOM.keepCalling, { n: calls }),
          kind: 'yesNo',
          begin: false,
        },
        note: { label: say(ROOM.turnNote), kind: 'text' },
      }}
      given={{ id }}
    />
  );
}

export function Reopen({ id }: Of) {
  const { say } = useSpeech();
  return (
    <AskForm
      by={LIFECYCLE_ROUTES}
      act="POST /api/respond/incidents/:id/reopen"
      label={say(ROOM.reopen)}
      submit={say(ROOM.reopen)}
      fields={{ note: { label: say(ROOM.turnNote), kind: 'text' } }}
      given={{ id }}
    />
  );
}

export function Close({ id }: Of) {
  const { say, bracketed } = useSpeech();
  const asked = useLeftOpen(id).data;
  const left = useReasons(asked?.close ?? []);
  const owed = owedBesides(asked?.owed ?? []);
  const remaining = owed.length;
  return (
    <AskForm
      by={LIFECYCLE_ROUTES}
      act="POST /api/respond/incidents/:id/close"
      label={say(ROOM.close) + (remaining > 0 ? bracketed(say(HEAD.remaining, { n: remaining })) : '')}
      submit={say(ROOM.close)}
      {...(remaining > 0 && {
        hint: say(HEAD.owedFirst, { what: owed.map(({ what }) => `\n• ${what}`).join('') }),
      })}
      variant="filled"
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
        left,
        note: { label: say(ROOM.turnNote), kind: 'text' },
      }}
      given={{ id }}
    />
  );
}
