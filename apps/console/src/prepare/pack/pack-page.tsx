import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { canKeep, dropPack, keepPack, keptVersion } from '../../offline/keep-pack.ts';
import { reading } from '../../queries.ts';
import { addressOf, ofShown } from '../../shown-organisation.ts';
import { Bounded } from '../../ui/boundary.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { saveAnswer } from '../../ui/save-file.ts';
import { fullTime } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { PACK } from './words.ts';

export function PackPage() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/pack', {}, 'pack'));
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.pack)}</Title>
      <Text className="quiet" maw={720}>
        {say(PACK.hint)}
      </Text>
      <Loaded query={query}>
        {({ pack }) =>
          pack ? (
            <Stack maw={720}>
              <Bounded>
                <Version pack={pack} />
                <Device pack={pack} />
                <Sealed />
              </Bounded>
            </Stack>
          ) : (
            <Empty text={say(PACK.none)}>
              <Renew label={say(PACK.make)} />
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}

function Renew({ label }: { label: string }) {
  const may = useMay()('register.manage');
  const renew = useAct('POST /api/prepare/pack/renew', { stale: ['pack'] });
  return may ? (
    <Button variant="default" loading={renew.pending} onClick={() => renew.run({})}>
      {label}
    </Button>
  ) : null;
}

interface Pack {
  readonly version: number;
  readonly madeAt: string;
  readonly expiresAt: string;
}

function Version({ pack }: { pack: Pack }) {
  const { say, language } = useSpeech();
  const expired = Temporal.Instant.compare(Temporal.Now.instant(), pack.expiresAt) > 0;
  const file = (format: 'pdf' | 'html') =>
    addressOf(`/api/prepare/pack/file?lang=${language}&format=${format}`);
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2}>{say(PACK.version, { version: pack.version })}</Title>
          {expired && <Mark tone="event">{say(PACK.expired)}</Mark>}
        </Group>
        <Text>
          {say(PACK.made, { at: fullTime(pack.madeAt, language) })} ·{' '}
          {say(PACK.until, { at: fullTime(pack.expiresAt, language) })}
        </Text>
        <Group gap="sm">
          <Button component="a" href={file('pdf')} download>
            {say(PACK.print)}
          </Button>
          <Button component="a" href={file('html')} download variant="default">
            {say(PACK.page)}
          </Button>
          <Renew label={say(PACK.renew)} />
        </Group>
      </Stack>
    </Card>
  );
}

function Device({ pack }: { pack: { readonly version: number; readonly expiresAt: string } }) {
  const { version } = pack;
  const { say, language } = useSpeech();
  const { data: me } = useMe();
  const kept = useQuery({
    queryKey: ['pack', 'kept'],
    queryFn: async () => (await keptVersion()) ?? null,
    enabled: canKeep(),
  });
  const options = { onSettled: () => kept.refetch() };
  const keep = useMutation({ mutationFn: () => keepPack(pack, language, me?.personId ?? ''), ...options });
  const drop = useMutation({ mutationFn: dropPack, ...options });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2}>{say(PACK.device)}</Title>
        <Text className="quiet">{say(canKeep() ? PACK.deviceHint : PACK.cannot)}</Text>
        {typeof kept.data === 'number' && (
          <Mark tone={kept.data === version ? 'recovery' : 'decision'}>
            {say(kept.data === version ? PACK.kept : PACK.keptOld, { version: kept.data })}
          </Mark>
        )}
        {canKeep() && (
          <Group gap="sm">
            <Button loading={keep.isPending} onClick={() => keep.mutate()}>
              {say(PACK.keep)}
            </Button>
            {typeof kept.data === 'number' && (
              <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
                {say(PACK.drop)}
              </Button>
            )}
          </Group>
        )}
        {keep.error && (
          <Text c="red" role="alert">
            {keep.error.message}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Sealed() {
  const { say, language } = useSpeech();
  const [passphrase, setPassphrase] = useState('');
  const [format, setFormat] = useState<'pdf' | 'html'>('pdf');
  const seal = useMutation({
    mutationFn: async () => {
      const answer = await fetch('/api/prepare/pack/file', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language, ...ofShown() },
        body: JSON.stringify({ lang: language, format, passphrase }),
      });
      if (await saveAnswer(answer)) setPassphrase('');
    },
  });
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          seal.mutate();
        }}
      >
        <Stack gap="sm">
          <Title order={2}>{say(PACK.sealed)}</Title>
          <Text className="quiet">{say(PACK.sealedHint)}</Text>
          <Group align="end" gap="sm">
            <PasswordField
              label={say(PACK.phrase)}
              value={passphrase}
              onChange={(e) => setPassphrase(e.currentTarget.value)}
              minLength={12}
              required
              autoComplete="new-password"
              style={{ flex: 1 }}
              error={seal.error?.message}
            />
            <Select
              label={say(PACK.format)}
              w={110}
              value={format}
              allowDeselect={false}
              onChange={(next) => setFormat(next === 'html' ? 'html' : 'pdf')}
              data={[
                { value: 'pdf', label: 'PDF' },
                { value: 'html', label: 'HTML' },
              ]}
            />
            <Button type="submit" loading={seal.isPending}>
              {say(W.save)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
