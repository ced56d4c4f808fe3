import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { reading } from '../queries.ts';
import { Countdown } from '../respond/room/countdown.tsx';
import { StormNotices, useStorms } from '../respond/storms/storm-notice.tsx';
import { useOpenIncidents, useUnansweredPages } from '../shell/open-matters.ts';
import { Bounded } from '../ui/boundary.tsx';
import { useAct } from '../ui/form.tsx';
import { AppLink, ButtonLink } from '../ui/links.tsx';
import { Mark, Severity, SignalState } from '../ui/mark.tsx';
import { Empty, Loaded } from '../ui/query-state.tsx';
import { Ago, Elapsed } from '../ui/time.tsx';
import { ATTEMPT_WORDS, W } from '../words.ts';
import { NOW } from './words.ts';

const SHOWN = 8;

function Panel({ title, all, children }: { title: string; all?: ReactNode; children: ReactNode }) {
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{title}</Title>
        {all}
      </Group>
      {children}
    </Card>
  );
}

/** What a person needs to know who has just been woken. */
export function NowPage() {
  const may = useMay();
  return (
    <div className="page">
      {may('incident.read') && <StormNotices />}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Bounded>
          <Incidents />
          <Pages />
          {may('room.read') && <Mine />}
          {may('signal.read') && <Signals />}
          {may('roster.read') && <Duty />}
        </Bounded>
      </SimpleGrid>
    </div>
  );
}

