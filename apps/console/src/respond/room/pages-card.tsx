import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { markedIn } from '../../../../../areas/respond/incidents/words.ts';
import { useChannelNames } from '../../channel-names.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { clockTime } from '../../ui/time.tsx';
import { ATTEMPT_WORDS, reasonWords, W } from '../../words.ts';
import { ROOM } from './words.ts';

export function PagesCard({ incidentId, open }: { incidentId: string; open: boolean }) {
  const { say, list } = useSpeech();
  const channels = useChannelNames();
  const may = useMay();
  const query = useQuery(reading('GET /api/respond/pages', { query: { incidentId } }, 'pages'));
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages', 'timeline'] });
  const again = useAct('POST /api/respond/incidents/:id/page', { stale: ['pages'] });
  const seeking = query.data?.pages.some(({ state }) => state === 'seeking') === true;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{say(W.pages)}</Title>
        {open && !seeking && may('page.command') && (
          <Button
            variant="default"
            loading={again.pending}
            onClick={() => again.run({ params: { id: incidentId } })}
          >
            {say(ROOM.pageAgain)}
          </Button>
        )}
      </Group>
      <Loaded query={query}>
        {({ pages }) =>
          pages.length === 0 ? (
            <Text className="quiet">—</Text>
          ) : (
            <Stack gap="sm">
              {pages.map((page) => (
                <Stack key={page.id} gap={4}>
                  {page.subjectKind === 'summons' && (
                    <Text fw={700}>{markedIn(say(W.drillMark), page.subject)}</Text>
                  )}
                  <Group justify="space-between">
                    {page.state === 'acknowledged' ? (
                      <Mark tone="recovery">
                        {list(page.answers.map(({ name }) => name ?? say(W.someone))) || page.acknowledgedBy}{' '}
                        {say(ATTEMPT_WORDS.acknowledged)}
                      </Mark>
                    ) : page.state === 'exhausted' ? (
                      <Mark tone="event">{say(W.nobody)}</Mark>
                    ) : page.state === 'stopped' ? (
                      <Mark tone="quiet">
                        {say(page.subjectKind === 'summons' ? ROOM.summonsSettled : W.closed)}
                      </Mark>
                    ) : (
                      <Mark tone="event">
                        {say(W.calling)} {say(W.stepOf, { step: page.step + 1, steps: page.steps })}
                        {page.needed > 1 &&
                          ` · ${say(ROOM.answersOf, { answers: page.answers.length, needed: page.needed })}`}
                      </Mark>
                    )}
                    {(page.state === 'seeking' || page.state === 'exhausted') &&
                      page.mayAnswer &&
                      may('page.acknowledge') && (
                        <Button
                          loading={acknowledge.pending}
                          onClick={() => acknowledge.run({ params: { id: page.id } })}
                        >
                          {say(W.acknowledge)}
                        </Button>
                      )}
                  </Group>
                  {page.attempts.map((attempt) => (
                    <Text key={attempt.id} fz="sm" className="quiet" style={{ overflowWrap: 'anywhere' }}>
                      {attempt.personName ?? say(W.someone)} ({channels[attempt.channel]}
                      {', '}
                      {clockTime(attempt.changedAt).slice(0, 5)}): {say(ATTEMPT_WORDS[attempt.state])}
                      {attempt.reason &&
                      (attempt.state === 'failed' || attempt.state === 'held' || attempt.state === 'queued')
                        ? ` – ${say(reasonWords(attempt.reason))}`
                        : ''}
                    </Text>
                  ))}
                </Stack>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Card>
  );
}
