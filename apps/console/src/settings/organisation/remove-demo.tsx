import { Button, Divider, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { DemoOrganisations } from './demo-organisations.tsx';
import { ORGANISATION } from './words.ts';

/** Another organisation, another ledger: everything begins anew. */
const beginAnew = () => location.assign('/');

/** The ways out of the demonstration as it stands: told again from now, in either language, or gone for good. */
export function RemoveDemo({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <Modal opened={opened} onClose={onClose} title={say(W.demo)}>
      <Stack>
        <Text>{say(W.demoBanner)}</Text>
        <Title order={3}>{say(ORGANISATION.demoTitle)}</Title>
        <DemoOrganisations />
        <Divider />
        <Reset />
        <Divider />
        <StartOwn />
      </Stack>
    </Modal>
  );
}

function Reset() {
  const { say, language } = useSpeech();
  const reset = useAct('POST /api/account/organisation/reset-demo', { done: beginAnew });
  const ways = [
    { to: 'ja' as const, words: ORGANISATION.resetInJapanese },
    { to: 'en' as const, words: ORGANISATION.resetInEnglish },
  ].toSorted((a) => (a.to === language ? -1 : 1));
  return (
    <Stack gap="xs">
      <Title order={3}>{say(ORGANISATION.resetDemo)}</Title>
      <Text>{say(ORGANISATION.resetDemoHint)}</Text>
      <Group>
        {ways.map(({ to, words }) => (
          <Button
            key={to}
            variant="default"
            loading={reset.pending}
            onClick={() => reset.run({ body: { language: to } })}
          >
            {say(words)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function StartOwn() {
  const { say } = useSpeech();
  const [name, setName] = useState('');
  const replace = useAct('POST /api/prepare/organisation/replace-demo', { done: beginAnew });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        replace.run({ body: { name, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } });
      }}
    >
      <Stack gap="xs">
        <Title order={3}>{say(ORGANISATION.startOwn)}</Title>
        <Text>{say(ORGANISATION.removeDemoHint)}</Text>
        <TextInput
          label={say(ORGANISATION.organisationName)}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          error={replace.wrong('name')}
          required
        />
        <Button type="submit" color="red" loading={replace.pending}>
          {say(W.removeDemo)}
        </Button>
      </Stack>
    </form>
  );
}
