import './statistics.css';
import { Button, Card, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { quarterOf } from '../../../../../areas/survey/statistics/rules.ts';
import { SHEET_WORDS } from '../../../../../areas/survey/statistics/sheets/words.ts';
import { LEFT_OUT_WORDS } from '../../../../../areas/survey/statistics/words.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { DateField } from '../../ui/dates/date-field.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Narrow, Show } from './figure.tsx';
import { Causes, Counts, Crossed, Shares, Spans, Types, Years } from './figures.tsx';
import { keyed, reportsBehind, type Statistics } from './narrowing.ts';
import { ReportsDrawer } from './reports-drawer.tsx';
import { TITLES } from './titles.ts';
import { STATISTICS } from './words.ts';

const route = getRouteApi('/shell/survey/statistics');
const YEAR = { years: 1 } as const;

interface Asked {
  readonly from: string;
  readonly until: string;
  readonly cutoff: string;
}
/** Who may not read the reports is told of whole quarters as they stand now: any days lead to the quarters they lie in. */
const inQuarters = ({ from, until }: Asked): Asked => ({
  from: from && quarterOf(from).from,
  until: until && quarterOf(until).until,
  cutoff: '',
});

/** What the reports of a window come to, counted by one rule that stands under every figure. */
export function StatisticsPage() {
  const { say } = useSpeech();
  const given = route.useSearch();
  const search = useMay()('survey.intake') ? given : inQuarters(given);
  const query = {
    from: search.from || undefined,
    until: search.until || undefined,
    // The end of a day as the clock of Japan tells it.
    cutoff: search.cutoff ? `${search.cutoff}T23:59:59+09:00` : undefined,
  };
  const asked = useQuery(reading('GET /api/survey/statistics', { query }, 'survey', 'survey-lists'));
  const save = (format: 'csv' | 'xlsx') => {
    const asks = Object.entries({ ...query, format }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    void saveFile(`/api/survey/statistics/file?${new URLSearchParams(asks)}`);
  };
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.statistics)}</Title>
        <Group gap="xs" className="no-print">
          <Button variant="default" onClick={() => save('csv')}>
            {say(STATISTICS.csv)}
          </Button>
          <Button variant="default" onClick={() => save('xlsx')}>
            {say(STATISTICS.xlsx)}
          </Button>
        </Group>
      </Group>
      <Loaded query={asked}>{(view) => <Shown view={view} cutoff={search.cutoff} />}</Loaded>
    </div>
  );
}

function Shown({ view, cutoff }: { view: Statistics; cutoff: string }) {
  const { say, labelled } = useSpeech();
  const may = useMay();
  const [behind, setBehind] = useState<{ readonly title: string; readonly narrow: Narrow }>();
  const show: Show = may('survey.intake') ? (title, narrow) => setBehind({ title, narrow }) : undefined;
  const rule = labelled(say(STATISTICS.rule), say(view.rule));
  const shown = { view, rule, show };
  return (
    <>
      <Window view={view} cutoff={cutoff} />
      <Selected view={view} />
      <div className="statistics-two">
        <Types {...shown} />
        <Causes {...shown} />
        {view.sectors.length > 0 && (
          <Counts
            title={say(SHEET_WORDS.sectors)}
            head={say(SHEET_WORDS.sector)}
            rows={view.sectors}
            narrow={(key) => keyed('sector', key)}
            rule={rule}
            show={show}
          />
        )}
        <Crossed {...shown} />
        <Spans {...shown} />
        <Shares {...shown} />
        <Counts
          title={say(SHEET_WORDS.systems)}
          head={say(SHEET_WORDS.system)}
          rows={view.systems}
          narrow={(key) => ({ system: key })}
          rule={rule}
          show={show}
        />
        <Years {...shown} />
      </div>
      {behind && (
        <ReportsDrawer
          title={behind.title}
          query={reportsBehind(view.selection, behind.narrow)}
          onClose={() => setBehind(undefined)}
        />
      )}
    </>
  );
}

function Window({ view, cutoff }: { view: Statistics; cutoff: string }) {
  const { say } = useSpeech();
  const navigate = route.useNavigate();
  const reads = useMay()('survey.intake');
  const { from, until } = view.selection;
  const set = (patch: { from?: string; until?: string; cutoff?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const step = (years: 1 | -1) => {
    const moved = (day: string): string =>
      years === 1
        ? Temporal.PlainDate.from(day).add(YEAR).toString()
        : Temporal.PlainDate.from(day).subtract(YEAR).toString();
    set({ from: moved(from), until: moved(until) });
  };
  return (
    <Group align="end" gap="sm" className="no-print">
      <DateField
        label={say(STATISTICS.from)}
        description={reads ? undefined : say(STATISTICS.quarterFrom)}
        value={from}
        onChange={(day) => set({ from: day ?? '' })}
      />
      <DateField
        label={say(STATISTICS.until)}
        description={reads ? undefined : say(STATISTICS.quarterUntil)}
        value={until}
        onChange={(day) => set({ until: day ?? '' })}
      />
      {reads && (
        <DateField
          label={say(STATISTICS.cutoff)}
          description={say(STATISTICS.cutoffHelp)}
          value={cutoff || null}
          onChange={(day) => set({ cutoff: day ?? '' })}
        />
      )}
      <Button variant="default" onClick={() => step(-1)}>
        {say(STATISTICS.earlier)}
      </Button>
      <Button variant="default" onClick={() => step(1)}>
        {say(STATISTICS.later)}
      </Button>
    </Group>
  );
}

function Selected({ view: { counted, submitted, leftOut } }: { view: Statistics }) {
  const { say } = useSpeech();
  const numbers: readonly (readonly [string, number])[] = [
    [say(SHEET_WORDS.counted), counted],
    [say(SHEET_WORDS.submitted), submitted],
    [say(LEFT_OUT_WORDS.notPassed), leftOut.notPassed],
    [say(LEFT_OUT_WORDS.supplement), leftOut.supplement],
    [say(LEFT_OUT_WORDS.withdrawn), leftOut.withdrawn],
    [say(LEFT_OUT_WORDS.late), leftOut.late],
  ];
  return (
    <Card component="section" aria-label={say(SHEET_WORDS.selected)}>
      <dl className="statistics-head">
        {numbers.map(([name, n]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{n.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
