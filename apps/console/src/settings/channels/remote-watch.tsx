import { Button, Card, Checkbox, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as WATCH_ROUTES } from '../../../../../areas/respond/watch/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { W, words } from '../../words.ts';

const WATCH = words({
  title: { ja: '外部監視', en: 'External watchdog' },
  hint: {
    ja: 'このサーバーが停止すると、呼び出しも停止します。別の場所の Sonae に死活監視を追加し、そのキーをここに設定すると、信号の途絶時に監視側の Sonae が当番を呼び出します。信号は呼び出しと同じ経路で送信するため、呼び出しを送信できない場合は信号も停止します。',
    en: 'If this server stops, pages stop too. Add a heartbeat on another Sonae and enter its key here. If our heartbeats stop, that Sonae pages its on-call people. Heartbeats use the same path as pages, so they stop whenever pages cannot be sent.',
  },
  address: { ja: '監視側のアドレス', en: 'Watchdog address' },
  key: { ja: '死活監視のキー', en: 'Heartbeat key' },
  keyKept: { ja: '空欄の場合は、現在のキーを維持します', en: 'Leave empty to keep the current key' },
  every: { ja: '間隔（秒）', en: 'Interval (s)' },
  inner: { ja: '社内アドレスへの送信を許可', en: 'Allow internal addresses' },
  taken: { ja: '直近の信号：受理', en: 'Last heartbeat accepted' },
  notTaken: { ja: '直近の信号：不達', en: 'Last heartbeat failed' },
  none: { ja: '外部監視なし', en: 'No external watchdog' },
  waiting: { ja: '最初の信号を待機中', en: 'Waiting for the first heartbeat' },
  end: { ja: '外部監視の解除', en: 'Remove watchdog' },
});

type Watch = ReplyOf<'GET /api/respond/remote-watch'>['watch'];

/** A second Sonae that pages when this one is silent. */
export function RemoteWatch() {
  const { say } = useSpeech();
  const query = useQuery({
    ...reading('GET /api/respond/remote-watch', {}, 'watch'),
    refetchInterval: 30_000,
  });
  return (
    <Card withBorder padding="md" maw={640}>
      <Title order={2}>{say(WATCH.title)}</Title>
      <Text className="quiet">{say(WATCH.hint)}</Text>
      <Loaded query={query}>
        {({ watch }) => (
          <Stack mt="xs">
            <Group>
              <State watch={watch} />
            </Group>
            <WatchForm watch={watch} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function State({ watch }: { watch: Watch }) {
  const { say } = useSpeech();
  if (!watch) return <Mark tone="quiet">{say(WATCH.none)}</Mark>;
  if (!watch.lastAt) return <Mark tone="quiet">{say(WATCH.waiting)}</Mark>;
  const taken = watch.lastOutcome === 'taken';
  return (
    <Group>
      <Mark tone={taken ? 'recovery' : 'event'}>
        {say(taken ? WATCH.taken : WATCH.notTaken)}
        {!taken && ` – ${watch.lastOutcome}`}
      </Mark>
      <Ago at={watch.lastAt} />
    </Group>
  );
}

function WatchForm({ watch }: { watch: Watch }) {
  const { say } = useSpeech();
  const manage = useMay()('channel.manage');
  const form = useRouteForm(WATCH_ROUTES, 'PUT /api/respond/remote-watch', {
    begin: {
      address: watch?.address ?? '',
      key: '',
      everySeconds: watch?.everySeconds ?? 60,
      allowInner: watch?.allowInner ?? false,
    },
    said: say(W.saved),
    stale: ['watch'],
  });
  const end = useAct('DELETE /api/respond/remote-watch', { stale: ['watch'] });
  if (!manage) return null;
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack>
        <TextInput {...form.text('address', say(WATCH.address))} placeholder="https://sonae.example.jp" />
        <TextInput
          {...form.text('key', say(WATCH.key))}
          description={watch ? say(WATCH.keyKept) : undefined}
          autoComplete="off"
        />
        <NumberInput {...form.number('everySeconds', say(WATCH.every))} min={10} max={3600} />
        <Checkbox {...form.yesNo('allowInner', say(WATCH.inner))} />
        <Group>
          <Button type="submit" loading={form.pending}>
            {say(W.save)}
          </Button>
          {watch && (
            <Button variant="default" loading={end.pending} onClick={() => end.run({})}>
              {say(WATCH.end)}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
