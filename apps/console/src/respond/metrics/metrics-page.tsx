import './metrics.css';
import { Card, Group, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DAYS } from '../../../../../areas/respond/metrics/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { LazyDayChart } from '../../ui/charts/lazy.ts';
import { Severity } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { span } from '../room/countdown.tsx';
import { TITLES } from './titles.ts';
import { MEASURE_WORDS, METRICS } from './words.ts';

const route = getRouteApi('/shell/respond/metrics');
type Metrics = ReplyOf<'GET /api/respond/metrics'>;
const USUAL = 90;

/** How quickly incidents are handled, how much noise there is, and who bears it; each figure says what it rests on. */
export function MetricsPage() {
  const { say } = useSpeech();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const days = DAYS.find((each) => String(each) === search.days) ?? USUAL;
  const query = useQuery(
    reading('GET /api/respond/metrics', { query: { days } }, 'incidents', 'room', 'pages'),
  );
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.metrics)}</Title>
        <SegmentedControl
          size="xs"
          aria-label={say(METRICS.period)}
          value={String(days)}
          onChange={(next) => void navigate({ search: { days: next }, replace: true })}
          data={DAYS.map((n) => ({ value: String(n), label: say(METRICS.days, { n }) }))}
        />
      </Group>
      <Loaded query={query}>
        {(metrics) => (
          <>
            <Times metrics={metrics} />
            <div className="metrics-two">
              <Incidents metrics={metrics} />
              <Noise metrics={metrics} />
              <People people={metrics.people} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Times({ metrics: { times, measured, incidents } }: { metrics: Metrics }) {
  const { say, language } = useSpeech();
  return (
    <>
      <div className="metrics-times">
        {times.map(({ measure, known, medianSeconds, ninetiethSeconds }) => (
          <Card key={measure} component="section" aria-label={say(MEASURE_WORDS[measure])}>
            <Title order={2}>{say(MEASURE_WORDS[measure])}</Title>
            <div className="metrics-figure">
              {medianSeconds === null ? '–' : span(medianSeconds, language)}
            </div>
            {ninetiethSeconds === null ? (
              <Text className="quiet">{say(METRICS.nothingKnown)}</Text>
            ) : (
              <Text className="quiet">
                {say(METRICS.median)} · {say(METRICS.ninetieth)} {span(ninetiethSeconds, language)}
                <br />
                {say(METRICS.restsOn, { all: measured, known })}
              </Text>
            )}
          </Card>
        ))}
      </div>
      {measured < incidents && <Text className="quiet">{say(METRICS.cut, { n: measured })}</Text>}
    </>
  );
}

function Incidents({ metrics: { incidents, drills, bySeverity, weeks } }: { metrics: Metrics }) {
  const { say } = useSpeech();
  const told = { weeks: weeks.length, n: incidents };
  return (
    <Card component="section" aria-label={say(METRICS.incidents)}>
      <Group justify="space-between">
        <Title order={2}>{say(METRICS.incidents)}</Title>
        <span className="quiet">{say(METRICS.counts, { incidents, drills })}</span>
      </Group>
      <Group gap="md" my="xs">
        {bySeverity.map(({ severity, incidents: n }) => (
          <span key={severity} className="nowrap">
            <Severity level={severity} /> {n}
          </span>
        ))}
      </Group>
      <Part>
        <LazyDayChart
          title={say(METRICS.perWeek)}
          summary={say(METRICS.perWeekTold, told)}
          unit={say(METRICS.incidents)}
          days={weeks.map(({ day, incidents: value }) => ({ day, value }))}
          most={Math.max(4, ...weeks.map((week) => week.incidents))}
          as="bars"
        />
      </Part>
    </Card>
  );
}

function Noise({ metrics: { signals, pages, weeks } }: { metrics: Metrics }) {
  const { say } = useSpeech();
  const share = signals.appeared > 0 ? Math.round((signals.linked / signals.appeared) * 100) : 0;
  return (
    <Card component="section" aria-label={say(METRICS.noise)}>
      <Title order={2}>{say(METRICS.noise)}</Title>
      <Text my="xs">
        {signals.appeared === 0
          ? say(METRICS.noSignals)
          : say(METRICS.signalsLinked, {
              appeared: signals.appeared.toLocaleString(),
              linked: signals.linked.toLocaleString(),
              share,
            })}
        <br />
        {say(METRICS.pagesAnswered, pages)}
      </Text>
      <Part>
        <LazyDayChart
          title={say(METRICS.pagesPerWeek)}
          summary={say(METRICS.perWeekTold, { weeks: weeks.length, n: pages.started })}
          unit={say(W.pages)}
          days={weeks.map(({ day, pages: value }) => ({ day, value }))}
          most={Math.max(4, ...weeks.map((week) => week.pages))}
          as="bars"
        />
      </Part>
    </Card>
  );
}

function People({ people }: { people: Metrics['people'] }) {
  const { say } = useSpeech();
  return (
    <Card component="section" aria-label={say(METRICS.people)}>
      <Title order={2}>{say(METRICS.people)}</Title>
      {people.length === 0 ? (
        <Text className="quiet">{say(METRICS.nobody)}</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(W.name)}</Table.Th>
              <Table.Th ta="end">{say(METRICS.answered)}</Table.Th>
              <Table.Th ta="end">{say(METRICS.atNight)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map(({ id, name, answered, atNight }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Group gap="sm" wrap="nowrap">
                    <Avatar name={name} /> {name}
                  </Group>
                </Table.Td>
                <Table.Td ta="end">{answered}</Table.Td>
                <Table.Td ta="end">{atNight}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
