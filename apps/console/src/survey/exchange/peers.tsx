import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { ConfirmKey } from './confirm-key.tsx';
import { KeepPeer } from './keep-peer.tsx';
import { Fact } from './own-card.tsx';
import { EXCHANGE } from './words.ts';

export type Peer = ReplyOf<'GET /api/survey/peers'>['peers'][number];
const TONES = { unconfirmed: 'decision', pinned: 'recovery', revoked: 'event' } as const;

/** Whom packages are exchanged with, and whether each key was compared. */
export function Peers() {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const query = useQuery(reading('GET /api/survey/peers', {}, 'survey-peers'));
  const [keeping, setKeeping] = useState(false);
  const [confirming, setConfirming] = useState<Peer>();
  const keep = manage && <Button onClick={() => setKeeping(true)}>{say(EXCHANGE.keep)}</Button>;
  return (
    <Card withBorder component="section" aria-labelledby="exchange-peers">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} id="exchange-peers">
            {say(EXCHANGE.peers)}
          </Title>
          {keep}
        </Group>
        <Loaded query={query}>
          {({ peers }) => (
            <>
              {peers.length === 0 && <Empty text={say(EXCHANGE.peersEmpty)} />}
              {peers.map((peer) => (
                <OnePeer key={peer.id} peer={peer} all={peers} onConfirm={() => setConfirming(peer)} />
              ))}
              {keeping && <KeepPeer peers={peers} onClose={() => setKeeping(false)} />}
            </>
          )}
        </Loaded>
        {confirming && <ConfirmKey peer={confirming} onClose={() => setConfirming(undefined)} />}
      </Stack>
    </Card>
  );
}

function OnePeer({ peer, all, onConfirm }: { peer: Peer; all: readonly Peer[]; onConfirm: () => void }) {
  const { say, labelled } = useSpeech();
  const manage = useMay()('survey.manage');
  const revoke = useAct('POST /api/survey/peers/:id/revocation', { stale: ['survey-peers'], formless: true });
  const via = all.find(({ id }) => id === peer.via);
  return (
    <Card withBorder padding="sm" component="article" aria-label={peer.name}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600} className="exchange-address">
            {peer.name}
          </Text>
          <Mark tone={peer.offered ? 'decision' : TONES[peer.state]}>
            {say(peer.offered ? EXCHANGE.otherKey : EXCHANGE[peer.state])}
          </Mark>
        </Group>
        {peer.state === 'pinned' && (
          <Fact name={say(EXCHANGE.fingerprint)} value={peer.fingerprint} className="fingerprint" />
        )}
        <Text size="sm" className="quiet exchange-address">
          {via ? labelled(say(EXCHANGE.via), via.name) : peer.address || say(EXCHANGE['by-hand'])}
        </Text>
        {manage && (
          <Group gap="sm">
            {(peer.state !== 'pinned' || peer.offered !== null) && (
              <Button variant="default" onClick={onConfirm}>
                {say(EXCHANGE.confirm)}
              </Button>
            )}
            {peer.state !== 'revoked' && (
              <ConfirmButton onConfirm={() => revoke.run({ params: { id: peer.id } })}>
                {say(EXCHANGE.revoke)}
              </ConfirmButton>
            )}
          </Group>
        )}
      </Stack>
    </Card>
  );
}
