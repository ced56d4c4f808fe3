import { Button, Card, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BAND_WORDS } from '../../../../../areas/prepare/calendars/words.ts';
import { OUTCOMES, type Outcome } from '../../../../../areas/prepare/call-runs/schema.ts';
import type { Cause } from '../../../../../areas/prepare/calling/schema.ts';
import { CAUSE_WORDS } from '../../../../../areas/prepare/calling/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { words } from '../../words.ts';

const RUN = words({
  title: { ja: '電話連絡の記録', en: 'Phone call log' },
  hint: {
    ja: '連絡網に従って電話をかけ、相手、時刻、発信者を記録します。留守番電話は応答に含まれません。',
    en: 'Phone through the call tree and record who was reached, when and by whom. Voicemail does not count as reached.',
  },
  begin: { ja: '電話連絡の開始', en: 'Start calling' },
  drill: { ja: '訓練として開始', en: 'Start as a drill' },
  isDrill: { ja: '訓練', en: 'drill' },
  end: { ja: '終了', en: 'End' },
  ended: { ja: '終了', en: 'ended' },
  reachedOf: { ja: '{of}人中{reached}人が応答', en: '{reached} of {of} reached' },
  deputyOf: { ja: '{name}の代理', en: 'deputy of {name}' },
  byWhom: { ja: '発信：{name}', en: 'called by {name}' },
  none: { ja: '記録はありません。', en: 'None yet.' },
});
const OUTCOME = words({
  reached: { ja: '応答', en: 'Reached' },
  noAnswer: { ja: '応答なし', en: 'No answer' },
  voicemail: { ja: '留守番電話', en: 'Voicemail' },
  notNeeded: { ja: '不要', en: 'Not needed' },
});

type Run = ReplyOf<'GET /api/prepare/call-runs'>['runs'][number];

/** Going through a call tree by hand, and how it went. */
export function CallRuns({
  cause,
  site,
  incidentId,
}: {
  cause: Cause;
  site: string | null;
  /** On an incident: its own runs alone, and those begun here are its. */
  incidentId?: string;
}) {
  const { say } = useSpeech();
  const may = useMay()('incident.declare');
  const query = useQuery(reading('GET /api/prepare/call-runs', { query: { incidentId } }, 'call-runs'));
  const begin = useAct('POST /api/prepare/call-runs', { stale: ['call-runs'] });
  return (
    <section>
      <Title order={2}>{say(RUN.title)}</Title>
      <Text className="quiet" maw={720}>
        {say(RUN.hint)}
      </Text>
      {may && (
        <Group gap="sm" my="sm">
          <Button
            loading={begin.pending}
            onClick={() => begin.run({ body: { cause, site, incidentId: incidentId ?? null } })}
          >
            {say(RUN.begin)}
          </Button>
          <Button
            variant="default"
            onClick={() => begin.run({ body: { cause, site, drill: true, incidentId: incidentId ?? null } })}
          >
            {say(RUN.drill)}
          </Button>
        </Group>
      )}
      <Loaded query={query}>
        {({ runs }) => (
          <Stack maw={900}>
            {runs.length === 0 && <Text className="quiet">{say(RUN.none)}</Text>}
            {runs.map((run) => (
              <OneRun key={run.id} run={run} may={may} />
            ))}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

function OneRun({ run, may }: { run: Run; may: boolean }) {
  const { say, bracketed } = useSpeech();
  const log = useAct('PUT /api/prepare/call-runs/:id/call', { stale: ['call-runs'] });
  const end = useAct('POST /api/prepare/call-runs/:id/end', { stale: ['call-runs'] });
  const open = run.endedAt === null;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={700}>
            {say(CAUSE_WORDS[run.cause])} × {say(BAND_WORDS[run.band])}
          </Text>
          {run.drill && <Mark tone="decision">{say(RUN.isDrill)}</Mark>}
          <Text className="quiet">
            <Ago at={run.begunAt} /> · {run.begunBy}
          </Text>
        </Group>
        <Group gap="sm">
          <Mark tone={run.reached > 0 ? 'recovery' : 'event'}>
            {say(RUN.reachedOf, { reached: run.reached, of: run.calls.length })}
          </Mark>
          {open && may ? (
            <Button size="compact-md" variant="default" onClick={() => end.run({ params: { id: run.id } })}>
              {say(RUN.end)}
            </Button>
          ) : (
            <Text className="quiet">{say(RUN.ended)}</Text>
          )}
        </Group>
      </Group>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Tbody>
            {run.calls.map((each) => (
              <Table.Tr key={each.position}>
                <Table.Td>
                  {each.name}{' '}
                  {each.deputyOf && (
                    <span className="quiet">{bracketed(say(RUN.deputyOf, { name: each.deputyOf }))}</span>
                  )}
                  <div className="quiet">{each.reach}</div>
                </Table.Td>
                <Table.Td>
                  {open && may ? (
                    <SegmentedControl
                      size="xs"
                      value={each.outcome ?? ''}
                      onChange={(outcome) =>
                        log.run({
                          params: { id: run.id },
                          body: { position: each.position, outcome: outcome as Outcome },
                        })
                      }
                      data={OUTCOMES.map((outcome) => ({ value: outcome, label: say(OUTCOME[outcome]) }))}
                    />
                  ) : (
                    each.outcome && say(OUTCOME[each.outcome])
                  )}
                </Table.Td>
                <Table.Td className="quiet">
                  {each.at && <Ago at={each.at} />} {each.by && say(RUN.byWhom, { name: each.by })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}