function Incidents() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useOpenIncidents();
  const open = useStorms().data?.openIncidents;
  const declare = may('incident.declare') && (
    <ButtonLink to="/respond" search={{ declare: 'yes' }} variant="default">
      {say(W.declare)}
    </ButtonLink>
  );
  return (
    <Panel
      title={`${say(NOW.openIncidents)}${open === undefined ? '' : ` ${open.toLocaleString()}`}`}
      all={declare}
    >
      <Loaded query={query}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <Empty text={say(NOW.noOpenIncidents)} />
          ) : (
            <Stack gap="xs">
              {incidents.map((incident) => (
                <Group key={incident.id} justify="space-between" wrap="nowrap">
                  <AppLink to="/respond/incidents/$id" params={{ id: incident.id }} truncate>
                    #{incident.number} {incident.drill && `【${say(W.drill)}】`}
                    {incident.title}
                  </AppLink>
                  <Group gap="sm" wrap="nowrap">
                    <Severity level={incident.severity} />
                    <Elapsed since={incident.declaredAt} />
                  </Group>
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}

/** What waits for this person: nobody else will do it. */
function Mine() {
  const { say, labelled } = useSpeech();
  const query = useQuery(reading('GET /api/respond/mine', {}, 'room', 'tasks'));
  const row = (
    incidentId: string,
    key: string,
    what: ReactNode,
    incident: string,
    tab: 'command' | 'outside',
  ) => (
    <Group key={key} justify="space-between" wrap="nowrap">
      <AppLink to="/respond/incidents/$id" params={{ id: incidentId }} search={{ tab }} truncate>
        {what}
      </AppLink>
      <Text className="quiet" truncate>
        {incident}
      </Text>
    </Group>
  );
  return (
    <Panel title={say(NOW.mine)}>
      <Loaded query={query}>
        {({ tasks, handOvers, briefs, approvals }) => {
          const all = [
            ...handOvers.map((each) =>
              row(
                each.incidentId,
                `${each.incidentId} ${each.role}`,
                say(NOW.mineHandOver, { name: each.name }),
                each.incident,
                'command',
              ),
            ),
            ...tasks.map(({ id, incidentId, title, dueAt, incident }) =>
              row(
                incidentId,
                id,
                <>
                  {title} {dueAt && <Countdown until={dueAt} />}
                </>,
                incident,
                'command',
              ),
            ),
            ...briefs.map(({ id, incidentId, number, incident }) =>
              row(incidentId, id, say(NOW.mineBrief, { number }), incident, 'command'),
            ),
            ...approvals.map(({ id, incidentId, text, incident }) =>
              row(incidentId, id, labelled(say(NOW.mineApproval), text), incident, 'outside'),
            ),
          ];
          return all.length === 0 ? <Text className="quiet">—</Text> : <Stack gap="xs">{all}</Stack>;
        }}
      </Loaded>
    </Panel>
  );
}

type Page = ReplyOf<'GET /api/respond/pages'>['pages'][number];

/** What is really happening with a page: it says "calling" only of what went out. */
function pageWords(page: Page, say: (text: Bilingual, values?: Record<string, number>) => string): string {
  if (page.state === 'exhausted') return say(W.nobody);
  const attempt = page.attempts.find(({ step }) => step === page.step);
  const doing =
    attempt?.state === 'held' || attempt?.state === 'failed'
      ? say(ATTEMPT_WORDS[attempt.state])
      : say(W.calling);
  return `${attempt?.personName ?? ''} ${doing} · ${say(W.stepOf, { step: page.step + 1, steps: page.steps })}`;
}

function Pages() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useUnansweredPages();
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages'] });
  return (
    <Panel title={say(NOW.unanswered)}>
      <Loaded query={query}>
        {(pages) =>
          pages.length === 0 ? (
            <Empty text={say(NOW.noUnanswered)} />
          ) : (
            <Stack gap="sm">
              {pages.map((page) => (
                <Group key={page.id} justify="space-between" align="start">
                  <div>
                    <Mark tone="event">{page.subject}</Mark>
                    <Text className="quiet" fz="sm">
                      {pageWords(page, say)}
                      {' · '}
                      <Elapsed since={page.startedAt} />
                    </Text>
                  </div>
                  {page.mayAnswer && may('page.acknowledge') && (
                    <Button
                      loading={acknowledge.pending}
                      onClick={() => acknowledge.run({ params: { id: page.id } })}
                    >
                      {say(W.acknowledge)}
                    </Button>
                  )}
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Signals() {
  const { say } = useSpeech();
  const query = useQuery(
    reading('GET /api/detect/signals', { query: { state: 'firing', limit: SHOWN } }, 'signals'),
  );
  const counts = useQuery(reading('GET /api/detect/signals/counts', {}, 'signal-counts'));
  return (
    <Panel
      title={`${say(NOW.liveSignals)}${counts.data ? ` ${counts.data.firing.toLocaleString()}` : ''}`}
      all={
        <AppLink to="/detect" search={{ state: 'firing' }}>
          {say(W.all)}
        </AppLink>
      }
    >
      <Loaded query={query}>
        {({ signals }) =>
          signals.length === 0 ? (
            <Empty text={say(NOW.noSignals)} />
          ) : (
            <Stack gap="xs">
              {signals.map((signal) => (
                <Group key={signal.id} justify="space-between" wrap="nowrap">
                  <AppLink to="/detect" search={{ open: signal.id }} truncate>
                    {signal.title}
                  </AppLink>
                  <Group gap="sm" wrap="nowrap">
                    <Text fz="sm">{signal.severity}</Text>
                    <Text fz="sm">×{signal.count.toLocaleString()}</Text>
                    <SignalState state={signal.state} />
                    <Text fz="sm" className="quiet">
                      <Ago at={signal.lastAt} />
                    </Text>
                  </Group>
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Duty() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery(reading('GET /api/prepare/duty', {}, 'duty'));
  return (
    <Panel title={say(W.onDuty)}>
      <Loaded query={query}>
        {({ people }) =>
          people.length === 0 ? (
            <Empty text={say(W.noDuty)}>
              {may('roster.manage') && (
                <ButtonLink to="/prepare/duty" variant="default">
                  {say(NOW.setDuty)}
                </ButtonLink>
              )}
            </Empty>
          ) : (
            <Stack gap={4}>
              {people.map((person, index) => (
                <Group key={person.id} gap="sm">
                  <Text className="quiet">{index + 1}</Text>
                  <Text fw={index === 0 ? 700 : 400}>{person.name}</Text>
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}
