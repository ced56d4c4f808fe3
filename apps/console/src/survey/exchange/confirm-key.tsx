import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { contracts } from '../../../../../areas/survey/exchange/contract.ts';
import { useSpeech } from '../../language.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import type { Peer } from './peers.tsx';
import { EXCHANGE } from './words.ts';

/** The fingerprint is typed as it is read out and compared by the server: what is only looked at is soon waved through. */
export function ConfirmKey({ peer, onClose }: { peer: Peer; onClose: () => void }) {
  const { say, labelled } = useSpeech();
  const form = useRouteForm(contracts, 'POST /api/survey/peers/:id/confirmation', {
    given: { id: peer.id },
    begin: { fingerprint: '' },
    stale: ['survey-peers'],
    said: say(EXCHANGE.confirmed),
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={labelled(say(EXCHANGE.confirm), peer.name)} size="lg">
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <Text>{say(EXCHANGE.confirmHint)}</Text>
          <TextInput
            {...form.text('fingerprint', say(EXCHANGE.readOut))}
            autoComplete="off"
            data-autofocus
            classNames={{ input: 'fingerprint' }}
          />
          <FormFoot submit={say(EXCHANGE.confirm)} pending={form.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
