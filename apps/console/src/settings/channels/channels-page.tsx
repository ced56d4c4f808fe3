import './channels.css';
import { Alert, Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
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
import { Ago } from '../../ui/time.tsx';
import { reasonWords, W } from '../../words.ts';
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
            <>
              {channels.every(({ configured }) => !configured) ? (
                <Alert color="red" title={say(CHANNELS.noneTitle)}>
                  {say(CHANNELS.none)}
                </Alert>
              ) : (
                <Text className="quiet">{say(CHANNELS.order)}</Text>
              )}
              <div className="channels">
                <Bounded>
                  {channels.map((channel, i) => (
                    <ChannelCard key={channel.id} channel={channel} step={i + 1} first={i === 0} />
                  ))}
                </Bounded>
              </div>
            </>
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
    given: { seen: settings },
    begin: { waitSeconds: settings.waitSeconds, bundleSeconds: settings.bundleSeconds },
    said: say(W.saved),
    stale: ['paging-settings'],
  });
  return (
    <form onSubmit={form.submit} noValidate className="channel-wait">
      <Title order={2}>{say(CHANNELS.waits)}</Title>
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

/** A channel: how it stands at one look, and what it is set up with beneath. What is not set up yet is folded. */
function ChannelCard({ channel, step, first }: { channel: Channel; step: number; first: boolean }) {
  const { say, bracketed } = useSpeech();
  const { configured, failingSince } = channel;
  return (
    <details className="channel" open={configured || first}>
      <summary>
        <span className="channel-step" aria-hidden>
          {step}
        </span>
        <h2>{say(channel.name)}</h2>
        <Mark tone={failingSince ? 'event' : configured ? 'recovery' : 'quiet'}>
          {say(failingSince ? CHANNELS.failing : configured ? CHANNELS.configured : CHANNELS.notConfigured)}
        </Mark>
        <span className="channel-last">
          {failingSince && (
            <span>
              {say(CHANNELS.failingSince)} <Ago at={failingSince} />
            </span>
          )}
          {configured && (
            <>
              <span>
                {say(CHANNELS.lastAccepted)}{' '}
                {channel.lastAccepted ? <Ago at={channel.lastAccepted} /> : say(CHANNELS.never)}
              </span>
              <span>
                {say(CHANNELS.lastFailed)}{' '}
                {channel.lastFailed ? (
                  <>
                    <Ago at={channel.lastFailed.at} />
                    {channel.lastFailed.reason && bracketed(say(reasonWords(channel.lastFailed.reason)))}
                  </>
                ) : (
                  say(CHANNELS.never)
                )}
              </span>
            </>
          )}
        </span>
      </summary>
      <ChannelForm channel={channel} />
    </details>
  );
}

function ChannelForm({ channel }: { channel: Channel }) {
  const { say } = useSpeech();
  const may = useMay();
  const first: Values = { ...initialValues(channel.fields), ...channel.settings };
  const form = useRouteForm(CHANNELS_ROUTES, 'PUT /api/respond/channels/:channel', {
    given: { channel: channel.id, seen: channel.settings },
    begin: { settings: { ...first } },
    said: say(W.saved),
    stale: ['channels'],
  });
  const test = useAct('POST /api/respond/channels/:channel/test');
  return (
    <form onSubmit={form.submit} noValidate className="channel-body">
      <Stack>
        <Text className="quiet">{say(channel.help)}</Text>
        <fieldset className="bare channel-fields" disabled={!may('channel.manage')}>
          <DescribedFields
            fields={channel.fields}
            values={form.values.settings || {}}
            onChange={(values) => form.set('settings', { ...values })}
            wrong={form.wrong}
          />
        </fieldset>
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
        {test.data && <TestResult accepted={test.data.accepted} answer={test.data.answer} />}
      </Stack>
    </form>
  );
}

/** What came of a test: that it was taken, or why not; what the other side said stands beneath. */
function TestResult({ accepted, answer }: { accepted: boolean; answer: string }) {
  const { say, labelled } = useSpeech();
  return (
    <Alert
      color={accepted ? 'green' : 'red'}
      title={say(accepted ? CHANNELS.testAccepted : CHANNELS.testFailed)}
      role="status"
    >
      {say(accepted ? CHANNELS.testLook : CHANNELS.testMend)}
      {answer && <div className="quiet">{labelled(say(CHANNELS.answer), say(reasonWords(answer)))}</div>}
    </Alert>
  );
}
