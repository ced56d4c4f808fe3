import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { contracts as SWAPS_ROUTES } from '../../../../../areas/prepare/swaps/contract.ts';
import { useSpeech } from '../../language.tsx';
import { WallTimeField } from '../../ui/dates/date-field.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { PersonSelect } from '../../ui/forms/selects.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { W } from '../../words.ts';
import { SWAP } from '../duty/swap-words.ts';

/** Asks somebody to take one's own turn; it moves when they agree. */
export function AskSwap({
  roster,
  turn,
  onClose,
}: {
  roster: string;
  turn: { layer: number; from: string; until: string };
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const form = useRouteForm(SWAPS_ROUTES, 'POST /api/prepare/swaps', {
    given: { roster, layer: turn.layer },
    begin: { from: turn.from, until: turn.until, takerId: '', note: '' },
    stale: ['swaps'],
    said: say(SWAP.asked),
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={say(SWAP.ask)}>
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <Text className="quiet">{say(SWAP.hint)}</Text>
          <WallTimeField {...form.choice('from', say(SWAP.from))} />
          <WallTimeField {...form.choice('until', say(SWAP.until))} />
          <PersonSelect {...form.pick('takerId', say(SWAP.taker))} />
          <TextInput {...form.text('note', say(W.note))} />
          <FormFoot submit={say(SWAP.ask)} pending={form.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
