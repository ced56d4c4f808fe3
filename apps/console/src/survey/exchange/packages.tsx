import { Button, Card, FileButton, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, sendFile } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { lookAgain } from '../../queries.ts';
import { Received } from './received.tsx';
import { Refused } from './refused.tsx';
import { Sent } from './sent.tsx';
import { EXCHANGE } from './words.ts';

const route = getRouteApi('/shell/survey/exchange');
const LISTS = { sent: Sent, received: Received, refused: Refused } as const;

interface Taken {
  readonly outcome: 'taken' | 'refused';
  readonly receipted: boolean;
}

/** What was sent, received and refused; and the door for packages that come as files. */
export function Packages() {
  const { say } = useSpeech();
  const { list } = route.useSearch();
  const navigate = route.useNavigate();
  const List = LISTS[list];
  return (
    <Card withBorder component="section" aria-labelledby="exchange-packages">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} id="exchange-packages">
            {say(EXCHANGE.packages)}
          </Title>
          <Upload />
        </Group>
        <SegmentedControl
          value={list}
          onChange={(next) => void navigate({ search: { list: next as typeof list }, replace: true })}
          data={[
            { value: 'sent', label: say(EXCHANGE.sent) },
            { value: 'received', label: say(EXCHANGE.received) },
            { value: 'refused', label: say(EXCHANGE.refusedList) },
          ]}
        />
        <List />
      </Stack>
    </Card>
  );
}

function Upload() {
  const { say } = useSpeech();
  const send = useMay()('report.send');
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const hand = async (file: File | null): Promise<void> => {
    if (!file) return;
    setPending(true);
    try {
      const { outcome, receipted } = (await sendFile('/api/survey/packages/received', file)) as Taken;
      const said = !receipted
        ? EXCHANGE.receiptTaken
        : outcome === 'taken'
          ? EXCHANGE.taken
          : EXCHANGE.notTaken;
      notifications.show({ message: say(said), color: outcome === 'taken' ? 'green' : 'red' });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notifications.show({ message: error.whole, color: 'red', autoClose: 10_000 });
    } finally {
      lookAgain(client, ['survey-packages']);
      setPending(false);
    }
  };
  return (
    send && (
      <FileButton onChange={(file) => void hand(file)}>
        {(props) => (
          <Button {...props} variant="default" loading={pending}>
            {say(EXCHANGE.upload)}
          </Button>
        )}
      </FileButton>
    )
  );
}
