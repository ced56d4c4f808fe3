import { Button, Checkbox, FileButton, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { contracts } from '../../../../../areas/survey/exchange/contract.ts';
import { useSpeech } from '../../language.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { W } from '../../words.ts';
import type { Peer } from './peers.tsx';
import { EXCHANGE } from './words.ts';

/** Registers another organisation by the card it handed out. */
export function KeepPeer({ peers, onClose }: { peers: readonly Peer[]; onClose: () => void }) {
  const { say } = useSpeech();
  const form = useRouteForm(contracts, 'POST /api/survey/peers', {
    begin: { card: '', allowInner: false, via: null },
    stale: ['survey-peers'],
    said: say(EXCHANGE.kept),
    done: onClose,
  });
  const offices = peers.filter(({ via, state }) => via === null && state === 'pinned');
  return (
    <Modal opened onClose={onClose} title={say(EXCHANGE.keep)} size="lg">
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <Textarea
            {...form.text('card', say(EXCHANGE.card))}
            description={say(EXCHANGE.cardHint)}
            autosize
            minRows={6}
            maxRows={14}
            data-autofocus
          />
          <Group>
            <FileButton onChange={(file) => void file?.text().then((text) => form.set('card', text))}>
              {(props) => (
                <Button {...props} variant="default">
                  {say(EXCHANGE.chooseCard)}
                </Button>
              )}
            </FileButton>
          </Group>
          {offices.length > 0 && (
            <Select
              {...form.choice('via', say(EXCHANGE.via))}
              value={form.values.via ?? null}
              onChange={(value) => form.set('via', value)}
              placeholder={say(EXCHANGE.direct)}
              clearable
              data={offices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Checkbox {...form.yesNo('allowInner', say(EXCHANGE.allowInner))} />
          <FormFoot submit={say(W.add)} pending={form.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
