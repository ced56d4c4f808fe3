import { Card, Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CAUSE_WORDS } from '../../../../../areas/prepare/calling/words.ts';
import './headquarters-page.css';
import { CAUSES, type Cause } from '../../../../../areas/prepare/calling/schema.ts';
import { CAP_MINUTES } from '../../../../../areas/prepare/headquarters-time/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { TITLES } from './titles.ts';
import { HQ } from './words.ts';

type View = ReplyOf<'GET /api/prepare/headquarters-time'>;
type Result = NonNullable<View['result']>;
const POLL_MS = 1_000;

export function HeadquartersPage() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery({
    ...reading('GET /api/prepare/headquarters-time', {}, 'headquarters-time'),
    refetchInterval: (asked) => (asked.state.data?.state === 'running' ? POLL_MS : false),
  });
  return (
    <div className="page">
      <Title order={1}>{say(TITLES.headquartersTime)}</Title>
      <Text className="quiet" maw={860}>
        {say(HQ.hint)}
      </Text>
      {may('register.manage') && <Ask view={query.data} />}
      <Loaded query={query}>
        {({ state, done, total, result }) => {
          if (state === 'running')
            return (
              <Stack gap={4} maw={480}>
                <Text>{say(HQ.working, { done, total })}</Text>
                <Progress value={(done / total) * 100} aria-label={say(TITLES.headquartersTime)} animated />
              </Stack>
            );
          if (state === 'failed') return <Mark tone="event">{say(HQ.failed)}</Mark>;
          return result ? <Outcome result={result} /> : <Empty text={say(HQ.none)} />;
        }}
      </Loaded>
    </div>
  );
}

function Ask({ view }: { view: View | undefined }) {
  const { say } = useSpeech();
  const [plan, setPlan] = useState<string | null>(null);
  const [cause, setCause] = useState<Cause>('cyberAttack');
  const published = useQuery(reading('GET /api/prepare/plans', {}, 'plans'));
  const settings = useQuery({
    ...reading('GET /api/respond/paging-settings', {}, 'paging-settings'),
    retry: false,
  });
  const ask = useAct('POST /api/prepare/headquarters-time', { stale: ['headquarters-time'] });
  const plans = published.data?.plans ?? [];
  const chosen = plan ?? view?.wanted?.plan ?? plans[0]?.key ?? null;
  if (published.data && plans.length === 0) return <Empty text={say(HQ.noPlan)} />;
  return (
    <Group align="end" gap="sm">
      <Select
        label={say(HQ.plan)}
        value={chosen}
        allowDeselect={false}
        error={ask.wrong('plan')}
        data={plans.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={setPlan}
        w={280}
      />
      <Select
        label={say(HQ.cause)}
        value={cause}
        allowDeselect={false}
        data={CAUSES.map((each) => ({ value: each, label: say(CAUSE_WORDS[each]) }))}
        onChange={(next) => setCause(CAUSES.find((each) => each === next) ?? 'cyberAttack')}
        w={180}
      />
      <ActButton
        loading={ask.pending || view?.state === 'running'}
        why={chosen === null ? say(HQ.choosePlan) : undefined}
        onClick={() => {
          const waitMinutes = Math.max(1, Math.round((settings.data?.waitSeconds ?? 300) / 60));
          if (chosen) ask.run({ body: { plan: chosen, cause, runs: 10_000, waitMinutes } });
        }}
      >
        {say(HQ.run)}
      </ActButton>
    </Group>
  );
}

function Outcome({ result }: { result: Result }) {
  const { say, language } = useSpeech();
  const shown = (minutes: number | null) => (minutes === null ? say(HQ.notReached) : minutes.toFixed(1));
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Stack>
      <Card withBorder maw={860}>
        <Stack gap="xs">
          <Text fw={700}>
            {say(HQ.typical, { p50: shown(result.overall.p50), p95: shown(result.overall.p95) })}
          </Text>
          <Text>
            {say(HQ.target, {
              n: result.targetMinutes,
              share: percent.format(result.overall.withinTarget),
            })}
          </Text>
          {result.worst && <Text>{say(result.worst.said)}</Text>}
          <Text className="quiet">{say(HQ.measured, result.measured)}</Text>
          <Title order={2}>{say(HQ.hurts)}</Title>
          {result.hurts.length === 0 ? (
            <Text>{say(HQ.nobodyHurts)}</Text>
          ) : (
            <ol className="plan-steps">
              {result.hurts.map((each) => (
                <li key={each.name}>
                  {say(each.without >= CAP_MINUTES ? HQ.hurtsCap : HQ.hurtsLine, {
                    name: each.name,
                    with: each.with.toFixed(1),
                    without: each.without.toFixed(1),
                  })}
                </li>
              ))}
            </ol>
          )}
        </Stack>
      </Card>
      <HeatMap result={result} />
    </Stack>
  );
}

/** Depth of colour by how far p95 lies above the target; the figure says the same. */
function depthOf(p95: number | null, target: number): number {
  if (p95 === null) return 4;
  const times = p95 / target;
  return times <= 1 ? 0 : times <= 2 ? 1 : times <= 4 ? 2 : 3;
}

function HeatMap({ result }: { result: Result }) {
  const { say, language } = useSpeech();
  const first = Temporal.Instant.from(result.from).toZonedDateTimeISO(result.timeZone);
  const cells = result.hours.map((hour, n) => ({ ...hour, at: first.add({ hours: n }) }));
  const days = [...Map.groupBy(cells, ({ at }) => at.toPlainDate().toString())];
  const dayName = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  });
  return (
    <section>
      <Title order={2}>{say(HQ.map)}</Title>
      <Text className="quiet">{say(HQ.legend)}</Text>
      <div className="heat-scroll">
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">{say(HQ.day)}</th>
              {Array.from({ length: 24 }, (_, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(([day, hours]) => (
              <tr key={day}>
                <th scope="row">{dayName.format(new Date(Temporal.PlainDate.from(day).toString()))}</th>
                {Array.from({ length: 24 }, (_, hour) => {
                  const cell = hours.find(({ at }) => at.hour === hour);
                  // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                  if (!cell) return <td key={hour} />;
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                    <td key={hour} className={`heat-${depthOf(cell.p95, result.targetMinutes)}`}>
                      {cell.p95 === null ? '×' : Math.round(cell.p95)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
