import { Alert, Button, Card, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { DescribedFields, initialValues, type Values } from '../../ui/described-form.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { RemoteWatch } from './remote-watch.tsx';
import { TITLES } from './titles.ts';
import { CHANNELS } from './words.ts';

type Channel = ReplyOf<'GET /api/respond/channels'>['channels'][number];

export function ChannelsPage() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/respond/channels', {}, 'channels'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.channels)}</Title>
      <Bounded>
        <Wait />
        <RemoteWatch />
        <Loaded query={query}>
          {({ channels }) => (
            <Bounded>
              {channels.map((channel) => (
                <ChannelForm key={channel.id} channel={channel} />
              ))}
            </Bounded>
          )}
        </Loaded>
      </Bounded>
    </div>
  );
}

function Wait() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery(reading('GET /api/respond/paging-settings', {}, 'paging-settings'));
  const [seconds, setSeconds] = useState<number | string>();
  const [bundle, setBundle] = useState<number | string>();
  const save = useAct('PUT /api/respond/paging-settings', { said: say(W.saved), stale: ['paging-settings'] });
  return (
    <Loaded query={query}>
      {({ waitSeconds, bundleSeconds }) => (
        <Group align="end">
          <NumberInput
            label={say(CHANNELS.waitSeconds)}
            value={seconds ?? waitSeconds}
            onChange={setSeconds}
            min={30}
            max={3600}
            error={save.wrong('waitSeconds')}
            disabled={!may('channel.manage')}
          />
          <NumberInput
            label={say(CHANNELS.bundleSeconds)}
            value={bundle ?? bundleSeconds}
            onChange={setBundle}
            min={0}
            max={300}
            error={save.wrong('bundleSeconds')}
            disabled={!may('channel.manage')}
          />
          {may('channel.manage') && (
            <Button
              variant="default"
              loading={save.pending}
              onClick={() =>
                save.run({
                  body: {
                    waitSeconds: Number(seconds ?? waitSeconds),
                    bundleSeconds: Number(bundle ?? bundleSeconds),
                  },
                })
              }
            >
              {say(W.save)}
            </Button>
          )}
        </Group>
      )}
    </Loaded>
  );
}

function ChannelForm({ channel }: { channel: Channel }) {
  const { say } = useSpeech();
  const may = useMay();
  const first: Values = { ...initialValues(channel.fields), ...channel.settings };
  const [values, setValues] = useState<Values>(first);
  const save = useAct('PUT /api/respond/channels/:channel', { said: say(W.saved), stale: ['channels'] });
  const test = useAct('POST /api/respond/channels/:channel/test');
  return (
    <Card withBorder padding="md" maw={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run({ params: { channel: channel.id }, body: { settings: { ...values } } });
        }}
      >
        <Stack>
          <Group justify="space-between">
            <Title order={2}>{say(channel.name)}</Title>
            <Mark tone={channel.configured ? 'recovery' : 'event'}>
              {say(channel.configured ? CHANNELS.configured : CHANNELS.notConfigured)}
            </Mark>
          </Group>
          <Text className="quiet">{say(channel.help)}</Text>
          <DescribedFields fields={channel.fields} values={values} onChange={setValues} wrong={save.wrong} />
          {may('channel.manage') && (
            <Group>
              <Button type="submit" loading={save.pending}>
                {say(W.save)}
              </Button>
              <Button
                variant="default"
                disabled={!channel.configured}
                loading={test.pending}
                onClick={() => test.run({ params: { channel: channel.id } })}
              >
                {say(CHANNELS.test)}
              </Button>
            </Group>
          )}
          {test.data && <Alert color={test.data.accepted ? 'green' : 'red'}>{test.data.answer}</Alert>}
        </Stack>
      </form>
    </Card>
  );
}
