import { Button, Checkbox, Modal, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { contracts as LIFECYCLE_ROUTES } from '../../../../../areas/respond/lifecycle/contract.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { FIELD_WORDS } from '../../prepare/registers/words.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { PastTime } from '../../ui/forms/past-time.tsx';
import { AssetSelect } from '../../ui/forms/selects.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { IncidentState, Severity } from '../../ui/mark.tsx';
import { Ago } from '../../ui/time.tsx';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { ROOM } from '../room/words.ts';
import { SituationSelect } from './situation-select.tsx';
import { TITLES } from './titles.ts';
import { INCIDENTS } from './words.ts';

const route = getRouteApi('/shell/respond');
type Incident = ReplyOf<'GET /api/respond/incidents'>['incidents'][number];
const h = columnHelper<Incident>();

export function IncidentsPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { state, search, declare } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: { state?: typeof state; search?: string; declare?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor('number', { header: say(W.number), size: 64, cell: (c) => `#${c.getValue()}` }),
    h.accessor('state', {
      header: say(W.state),
      size: 110,
      meta: { text: (state: Incident['state']) => say(W[state]) },
      cell: (c) => <IncidentState state={c.getValue()} />,
    }),
    h.accessor('severity', {
      header: say(W.severity),
      size: 100,
      cell: (c) => <Severity level={c.getValue()} />,
    }),
    h.accessor((row) => (row.drill ? `【${say(W.drill)}】${row.title}` : row.title), {
      id: 'title',
      header: say(W.title),
      size: 360,
      meta: { grow: true },
    }),
    h.accessor('signals', {
      header: say(W.signals),
      size: 90,
      meta: { align: 'end' },
      cell: (c) => c.getValue().toLocaleString(),
    }),
    h.accessor('declaredAt', {
      header: say(W.declaredAt),
      size: 140,
      cell: (c) => <Ago at={c.getValue()} />,
    }),
  ]);
  const button = may('incident.declare') && (
    <Button onClick={() => set({ declare: 'yes' })}>{say(W.declare)}</Button>
  );
  return (
    <ListScreen<Incident, number>
      title={say(TITLES.incidents)}
      queryKey={['incidents', state, search]}
      load={async (before: number | undefined, signal) => {
        const page = await call(
          'GET /api/respond/incidents',
          { query: { state, search: search || undefined, before, limit: 200 } },
          signal,
        );
        return { rows: page.incidents, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/respond/incidents/$id', params: { id: row.id } })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <SegmentedControl
          size="xs"
          aria-label={say(W.state)}
          value={state}
          onChange={(next) => set({ state: next as typeof state })}
          data={(['any', 'open', 'resolved', 'closed'] as const).map((value) => ({
            value,
            label: say(W[value]),
          }))}
        />
      }
      create={button}
      empty={say(INCIDENTS.incidentsEmpty)}
    >
      {() => <>{declare && <Declare drill={declare === 'drill'} onClose={() => set({ declare: '' })} />}</>}
    </ListScreen>
  );
}

function Declare({ drill, onClose }: { drill: boolean; onClose: () => void }) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const form = useRouteForm(LIFECYCLE_ROUTES, 'POST /api/respond/incidents', {
    begin: {
      title: '',
      severity: 2,
      situation: null,
      site: '',
      note: '',
      page: true,
      drill,
      restricted: false,
      happened: null,
    },
    stale: ['incidents'],
    done: ({ id }) => void navigate({ to: '/respond/incidents/$id', params: { id } }),
  });
  const restricted = form.yesNo('restricted', say(ROOM.declareRestricted));
  return (
    <Modal opened onClose={onClose} title={say(W.declare)}>
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <TextInput {...form.text('title', say(W.title))} data-autofocus />
          <Select
            {...form.choice('severity', say(W.severity))}
            value={String(form.values.severity)}
            onChange={(level) => form.set('severity', Number(level))}
            allowDeselect={false}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
          />
          <SituationSelect
            value={form.values.situation || null}
            onChange={(situation) => form.set('situation', situation)}
          />
          <AssetSelect {...form.pick('site', say(FIELD_WORDS.site))} kind="site" />
          <Textarea {...form.text('note', say(W.note))} autosize minRows={3} />
          <Checkbox {...form.yesNo('page', say(W.pageOnDuty))} />
          <Checkbox {...form.yesNo('drill', say(ROOM.asDrill))} />
          <Checkbox
            {...restricted}
            onChange={(event) => {
              // Nobody but whoever declares it may see it yet: there is nobody to call.
              if (event.currentTarget.checked) form.set('page', false);
              restricted.onChange(event);
            }}
          />
          <PastTime
            value={form.values.happened || null}
            error={form.wrong('happened.at') ?? form.wrong('happened')}
            onChange={(past) => form.set('happened', past)}
          />
          <FormFoot submit={say(INCIDENTS.declareShort)} pending={form.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
