import { Button, Card, Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CAUSES, type Cause } from '../../../../../areas/prepare/contacts/schema.ts';
import { CAP_MINUTES } from '../../../../../areas/prepare/headquarters-time/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { W, words } from '../../words.ts';
import { VALUE_WORDS } from '../registers/words.ts';

export const HQ = words({
  title: { ja: '本部までの時間', en: 'Time to headquarters' },
  hint: {
    ja: '連絡網、当番表、不在、応答の実績から、検知から必要な役割がそろうまでの分数を、この先4週間の1時間ごとに試算します。同じ条件なら同じ結果になります。',
    en: 'From call trees, rosters, leave and measured answers: minutes from detection until the headquarters has its roles, for every hour of the next four weeks. The same inputs give the same figures.',
  },
  plan: { ja: '対応計画', en: 'Plan' },
  cause: { ja: '原因', en: 'Cause' },
  run: { ja: '試算する', en: 'Simulate' },
  none: {
    ja: 'まだ試算していません。計画を選んで始めてください。',
    en: 'Nothing simulated yet. Choose a plan and begin.',
  },
  noPlan: {
    ja: '対策本部を定めた計画を先に公開してください。',
    en: 'First publish a plan that defines a headquarters.',
  },
  working: { ja: '試算しています：{done} / {total} 時間', en: 'Working: {done} of {total} hours' },
  failed: {
    ja: '試算できませんでした。条件を確かめて、もう一度お試しください。',
    en: 'It could not be worked out. Check what it rests on and try again.',
  },
  typical: {
    ja: 'ふつうの時間帯で、半分は {p50}分以内（p50）、20回に19回は {p95}分以内（p95）',
    en: 'In a typical hour: half within {p50} min (p50), nineteen of twenty within {p95} min (p95)',
  },
  target: {
    ja: '目標 {n}分以内に立ち上がる見込み：{share}',
    en: 'Expected within the target of {n} min: {share}',
  },
  notReached: { ja: '届かず', en: 'not reached' },
  measured: {
    ja: '応答時間は {of}人中 {people}人が実績（{answers}回）、ほかは仮定です（平日昼 95%・2分、夜間 80%・4分、休日 85%・5分）。',
    en: 'Answer times are measured for {people} of {of} people ({answers} answers), assumed for the others (daytime 95%, 2 min; night 80%, 4 min; holiday 85%, 5 min).',
  },
  hurts: { ja: '欠けると最も響く人', en: 'Whose absence hurts most' },
  hurtsLine: {
    ja: '{name}：p95 の平均 {with}分 → {without}分',
    en: '{name}: mean p95 {with} min → {without} min',
  },
  hurtsCap: {
    ja: '{name}：この人がいないと、そろわない',
    en: '{name}: without them it does not come together',
  },
  nobodyHurts: { ja: '一人が欠けても大きく変わりません。', en: 'No single absence changes much.' },
  map: { ja: '時間帯ごとの p95（分）', en: 'p95 by hour (minutes)' },
  day: { ja: '日', en: 'Day' },
  legend: {
    ja: '数字は p95 の分数。「×」は 20回に1回以上そろわない時間帯。',
    en: 'Figures are minutes at p95; “×” where more than one in twenty does not come together.',
  },
});

type View = ReplyOf<'GET /api/prepare/headquarters-time'>;
type Result = NonNullable<View['result']>;
const POLL_MS = 1_000;

export function HeadquartersPage() {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery({
    queryKey: ['headquarters-time'],
    queryFn: ({ signal }) => call('GET /api/prepare/headquarters-time', {}, signal),
    refetchInterval: (asked) => (asked.state.data?.state === 'running' ? POLL_MS : false),
  });
  return (
    <div className="page">
      <Title order={1}>{say(HQ.title)}</Title>
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
                <Progress value={(done / total) * 100} aria-label={say(HQ.title)} animated />
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
  const published = useQuery({
    queryKey: ['plans', 'published'],
    queryFn: ({ signal }) => call('GET /api/prepare/plans', {}, signal),
  });
  const settings = useQuery({
    queryKey: ['paging-settings'],
    queryFn: ({ signal }) => call('GET /api/respond/paging-settings', {}, signal),
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
        data={CAUSES.map((each) => ({ value: each, label: say(VALUE_WORDS[each] ?? W.any) }))}
        onChange={(next) => setCause(CAUSES.find((each) => each === next) ?? 'cyberAttack')}
        w={180}
      />
      <Button
        loading={ask.pending || view?.state === 'running'}
        disabled={chosen === null}
        onClick={() => {
          const waitMinutes = Math.max(1, Math.round((settings.data?.waitSeconds ?? 300) / 60));
          if (chosen) ask.run({ body: { plan: chosen, cause, runs: 10_000, waitMinutes } });
        }}
      >
        {say(HQ.run)}
      </Button>
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
