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
  title: { ja: '外部からの見守り', en: 'Watched from elsewhere' },
  hint: {
    ja: 'この Sonae が止まると、呼出も止まります。別の場所の Sonae で死活監視を追加し、その鍵をここに入れると、こちらの信号が途絶えたとき、あちらが当番を呼びます。信号は呼出と同じ道筋で出るため、呼出が出せなくなれば信号も止まります。',
    en: 'When this Sonae stands still, so do its pages. Add a heartbeat at a Sonae elsewhere and enter its key here: when our beats stop, that one pages its duty. A beat takes the way a page takes, so it stops when pages would not go out.',
  },
  address: { ja: '見守る側のアドレス', en: 'Address of the one that watches' },
  key: { ja: '死活監視の鍵', en: 'Key of the heartbeat' },
  keyKept: { ja: '空なら、今の鍵のまま', en: 'Left empty, the key stays as it is' },
  every: { ja: '間隔（秒）', en: 'Every (seconds)' },
  inner: { ja: '社内のアドレスを許す', en: 'Allow an address inside' },
  taken: { ja: '最後の信号は受け取られました', en: 'The last beat was taken' },
  notTaken: { ja: '最後の信号は届きませんでした', en: 'The last beat did not arrive' },
  none: { ja: '見守られていません', en: 'Not watched' },
  waiting: { ja: '最初の信号を待っています', en: 'Waiting for the first beat' },
  end: { ja: '見守りをやめる', en: 'End the watch' },
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
            <State watch={watch} />
            <WatchForm watch={watch} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function State({ watch }: { watch: Watch }) {
  const { say } = useSpeech();
  if (!watch) return <Mark tone="decision">{say(WATCH.none)}</Mark>;
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
