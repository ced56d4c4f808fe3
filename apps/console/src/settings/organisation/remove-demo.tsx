import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { ORGANISATION } from './words.ts';

export function RemoveDemo({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useSpeech();
  const [name, setName] = useState('');
  const replace = useAct('POST /api/prepare/organisation/replace-demo', {
    done: () => {
      // Another organisation, another ledger: everything begins anew.
      location.assign('/');
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={say(W.removeDemo)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          replace.run({ body: { name, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } });
        }}
      >
        <Stack>
          <Text>{say(ORGANISATION.removeDemoHint)}</Text>
          <TextInput
            label={say(ORGANISATION.organisationName)}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
            error={replace.wrong('name')}
            required
            data-autofocus
          />
          <Button type="submit" color="red" loading={replace.pending}>
            {say(W.removeDemo)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
