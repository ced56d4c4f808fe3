import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { REPORT_STATES, VERDICTS } from '../../../../../areas/survey/intake/schema.ts';
import { DOOR_WORDS, REPORT_STATE_WORDS, VERDICT_WORDS } from '../../../../../areas/survey/intake/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { Facet } from '../../ui/facet.tsx';
import { useAct } from '../../ui/form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { VERDICT_TONES } from './tones.ts';
import { DESK } from './words.ts';

const TakeForm = lazyPart(() => import('./take-form.tsx'), 'TakeForm');
const SendForm = lazyPart(() => import('./send-form.tsx'), 'SendForm');
const route = getRouteApi('/shell/survey/reports');
type Row = ReplyOf<'GET /api/survey/reports'>['reports'][number];
const h = columnHelper<Row>();

/** Reports as they came, the newest first: what is to be looked at, by whom they are and how far each is. */
export function ReportsPage() {
  const { say, language } = useSpeech();
  const navigate = useNavigate();
  const narrow = route.useNavigate();
  const { verdict, state, punctual, search } = route.useSearch();
  const set = (patch: Partial<ReturnType<typeof route.useSearch>>) =>
    void narrow({ search: (before) => ({ ...before, ...patch }), replace: true });
  const lists = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists')).data?.lists ?? [];
  const nameOf = (list: string, key: string | null): string =>
    lists.find((each) => each.list === list)?.entries.find((each) => each.key === key)?.name[language] ??
    key ??
    '—';
  const [beside, setBeside] = useState<'send' | 'take'>();
  const shut = () => setBeside(undefined);
  const open = (id: string, queue: readonly string[] = []) =>
    void navigate({ to: '/survey/reports/$id', params: { id }, state: { queue } });
  const enter = useAct('POST /api/survey/reports', {
    stale: ['survey'],
    formless: true,
    done: ({ id }) => open(id),
  });
  const columns = h.columns([
    h.accessor((row) => (row.number === null ? '—' : receiptNumber(row.number)), {
      id: 'number',
      header: say(DESK.number),
      size: 100,
    }),
    h.accessor((row) => row.title || say(DESK.untitled), {
      id: 'title',
      header: say(W.title),
      size: 260,
      meta: { grow: true },
    }),
    h.accessor((row) => row.operatorName || '—', {
      id: 'operator',
      header: say(DESK.operator),
      size: 200,
      cell: ({ row: { original } }) => (
        <>
          {original.operatorName || '—'}{' '}
          {!original.verified && <span className="quiet">{say(DESK.unverified)}</span>}
        </>
      ),
    }),
    h.accessor((row) => nameOf('sectors', row.sector), { id: 'sector', header: say(DESK.sector), size: 120 }),
    h.accessor((row) => nameOf('eventTypes', row.eventType), {
      id: 'eventType',
      header: say(DESK.eventType),
      size: 200,
    }),
    h.accessor((row) => (row.stage ? say(STAGE_WORDS[row.stage]) : say(REPORT_STATE_WORDS.draft)), {
      id: 'stage',
      header: say(DESK.stage),
      size: 100,
    }),
    h.accessor((row) => say(VERDICT_WORDS[row.verdict]), {
      id: 'verdict',
      header: say(DESK.verdict),
      size: 130,
      cell: ({ row: { original } }) =>
        original.state === 'received' ? (
          <Mark tone={VERDICT_TONES[original.verdict]}>{say(VERDICT_WORDS[original.verdict])}</Mark>
        ) : (
          <Mark tone="quiet">{say(REPORT_STATE_WORDS[original.state])}</Mark>
        ),
    }),
    h.accessor((row) => row.dueAt ?? '', {
      id: 'due',
      header: say(DESK.due),
      size: 150,
      cell: ({ row: { original } }) => <DueCell row={original} />,
    }),
    h.accessor('openQuestions', { header: say(DESK.questions), size: 90 }),
    h.accessor((row) => say(DOOR_WORDS[row.door]), { id: 'door', header: say(DESK.door), size: 130 }),
    h.accessor('latestAt', {
      header: say(DESK.latest),
      size: 120,
      cell: (cell) => <Ago at={cell.getValue()} />,
    }),
  ]);
  return (
    <ListScreen<Row, string>
      title={say(TITLES.reports)}
      queryKey={['survey', verdict, state, punctual, search]}
      load={async (before: string | undefined, signal) => {
        const query = { verdict, state, punctual, search: search || undefined, before, limit: 100 };
        const page = await call('GET /api/survey/reports', { query }, signal);
        return { rows: page.reports, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row, rows) =>
        open(
          row.id,
          rows.map(({ id }) => id),
        )
      }
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <>
          <Facet
            label={say(DESK.verdict)}
            value={verdict}
            values={VERDICTS}
            words={VERDICT_WORDS}
            onChange={(next) => set({ verdict: next })}
          />
          <Facet
            label={say(W.state)}
            value={state}
            values={REPORT_STATES}
            words={REPORT_STATE_WORDS}
            onChange={(next) => set({ state: next })}
          />
          <Facet
            label={say(DESK.punctual)}
            value={punctual}
            values={['overdue', 'late'] as const}
            words={{ overdue: DESK.overdue, late: DESK.cameLate }}
            onChange={(next) => set({ punctual: next })}
          />
        </>
      }
      create={
        <Group gap="xs">
          <Button loading={enter.pending} onClick={() => enter.run({ body: { content: {} } })}>
            {say(DESK.enter)}
          </Button>
          <Button variant="default" onClick={() => setBeside('send')}>
            {say(DESK.sendForm)}
          </Button>
          <Button variant="default" onClick={() => setBeside('take')}>
            {say(DESK.forms)}
          </Button>
        </Group>
      }
      empty={say(DESK.empty)}
    >
      {() => (
        <>
          <SideDrawer opened={beside === 'send'} onClose={shut} title={say(DESK.sendForm)}>
            <Part height={320}>
              <SendForm />
            </Part>
          </SideDrawer>
          <SideDrawer opened={beside === 'take'} onClose={shut} title={say(DESK.forms)}>
            <Part height={320}>
              <TakeForm onTaken={open} />
            </Part>
          </SideDrawer>
        </>
      )}
    </ListScreen>
  );
}

/** What is owed next and whether its time is over; or that something came late. */
function DueCell({ row: { dueAt, dueStage, overdue, lateStages } }: { row: Row }) {
  const { say, language } = useSpeech();
  if (dueAt && dueStage)
    return (
      <>
        {overdue ? <Mark tone="event">{say(DESK.overdue)}</Mark> : say(STAGE_WORDS[dueStage])}{' '}
        <span className="quiet">{dateAndTime(dueAt, language)}</span>
      </>
    );
  return lateStages.length > 0 ? <Mark tone="event">{say(DESK.cameLate)}</Mark> : null;
}
