import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { Secret } from '../../ui/secret.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { SWAP, SWAP_STATE } from './swap-words.ts';

type Swap = ReplyOf<'GET /api/prepare/swaps'>['swaps'][number];
const TONES = { asked: 'event', agreed: 'recovery', declined: 'quiet', withdrawn: 'quiet' } as const;

/** Swaps asked for, those one has to answer among them. */
export function Swaps() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/swaps', {}, 'swaps'));
  return (
    <section>
      <Title order={2}>{say(SWAP.title)}</Title>
      <Loaded query={query}>
        {({ swaps }) =>
          swaps.length === 0 ? (
            <Empty text={say(SWAP.none)} />
          ) : (
            <Stack gap="xs" maw={720}>
              {swaps.map((swap) => (
                <OneSwap key={swap.id} swap={swap} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </section>
  );
}

function OneSwap({ swap }: { swap: Swap }) {
  const { say } = useSpeech();
  const answer = useAct('POST /api/prepare/swaps/:id/answer', {
    stale: ['swaps', 'registers', 'rosters-ahead'],
  });
  const act = (how: 'agree' | 'decline' | 'withdraw') =>
    answer.run({ params: { id: swap.id }, body: { answer: how } });
  return (
    <Card withBorder padding="xs">
      <Group justify="space-between">
        <div>
          <Text fw={700}>{say(SWAP.line, { giver: swap.giver, taker: swap.taker })}</Text>
          <Text className="quiet">
            {swap.roster} · {swap.from.replace('T', ' ')} – {swap.until.replace('T', ' ')}
            {swap.note && ` · ${swap.note}`}
          </Text>
        </div>
        <Group gap="sm">
          <Mark tone={TONES[swap.state]}>{say(SWAP_STATE[swap.state])}</Mark>
          {swap.mine === 'answer' && (
            <>
              <Button size="compact-md" loading={answer.pending} onClick={() => act('agree')}>
                {say(SWAP.agree)}
              </Button>
              <Button size="compact-md" variant="default" onClick={() => act('decline')}>
                {say(SWAP.decline)}
              </Button>
            </>
          )}
          {swap.mine === 'withdraw' && (
            <Button size="compact-md" variant="default" onClick={() => act('withdraw')}>
              {say(SWAP.withdraw)}
            </Button>
          )}
        </Group>
      </Group>
    </Card>
  );
}

/** Addresses by which a calendar program shows one's turns. */
export function Feeds() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/calendar-feeds', {}, 'feeds'));
  const make = useAct('POST /api/prepare/calendar-feeds', { stale: ['feeds'] });
  const revoke = useAct('DELETE /api/prepare/calendar-feeds/:id', { stale: ['feeds'] });
  return (
    <section>
      <Title order={2}>{say(SWAP.feeds)}</Title>
      <Text className="quiet" maw={720}>
        {say(SWAP.feedsHint)}
      </Text>
      <Stack gap="xs" mt="xs" maw={720}>
        <Loaded query={query}>
          {({ feeds }) =>
            feeds.map((feed) => (
              <Group key={feed.id} justify="space-between">
                <Text>
                  {feed.roster ?? say(SWAP.mine)} · <Ago at={feed.madeAt} />
                </Text>
                <ConfirmButton size="compact-sm" onConfirm={() => revoke.run({ params: { id: feed.id } })}>
                  {say(W.revoke)}
                </ConfirmButton>
              </Group>
            ))
          }
        </Loaded>
        {make.data && <Secret value={make.data.url} hint={say(SWAP.feedOnce)} />}
        <Group>
          <Button
            variant="default"
            loading={make.pending}
            onClick={() => make.run({ body: { roster: null } })}
          >
            {say(SWAP.makeMine)}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
