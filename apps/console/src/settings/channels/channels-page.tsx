import { Alert, Button, Card, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as PAGING_ROUTES } from '../../../../../areas/respond/paging/contract.ts';
import { contracts as CHANNELS_ROUTES } from '../../../../../areas/sending/channels/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Bounded } from '../../ui/boundary.tsx';
import { DescribedFields, initialValues, type Values } from '../../ui/described-form.tsx';
import { useAct } from '../../ui/form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
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
        <Loaded query={query}>
          {({ channels }) => (
            <Bounded>
              {channels.map((channel) => (
                <ChannelForm key={channel.id} channel={channel} />
              ))}
            </Bounded>
          )}
        </Loaded>
        <Wait />
        <RemoteWatch />
      </Bounded>
    </div>
  );
}

function Wait() {
  const query = useQuery(reading('GET /api/respond/paging-settings', {}, 'paging-settings'));
  return <Loaded query={query}>{(settings) => <WaitForm settings={settings} />}</Loaded>;
}

function WaitForm({ settings }: { settings: ReplyOf<'GET /api/respond/paging-settings'> }) {
  const { say } = useSpeech();
  const manage = useMay()('channel.manage');
  const form = useRouteForm(PAGING_ROUTES, 'PUT /api/respond/paging-settings', {
    begin: { waitSeconds: settings.waitSeconds, bundleSeconds: settings.bundleSeconds },
    said: say(W.saved),
    stale: ['paging-settings'],
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <fieldset className="bare" disabled={!manage}>
        <Group align="end">
          <NumberInput {...form.number('waitSeconds', say(CHANNELS.waitSeconds))} min={30} max={3600} />
          <NumberInput {...form.number('bundleSeconds', say(CHANNELS.bundleSeconds))} min={0} max={300} />
          {manage && (
            <Button type="submit" variant="default" loading={form.pending}>
              {say(W.save)}
            </Button>
          )}
        </Group>
      </fieldset>
    </form>
  );
}

function ChannelForm({ channel }: { channel: Channel }) {
  const { say } = useSpeech();
  const may = useMay();
  const first: Values = { ...initialValues(channel.fields), ...channel.settings };
  const form = useRouteForm(CHANNELS_ROUTES, 'PUT /api/respond/channels/:channel', {
    given: { channel: channel.id },
    begin: { settings: { ...first } },
    said: say(W.saved),
    stale: ['channels'],
  });
  const test = useAct('POST /api/respond/channels/:channel/test');
  return (
    <Card withBorder padding="md" maw={640}>
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <Group justify="space-between">
            <Title order={2}>{say(channel.name)}</Title>
            <Mark tone={channel.configured ? 'recovery' : 'event'}>
              {say(channel.configured ? CHANNELS.configured : CHANNELS.notConfigured)}
            </Mark>
          </Group>
          <Text className="quiet">{say(channel.help)}</Text>
          <DescribedFields
            fields={channel.fields}
            values={form.values.settings || {}}
            onChange={(values) => form.set('settings', { ...values })}
            wrong={form.wrong}
          />
          {may('channel.manage') && (
            <Group>
              <Button type="submit" loading={form.pending}>
                {say(W.save)}
              </Button>
              <ActButton
                variant="default"
                why={channel.configured ? undefined : say(CHANNELS.testLater)}
                loading={test.pending}
                onClick={() => test.run({ params: { channel: channel.id } })}
              >
                {say(CHANNELS.test)}
              </ActButton>
            </Group>
          )}
          {test.data && <Alert color={test.data.accepted ? 'green' : 'red'}>{test.data.answer}</Alert>}
        </Stack>
      </form>
    </Card>
  );
}
