import { Button, Card, Checkbox, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
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
            <WatchForm key={watch?.address ?? ''} watch={watch} />
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
  const [address, setAddress] = useState(watch?.address ?? '');
  const [key, setKey] = useState('');
  const [every, setEvery] = useState<number | string>(watch?.everySeconds ?? 60);
  const [inner, setInner] = useState(watch?.allowInner ?? false);
  const save = useAct('PUT /api/respond/remote-watch', { said: say(W.saved), stale: ['watch'] });
  const end = useAct('DELETE /api/respond/remote-watch', { stale: ['watch'] });
  if (!manage) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ body: { address, key, everySeconds: Number(every), allowInner: inner } });
      }}
    >
      <Stack>
        <TextInput
          label={say(WATCH.address)}
          placeholder="https://sonae.example.jp"
          value={address}
          onChange={(e) => setAddress(e.currentTarget.value)}
          error={save.wrong('address')}
          required
        />
        <TextInput
          label={say(WATCH.key)}
          description={watch ? say(WATCH.keyKept) : undefined}
          value={key}
          onChange={(e) => setKey(e.currentTarget.value)}
          error={save.wrong('key')}
          autoComplete="off"
        />
        <NumberInput
          label={say(WATCH.every)}
          value={every}
          onChange={setEvery}
          min={10}
          max={3600}
          error={save.wrong('everySeconds')}
        />
        <Checkbox
          label={say(WATCH.inner)}
          checked={inner}
          onChange={(e) => setInner(e.currentTarget.checked)}
        />
        <Group>
          <Button type="submit" loading={save.pending}>
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
